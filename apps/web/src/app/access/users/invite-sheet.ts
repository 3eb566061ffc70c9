// Asking somebody to join: an address and roles. What the page says never depends on whether the address has an account.
import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EmailAddress, type RoleList } from '@amity/access';
import { AmityForm, ChipChoices, Control, ErrorSummary, Field, ProblemNotice, SideSheet, Toasts } from '@amity/ui';
import * as z from 'zod';
import { schemaForm } from '../../forms/index.js';
import { SessionStore } from '../session.store.js';
import { chosenRoles, partedRoles, RoleChoices, type RolesTyped } from './role.choices.js';
import { UsersApi } from './users.api.js';

@Component({
  selector: 'amity-invite-sheet',
  imports: [AmityForm, ChipChoices, Control, ErrorSummary, Field, FormField, ProblemNotice, SideSheet, TranslocoDirective],
  template: `
    <amity-side-sheet [heading]="t('access.invitations.new')" (closed)="closed.emit()" *transloco="let t">
      <form class="stack" id="invite-form" [amityForm]="form.tree">
        <p class="soft">{{ t('access.invitations.sentence') }}</p>
        <amity-error-summary />
        <amity-problem-notice [problem]="form.problem()" [kept]="t('access.users.kept')" />
        <amity-field [label]="t('access.users.field.email')" [of]="form.tree.email">
          <input amityControl class="input" type="email" inputmode="email" autocomplete="off" [formField]="form.tree.email" />
        </amity-field>
        <amity-field
          [label]="t('access.users.field.roles')"
          [help]="t('access.invitations.rolesHelp')"
          [group]="true"
          [of]="form.tree.chosen"
        >
          <amity-chip-choices [choices]="offered()" [atMost]="40" [formField]="form.tree.chosen" />
        </amity-field>
      </form>
      <ng-container actions>
        <button type="button" class="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
        <button type="submit" form="invite-form" class="button primary" [disabled]="form.saving()">
          {{ t('access.invitations.send') }}
        </button>
      </ng-container>
    </amity-side-sheet>
  `,
})
export class InviteSheet {
  readonly roles = input.required<RoleList | undefined>();
  readonly closed = output();
  readonly sent = output();

  private readonly api = inject(UsersApi);
  private readonly choices = inject(RoleChoices);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly offered = computed(() => this.choices.choices(this.roles(), this.session.held(), []));
  protected readonly form = schemaForm(
    { email: '', chosen: [] } as RolesTyped & { email: string },
    z.object({ email: EmailAddress, chosen: chosenRoles(() => this.words.translate('forms.issue.required')) }),
    async ({ email, chosen }) => {
      await this.api.invite({ email, ...partedRoles(chosen) });
      this.toasts.show(this.words.translate('access.invitations.sent', { email }));
      this.sent.emit();
      this.closed.emit();
    },
  );
}
