// One member beside the list: what they may do, and whether they may sign in. One's own roles are for others to change.
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { RoleList, User } from '@amity/access';
import { AmityForm, ChipChoices, Confirm, ErrorSummary, Field, ProblemNotice, SideSheet, Toasts } from '@amity/ui';
import * as z from 'zod';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { SessionStore } from '../session.store.js';
import { chosenRoles, partedRoles, RoleChoices, type RolesTyped } from './role.choices.js';
import { UsersApi } from './users.api.js';

@Component({
  selector: 'amity-user-sheet',
  imports: [AmityForm, ChipChoices, ErrorSummary, Field, FormField, ProblemNotice, SideSheet, TranslocoDirective],
  template: `
    <amity-side-sheet [heading]="user().name" (closed)="closed.emit()" *transloco="let t">
      <div class="stack">
        <p class="soft">{{ user().email }}</p>
        <amity-problem-notice [problem]="refused()" [kept]="t('access.users.kept')" />
        @if (user().isMe) {
          <p>{{ choices.names(user()) }}</p>
          <p class="soft">{{ t('access.users.own') }}</p>
        } @else {
          <form class="stack" id="user-form" [amityForm]="form.tree">
            <amity-error-summary />
            <amity-problem-notice [problem]="form.problem()" [kept]="t('access.users.kept')" />
            <amity-field
              [label]="t('access.users.field.roles')"
              [help]="t('access.invitations.rolesHelp')"
              [group]="true"
              [of]="form.tree.chosen"
            >
              <amity-chip-choices [choices]="offered()" [atMost]="40" [formField]="form.tree.chosen" />
            </amity-field>
          </form>
          <div class="row">
            <button type="button" class="button" (click)="setAccess()">
              {{ t(user().state === 'active' ? 'access.users.suspend' : 'access.users.reinstate') }}
            </button>
            <button type="button" class="button quiet" (click)="remove()">{{ t('access.users.remove') }}</button>
          </div>
        }
      </div>
      <ng-container actions>
        @if (!user().isMe) {
          <button type="button" class="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
          <button type="submit" form="user-form" class="button primary" [disabled]="form.saving()">{{ t('access.users.save') }}</button>
        }
      </ng-container>
    </amity-side-sheet>
  `,
})
export class UserSheet {
  readonly user = input.required<User>();
  readonly roles = input.required<RoleList | undefined>();
  readonly closed = output();
  readonly changed = output<User>();
  readonly removed = output<User>();

  private readonly api = inject(UsersApi);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly choices = inject(RoleChoices);

  protected readonly refused = signal<Problem | null>(null);
  protected readonly form = schemaForm(
    { chosen: [] } as RolesTyped,
    z.object({ chosen: chosenRoles(() => this.words.translate('forms.issue.required')) }),
    async ({ chosen }) => {
      this.changed.emit(await this.api.changeRoles(this.user(), partedRoles(chosen)));
      this.say('saved');
    },
  );
  private readonly given = computed(() => [...this.user().roles, ...this.user().customRoles.map(({ id }) => id)]);
  protected readonly offered = computed(() => this.choices.choices(this.roles(), this.session.held(), this.given()));

  constructor() {
    effect(() => {
      this.form.model.set({ chosen: this.given() });
      this.refused.set(null);
    });
  }

  /** Done at once, with the way back in the toast. */
  protected setAccess(): Promise<void> {
    const verb = this.user().state === 'active' ? 'suspend' : 'reinstate';
    return this.attempt(async () => {
      this.changed.emit(await this.api.setAccess(this.user(), verb));
      this.say(verb === 'suspend' ? 'suspended' : 'reinstated', () => this.setAccess());
    });
  }

  protected async remove(): Promise<void> {
    const isSure = await this.confirm.ask({
      heading: this.words.translate('access.users.removeHeading', { name: this.user().name }),
      sentence: this.words.translate('access.users.removeSentence'),
      action: this.words.translate('access.users.remove'),
      danger: true,
    });
    if (!isSure) return;
    await this.attempt(async () => {
      await this.api.remove(this.user());
      this.say('removed');
      this.removed.emit(this.user());
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.refused.set(null);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal stands in the sheet
      this.refused.set(failure);
    }
  }

  private say(what: 'saved' | 'suspended' | 'reinstated' | 'removed', undo: (() => unknown) | null = null): void {
    this.toasts.show(this.words.translate(`access.users.${what}`, { name: this.user().name }), undo);
  }
}
