// What a looser rule needs: the consent of everybody on the roster. It lists whose is missing, records what people say, and takes
// it back as easily.
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { consentsMissing, type HouseRule, type LooseningConsent, type LooseningConsents } from '@amity/delegations';
import { ProblemNotice, StatusChip } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { DelegationStore } from '../delegation.store.js';

@Component({
  selector: 'amity-loosening',
  imports: [ProblemNotice, StatusChip, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p>{{ t('delegations.loosening.sentence', { rule: t('houseRule.name.' + wanted()) }) }}</p>
      <amity-problem-notice [problem]="problem()" />
      <ul role="list">
        @for (one of consents().items; track one.delegateId) {
          <li>
            <bdi class="who">{{ one.name }}</bdi>
            @if (isMissing(one)) {
              <amity-status-chip tone="waits">{{ t('delegations.loosening.missing') }}</amity-status-chip>
              <button type="button" class="button" [disabled]="working()" (click)="record(one)">
                {{ t('delegations.loosening.record') }}<span class="visually-hidden"> {{ one.name }}</span>
              </button>
            } @else if (one.consent; as given) {
              <amity-status-chip tone="done">{{ t('delegations.loosening.given') }}</amity-status-chip>
              <span class="soft small">{{
                t('delegations.loosening.by', { who: given.recordedBy, day: formats.date(given.recordedAt.slice(0, 10)) })
              }}</span>
              <button type="button" class="button quiet" [disabled]="working()" (click)="withdraw(given.id)">
                {{ t('delegations.loosening.withdraw') }}<span class="visually-hidden"> {{ one.name }}</span>
              </button>
            }
          </li>
        }
      </ul>
      <p role="status">
        {{
          missing() === 0
            ? t('delegations.loosening.complete')
            : t('delegations.loosening.left', { count: missing(), all: consents().items.length })
        }}
      </p>
      <div class="row">
        <button type="button" class="button" [class.primary]="missing() === 0" (click)="chosen.emit(wanted())">
          {{ t('delegations.loosening.action', { rule: t('houseRule.name.' + wanted()) }) }}
        </button>
        <button type="button" class="button quiet" (click)="left.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      align-items: center;
      padding-block: var(--space-2);
      border-block-end: var(--hairline) solid var(--color-line);
    }

    .who {
      flex: 1 1 12rem;
    }
  `,
})
export class Loosening {
  readonly wanted = input.required<Exclude<HouseRule, 'closed'>>();
  readonly consents = input.required<LooseningConsents>();
  readonly changed = output<LooseningConsents>();
  readonly chosen = output<Exclude<HouseRule, 'closed'>>();
  readonly left = output();

  private readonly store = inject(DelegationStore);
  protected readonly formats = inject(Formats);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly working = signal(false);
  protected readonly missing = computed(() => this.consents().items.filter((one) => this.isMissing(one)).length);

  protected isMissing({ delegateId, consent }: LooseningConsent): boolean {
    return consentsMissing('closed', this.wanted(), [{ delegateId, agreedTo: consent?.rule ?? null }]).length > 0;
  }

  protected record({ delegateId }: LooseningConsent): Promise<void> {
    return this.step(() => this.store.recordConsent(delegateId, this.wanted()));
  }

  protected withdraw(id: string): Promise<void> {
    return this.step(() => this.store.withdrawConsent(id));
  }

  private async step(work: () => Promise<LooseningConsents>): Promise<void> {
    this.working.set(true);
    this.problem.set(null);
    try {
      this.changed.emit(await work());
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is an answer to the reader
      this.problem.set(failure);
    } finally {
      this.working.set(false);
    }
  }
}
