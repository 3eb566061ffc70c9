// Who may do what: every permission in plain words against every role. On a narrow screen the table scrolls inside its frame, and
// the words of the rows stay.
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type CustomRole, permissions } from '@amity/access';
import { Icon, PageHeader, ProblemNotice, Skeleton } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import checkIcon from '@material-symbols/svg-400/rounded/check.svg';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { byArea } from './permission-choices.js';
import { RoleChoices } from './role.choices.js';
import { RoleSheet } from './role-sheet.js';

@Component({
  selector: 'amity-roles-page',
  imports: [Icon, PageHeader, ProblemNotice, RoleSheet, Skeleton, TranslocoDirective],
  templateUrl: './roles.page.html',
  styleUrl: './roles.page.css',
})
export class RolesPage {
  private readonly choices = inject(RoleChoices);
  private readonly formats = inject(Formats);

  protected readonly addIcon = addIcon;
  protected readonly checkIcon = checkIcon;
  protected readonly groups = byArea(permissions);
  protected readonly roles = this.choices.load();
  protected readonly problem = computed(() => {
    const failure = this.roles.error();
    return failure instanceof Problem ? failure : null;
  });
  protected readonly open = signal<CustomRole | 'new' | null>(null);
  protected readonly columns = computed(() => {
    if (!this.roles.hasValue()) return null;
    const { builtIn, custom } = this.roles.value();
    return [
      ...builtIn.map(({ role, permissions: held, members }) => ({ id: role, name: this.choices.name(role), held, members, own: null })),
      ...custom.map((own) => ({ id: own.id, name: own.name, held: own.permissions, members: own.members, own })),
    ];
  });

  protected plural(count: number): string {
    return this.formats.plural(count) === 'one' ? 'one' : 'other';
  }

  protected saved(): void {
    this.open.set(null);
    this.roles.reload();
  }
}
