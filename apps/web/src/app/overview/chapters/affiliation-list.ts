// Every organization that we speak of or that speaks of us: what stands between us, and what the reader can do about it.
import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Affiliation } from '@amity/access';
import { Confirm, ProblemNotice, StatusChip, Toasts, type Tone } from '@amity/ui';
import { SessionStore } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { ChaptersApi } from './chapters.api.js';

type Standing = 'agreed' | 'asked' | 'asks' | 'declined' | 'refused';

const tones: Readonly<Record<Standing, Tone>> = { agreed: 'done', asked: 'waits', asks: 'waits', declined: 'blocked', refused: 'blocked' };

@Component({
  selector: 'amity-affiliation-list',
  imports: [ProblemNotice, StatusChip, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'overview.chapters'">
      <amity-problem-notice [problem]="problem()" />
      <ul role="list">
        @for (each of affiliations(); track each.other.id + each.otherIs) {
          @let standing = standingOf(each);
          <li>
            <div class="who">
              <strong
                ><bdi>{{ each.other.name }}</bdi></strong
              >
              <span class="soft small">{{ t('is.' + each.otherIs) }} · {{ each.other.slug }}</span>
            </div>
            <div class="what">
              <amity-status-chip [class]="toneOf(standing)" [tone]="toneOf(standing)">{{ t('standing.' + standing) }}</amity-status-chip>
              <span class="soft small">{{
                t('means.' + each.otherIs + '.' + standing, { organization: each.other.name, day: since(each) })
              }}</span>
            </div>
            @if (mayDecide()) {
              <div class="row">
                @if (each.ours) {
                  <button type="button" class="button quiet" [disabled]="busy()" (click)="takeBack(each)">
                    {{ t('takeBack.' + (each.ours.agrees ? 'yes' : 'no')) }}<span class="visually-hidden"> {{ each.other.name }}</span>
                  </button>
                } @else {
                  <button type="button" class="button primary" [disabled]="busy()" (click)="answer(each, true)">
                    {{ t('agree.' + each.otherIs) }}<span class="visually-hidden"> {{ each.other.name }}</span>
                  </button>
                  <button type="button" class="button" [disabled]="busy()" (click)="answer(each, false)">
                    {{ t('decline') }}<span class="visually-hidden"> {{ each.other.name }}</span>
                  </button>
                }
              </div>
            }
          </li>
        }
      </ul>
    </ng-container>
  `,
  styles: `
    ul {
      padding: 0;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      align-items: center;
      min-block-size: var(--target);
      padding-block: var(--space-3);
      border-block-end: var(--hairline) solid var(--color-line);
    }

    .who {
      display: grid;
      flex: 1 1 14rem;
      overflow-wrap: anywhere;
    }

    .what {
      display: grid;
      flex: 2 1 18rem;
      gap: var(--space-1);
      justify-items: start;
    }
  `,
})
export class AffiliationList {
  readonly affiliations = input.required<readonly Affiliation[]>();
  readonly changed = output();

  private readonly api = inject(ChaptersApi);
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected mayDecide(): boolean {
    return this.session.can('access.manage_chapters');
  }

  protected standingOf({ ours, theirs }: Affiliation): Standing {
    if (!ours) return theirs?.agrees === false ? 'refused' : 'asks';
    if (!ours.agrees) return 'declined';
    if (!theirs) return 'asked';
    return theirs.agrees ? 'agreed' : 'refused';
  }

  protected toneOf(standing: Standing): Tone {
    return tones[standing];
  }

  protected since({ since }: Affiliation): string {
    return since ? this.formats.moment(since, this.session.me()?.organization.zone ?? 'UTC', { dateStyle: 'medium' }) : '';
  }

  protected answer({ other, otherIs }: Affiliation, agrees: boolean): Promise<void> {
    return this.tell(() => this.api.declare({ slug: other.slug, otherIs, agrees }), agrees ? 'agreed' : 'declined', other.name);
  }

  protected async takeBack({ other, otherIs, ours }: Affiliation): Promise<void> {
    if (!ours) return;
    const params = { organization: other.name };
    const isSure =
      !ours.agrees ||
      (await this.confirm.ask({
        heading: this.words.translate('overview.chapters.endHeading', params),
        sentence: this.words.translate(`overview.chapters.endSentence.${otherIs}`, params),
        action: this.words.translate('overview.chapters.takeBack.yes'),
      }));
    if (isSure) await this.tell(() => this.api.takeBack(ours), 'takenBack', other.name);
  }

  private async tell(work: () => Promise<unknown>, said: string, organization: string): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await work();
      this.toasts.show(this.words.translate(`overview.chapters.toast.${said}`, { organization }));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // said above the list, which is read again
      this.problem.set(failure);
    } finally {
      this.busy.set(false);
    }
    this.changed.emit();
  }
}
