// Built-in roles by their word and custom ones by their id stand in one list of choices, and part again when they are saved.
import { inject, Injectable, resource } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { beyond, beyondRole, type NamedRole, type Permission, type Role, type RoleList, roles } from '@amity/access';
import type { Choice } from '@amity/ui';
import * as z from 'zod';
import { UsersApi } from './users.api.js';

export interface RolesTyped {
  chosen: readonly string[];
}

/** What a form keeps under `chosen`, as the contracts want it. */
export function partedRoles(chosen: readonly string[]): { roles: Role[]; customRoleIds: string[] } {
  return {
    roles: roles.filter((role) => chosen.includes(role)),
    customRoleIds: chosen.filter((one) => !roles.some((role) => role === one)),
  };
}

/** At least one role has to be chosen; the sentence stands under the choices. */
export const chosenRoles = (sentence: () => string) => z.array(z.string()).min(1, { error: sentence });

@Injectable({ providedIn: 'root' })
export class RoleChoices {
  private readonly api = inject(UsersApi);
  private readonly words = inject(TranslocoService);

  /** Call it in an injection context: the organization's roles, read anew for each page. */
  load() {
    return resource({ loader: (): Promise<RoleList> => this.api.roles() });
  }

  /** What somebody who holds `held` can give, and what is given already. */
  choices(list: RoleList | undefined, held: ReadonlySet<Permission>, given: readonly string[]): Choice[] {
    const builtIn = roles.filter((role) => given.includes(role) || beyondRole(held, role).length === 0);
    const custom = (list?.custom ?? []).filter(({ id, permissions }) => given.includes(id) || beyond(held, permissions).length === 0);
    return [
      ...builtIn.map((role) => ({ value: role, label: this.name(role) })),
      ...custom.map(({ id, name }) => ({ value: id, label: name })),
    ];
  }

  name(role: Role): string {
    return this.words.translate(`access.role.${role}`);
  }

  permission(permission: Permission): string {
    return this.words.translate(`access.permission.${permission}`);
  }

  /** Names of all roles somebody has, ready to be read. */
  names({ roles: builtIn, customRoles }: { readonly roles: readonly Role[]; readonly customRoles: readonly NamedRole[] }): string {
    return [...builtIn.map((role) => this.name(role)), ...customRoles.map(({ name }) => name)].join(', ');
  }
}
