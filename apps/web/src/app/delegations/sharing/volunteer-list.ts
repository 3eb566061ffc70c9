// Volunteers who help with a delegation. They meet this one and no other.
import { Component, effect, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Assignments } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { Control, Field, ProblemNotice } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { SharingApi } from './sharing.api.js';

@Component({
  selector: 'amity-volunteer-list',
  imports: [Control, Field, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'delegations.sharing'">
      <amity-problem-notice [problem]="problem()" />
      @if (assignments(); as list) {
        <ul role="list">
          @for (one of list.items; track one.id) {
            <li>
              <bdi>{{ one.name }}</bdi>
              <button type="button" class="button quiet" (click)="release(one.id)">
                {{ t('release') }}<span class="visually-hidden"> {{ one.name }}</span>
              </button>
            </li>
          } @empty {
            <li class="soft">{{ t('noVolunteers') }}</li>
          }
        </ul>
        @if (list.volunteers.length > 0) {
          <form (submit)="assign($event)">
            <amity-field [label]="t('volunteer')">
              <select amityControl class="input" [value]="chosen()" (change)="choose($event)">
                <option value="">{{ t('chooseVolunteer') }}</option>
                @for (one of list.volunteers; track one.accountId) {
                  <option [value]="one.accountId">{{ one.name }}</option>
                }
              </select>
            </amity-field>
            <button type="submit" class="button" [disabled]="!chosen()">{{ t('assign') }}</button>
          </form>
        }
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }

    li {
      display: flex;
      gap: var(--space-4);
      align-items: center;
      justify-content: space-between;
      min-block-size: var(--target);
      border-block-end: var(--hairline) solid var(--color-line);
    }

    form {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
      align-items: end;
    }
  `,
})
export class VolunteerList {
  readonly delegationId = input.required<Id>();

  private readonly api = inject(SharingApi);
  protected readonly assignments = signal<Assignments | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly chosen = signal('');

  constructor() {
    effect(() => {
      const id = this.delegationId();
      void this.step(() => this.api.assignments(id));
    });
  }

  protected choose(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.chosen.set(event.target.value);
  }

  protected async assign(event: Event): Promise<void> {
    event.preventDefault();
    await this.step(() => this.api.assign(this.delegationId(), this.chosen()));
    this.chosen.set('');
  }

  protected release(assignmentId: Id): Promise<void> {
    return this.step(() => this.api.release(this.delegationId(), assignmentId));
  }

  private async step(work: () => Promise<Assignments>): Promise<void> {
    this.problem.set(null);
    try {
      this.assignments.set(await work());
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is an answer to the reader
      this.problem.set(failure);
    }
  }
}
