// How far the names of a delegation may travel, who knows them, and what it takes to say more or less.
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { houseRules, isLooser, type HouseRule, type LooseningConsents } from '@amity/delegations';
import { ProblemNotice, Toasts } from '@amity/ui';
import { can } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { HouseRuleMark } from '../components/house-rule-mark.js';
import { KnowerList } from '../components/knower-list.js';
import { Loosening } from '../components/loosening.js';
import { DelegationStore } from '../delegation.store.js';

@Component({
  selector: 'amity-names-page',
  imports: [HouseRuleMark, KnowerList, Loosening, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (store.delegation(); as delegation) {
        <section class="card">
          <h2>{{ t('delegations.names.rule') }}</h2>
          <ul class="rules" role="list">
            @for (rule of rules; track rule) {
              <li [class.present]="rule === delegation.rule" [attr.aria-current]="rule === delegation.rule ? 'true' : null">
                <div class="words">
                  <strong>{{ t('houseRule.name.' + rule) }}</strong>
                  <span>{{ t('houseRule.means.' + rule) }}</span>
                </div>
                @if (rule === delegation.rule) {
                  <span class="now">{{ t('delegations.names.now') }}</span>
                } @else if (mayEdit() && isTighter(rule, delegation.rule)) {
                  <button type="button" class="button" (click)="change(rule)">
                    {{ t('delegations.names.tighten', { rule: t('houseRule.name.' + rule) }) }}
                  </button>
                } @else if (mayEdit() && delegation.known && rule !== 'closed') {
                  <button type="button" class="button quiet" [attr.aria-expanded]="wanted() === rule" (click)="look(rule)">
                    {{ t('delegations.names.loosen', { rule: t('houseRule.name.' + rule) }) }}
                  </button>
                }
              </li>
            }
          </ul>
          <p class="soft">{{ t('delegations.names.once') }}</p>
          <amity-problem-notice [problem]="problem()" />
        </section>
        @if (wanted(); as rule) {
          @if (consents(); as list) {
            <section class="card">
              <h2>{{ t('delegations.loosening.heading', { rule: t('houseRule.name.' + rule) }) }}</h2>
              <amity-loosening
                [wanted]="rule"
                [consents]="list"
                (changed)="consents.set($event)"
                (chosen)="change($event)"
                (left)="wanted.set(null)"
              />
            </section>
          }
        }
        <section class="card">
          <h2>{{ t('delegations.names.heading') }} <amity-house-rule-mark [rule]="delegation.rule" /></h2>
          <p class="soft">{{ t('delegations.names.sentence') }}</p>
          <amity-knower-list />
        </section>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-5);
      max-inline-size: calc(var(--measure) + var(--space-16));
    }

    .card {
      display: grid;
      gap: var(--space-3);
    }

    h2 {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      align-items: center;
    }

    .rules {
      display: grid;
      gap: var(--space-2);
    }

    .rules li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      align-items: center;
      min-block-size: var(--target);
      padding: var(--space-3) var(--space-4);
      border: var(--hairline) solid var(--color-line);
      border-radius: var(--radius);
    }

    .rules .present {
      border-color: var(--color-accent);
      background: var(--color-accent-soft);
    }

    .words {
      display: grid;
      flex: 1 1 16rem;
    }

    .now {
      color: var(--color-accent);
      font-weight: 600;
    }
  `,
})
export class NamesPage {
  protected readonly store = inject(DelegationStore);
  private readonly words = inject(TranslocoService);
  private readonly toasts = inject(Toasts);

  protected readonly rules = houseRules;
  protected readonly mayEdit = can('delegations.edit');
  /** The looser rule that is being looked at. */
  protected readonly wanted = signal<Exclude<HouseRule, 'closed'> | null>(null);
  protected readonly consents = signal<LooseningConsents | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected isTighter(rule: HouseRule, than: HouseRule): boolean {
    return isLooser(than, rule);
  }

  protected look(rule: Exclude<HouseRule, 'closed'>): Promise<void> {
    return this.step(async () => {
      this.consents.set(await this.store.consents());
      this.wanted.set(rule);
    });
  }

  protected change(rule: HouseRule): Promise<void> {
    return this.step(async () => {
      await this.store.setRule(rule);
      this.wanted.set(null);
      this.toasts.show(this.words.translate('delegations.names.changed', { rule: this.words.translate(`houseRule.name.${rule}`) }));
    });
  }

  private async step(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // refused, above all while a consent is missing: said in words
      this.problem.set(failure);
    }
  }
}
