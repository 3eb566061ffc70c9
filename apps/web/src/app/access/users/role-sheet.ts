// A role of the organization's own: its name and what it may do.
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { beyond, type CustomRole, CustomRoleDraft, type Permission, permissions } from '@amity/access';
import { AmityForm, Control, ErrorSummary, Field, ProblemNotice, SideSheet, Toasts } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { SessionStore } from '../session.store.js';
import { PermissionChoices } from './permission-choices.js';
import { UsersApi } from './users.api.js';

@Component({
  selector: 'amity-role-sheet',
  imports: [AmityForm, Control, ErrorSummary, Field, FormField, PermissionChoices, ProblemNotice, SideSheet, TranslocoDirective],
  template: `
    <amity-side-sheet [heading]="role()?.name ?? t('access.roles.add')" (closed)="closed.emit()" *transloco="let t">
      <form class="stack" id="role-form" [amityForm]="form.tree">
        <amity-error-summary />
        <amity-problem-notice [problem]="refused() ?? form.problem()" [kept]="t('access.users.kept')" />
        <amity-field [label]="t('access.roles.name')" [of]="form.tree.name">
          <input amityControl class="input" autocomplete="off" [formField]="form.tree.name" />
        </amity-field>
        <amity-field [label]="t('access.roles.permissions')" [help]="t('access.roles.onlyOwn')" [group]="true" [of]="form.tree.permissions">
          <amity-permission-choices [givable]="givable()" [formField]="form.tree.permissions" />
        </amity-field>
        @if (role()) {
          <div>
            <button type="button" class="button quiet" (click)="remove()">{{ t('access.roles.remove') }}</button>
          </div>
        }
      </form>
      <ng-container actions>
        <button type="button" class="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
        <button type="submit" form="role-form" class="button primary" [disabled]="form.saving()">{{ t('access.roles.save') }}</button>
      </ng-container>
    </amity-side-sheet>
  `,
})
export class RoleSheet {
  /** Null for a new one. */
  readonly role = input.required<CustomRole | null>();
  readonly closed = output();
  readonly saved = output();

  private readonly api = inject(UsersApi);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly refused = signal<Problem | null>(null);
  protected readonly givable = computed(() => new Set(permissions.filter((p) => beyond(this.session.held(), [p]).length === 0)));
  protected readonly form = schemaForm(
    { name: '', permissions: [] } as { name: string; permissions: Permission[] },
    CustomRoleDraft,
    async (draft) => {
      this.refused.set(null);
      const role = this.role();
      await (role ? this.api.changeRole(role, draft) : this.api.addRole(draft));
      this.done('saved', draft.name);
    },
  );

  constructor() {
    effect(() => {
      const role = this.role();
      this.form.model.set({ name: role?.name ?? '', permissions: [...(role?.permissions ?? [])] });
    });
  }

  protected async remove(): Promise<void> {
    const role = this.role();
    if (!role) return;
    this.refused.set(null);
    try {
      await this.api.removeRole(role);
      this.done('removed', role.name);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // somebody holds it: said in the sheet
      this.refused.set(failure);
    }
  }

  private done(what: 'saved' | 'removed', name: string): void {
    this.toasts.show(this.words.translate(`access.roles.${what}`, { name }));
    this.saved.emit();
  }
}
