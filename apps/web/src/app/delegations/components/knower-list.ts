// Who is shown the names of a delegation. Somebody on the list adds others, with the reason; an administrator may join.
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { KnowerDraft, type Knower } from '@amity/delegations';
import { Control, Field, ProblemNotice } from '@amity/ui';
import { SessionStore } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { DelegationStore } from '../delegation.store.js';

@Component({
  selector: 'amity-knower-list',
  imports: [Control, Field, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (store.needToKnow(); as list) {
        <ul role="list">
          @for (one of list.items; track one.id) {
            <li>
              <span class="who"
                ><bdi>{{ one.name }}</bdi>
                <span class="soft small">{{ t('delegations.names.since', { day: formats.date(one.since.slice(0, 10)) }) }}</span></span
              >
              @if (one.reason) {
                <span class="reason">{{ one.reason }}</span>
              }
              @if (list.items.length > 1 && isListed()) {
                <button type="button" class="button quiet" (click)="remove(one)">
                  {{ t('delegations.names.remove') }}<span class="visually-hidden"> {{ one.name }}</span>
                </button>
              }
            </li>
          } @empty {
            <li class="soft">{{ t('delegations.names.nobody') }}</li>
          }
        </ul>
        @if (list.mayJoin || list.staff.length > 0) {
          <form (submit)="add($event)">
            <amity-problem-notice [problem]="problem()" [kept]="t('delegations.kept')" />
            @if (list.mayJoin) {
              <p>{{ t('delegations.names.join') }}</p>
            } @else {
              <amity-field [label]="t('delegations.names.person')">
                <select amityControl class="input" [value]="person()" (change)="person.set(valueOf($event))">
                  <option value="">{{ t('delegations.names.choose') }}</option>
                  @for (one of list.staff; track one.accountId) {
                    <option [value]="one.accountId">{{ one.name }}</option>
                  }
                </select>
              </amity-field>
            }
            <amity-field [label]="t('delegations.names.reason')" [help]="t('delegations.names.reasonHelp')">
              <input amityControl class="input" autocomplete="off" [value]="reason()" (input)="reason.set(valueOf($event))" />
            </amity-field>
            <div class="row">
              <button type="submit" class="button" [disabled]="!ready()">
                {{ t(list.mayJoin ? 'delegations.names.joinAction' : 'delegations.names.add') }}
              </button>
            </div>
          </form>
        }
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }

    form {
      display: grid;
      gap: var(--space-3);
      max-inline-size: var(--measure);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
      align-items: center;
      min-block-size: var(--target);
      padding-block: var(--space-2);
      border-block-end: var(--hairline) solid var(--color-line);
    }

    .who {
      display: grid;
      flex: 0 1 14rem;
    }

    .reason {
      flex: 1 1 12rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class KnowerList {
  protected readonly store = inject(DelegationStore);
  protected readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);

  protected readonly person = signal('');
  protected readonly reason = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isListed = computed(() => this.store.needToKnow()?.items.some(({ accountId }) => accountId === this.own()) ?? false);
  private readonly own = computed(() => this.session.me()?.account.id ?? '');
  private readonly draft = computed(() => {
    const accountId = this.store.needToKnow()?.mayJoin ? this.own() : this.person();
    return KnowerDraft.safeParse({ accountId, reason: this.reason() });
  });
  protected readonly ready = computed(() => this.draft().success);

  protected valueOf(event: Event): string {
    return event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement ? event.target.value : '';
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft().data;
    if (!draft) return;
    await this.step(() => this.store.letKnow(draft));
    if (this.problem()) return;
    this.person.set('');
    this.reason.set('');
  }

  protected remove(knower: Knower): Promise<void> {
    return this.step(() => this.store.letForget(knower.id));
  }

  private async step(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is an answer to the reader
      this.problem.set(failure);
    }
  }
}
