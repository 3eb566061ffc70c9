// One person who lost their second factor, and the two answers an administrator has: each needs words on how they know.
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RecoveryAnswer, type RecoveryRequest } from '@amity/access';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AmityForm, Control, ErrorSummary, Field, ProblemNotice, StatusChip, Toasts } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { Formats } from '../../language/index.js';
import { SessionStore } from '../session.store.js';
import { UsersApi } from './users.api.js';

@Component({
  selector: 'amity-recovery-card',
  imports: [AmityForm, Control, ErrorSummary, Field, FormField, ProblemNotice, StatusChip, TranslocoDirective],
  template: `
    <section class="card stack" *transloco="let t; prefix: 'access.recoveries'" [attr.aria-labelledby]="'recovery-' + request().id">
      <header>
        <h2 [id]="'recovery-' + request().id">
          <bdi>{{ request().name }}</bdi>
        </h2>
        <amity-status-chip tone="waits">{{ t(request().confirmed ? 'one' : 'none') }}</amity-status-chip>
      </header>
      <p class="soft small">
        <bdi>{{ request().email }}</bdi><br />
        {{
          t('asked', { at: when(request().askedAt), device: request().device || t('unknown'), network: request().network || t('unknown') })
        }}
        {{ t('until', { at: when(request().expiresAt) }) }}
      </p>
      @if (request().confirmed; as first) {
        <blockquote>
          <p>{{ first.reason }}</p>
          <footer class="soft small">{{ t('by', { name: first.by, at: when(first.at) }) }}</footer>
        </blockquote>
      }
      @if (request().confirmers < 2) {
        <p>{{ t('alone') }}</p>
        <p>
          <code dir="ltr">npm run amity -- access remove-second-factor {{ request().email }}</code>
        </p>
      }
      @if (request().isMine) {
        <p>{{ t('mine') }}</p>
      } @else if (request().confirmed?.isMe) {
        <p>{{ t('yours') }}</p>
      } @else {
        <form class="stack" [amityForm]="form.tree">
          <amity-error-summary />
          <amity-problem-notice [problem]="form.problem()" />
          <amity-field [label]="t('reason')" [help]="t('reasonHelp')" [of]="form.tree.reason">
            <textarea amityControl class="input" rows="2" [formField]="form.tree.reason"></textarea>
          </amity-field>
          <div class="row">
            <button type="submit" class="button primary" [disabled]="form.saving()" (click)="verb.set('confirm')">
              {{ t('confirm') }}
            </button>
            <button type="submit" class="button quiet" [disabled]="form.saving()" (click)="verb.set('refuse')">{{ t('refuse') }}</button>
          </div>
          <p class="soft small">{{ t(request().confirmed ? 'second' : 'first') }}</p>
        </form>
      }
    </section>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2);
    }

    blockquote {
      margin: 0;
      padding-inline-start: var(--space-3);
      border-inline-start: 3px solid var(--color-line);
      overflow-wrap: anywhere;
    }

    bdi,
    code {
      overflow-wrap: anywhere;
    }

    form {
      max-inline-size: 36rem;
    }
  `,
})
export class RecoveryCard {
  readonly request = input.required<RecoveryRequest>();
  readonly answered = output();

  private readonly api = inject(UsersApi);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly zone = computed(() => this.session.me()?.organization.zone ?? 'UTC');

  /** Which of the two buttons was pressed last; Enter in the form confirms. */
  protected readonly verb = signal<'confirm' | 'refuse'>('confirm');
  protected readonly form = schemaForm({ reason: '' }, RecoveryAnswer, async (answer) => {
    const { id, name } = this.request();
    const { state } = await this.api.answerRecovery(id, this.verb(), answer);
    this.toasts.show(this.words.translate(`access.recoveries.became.${state}`, { name }));
    this.answered.emit();
  });

  protected when(instant: string): string {
    return this.formats.moment(instant, this.zone());
  }
}
