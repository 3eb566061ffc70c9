// Permissions in plain words, by area, as check boxes. What the reader may not give cannot be chosen; what was given stays visible.
import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Permission, permissions } from '@amity/access';

/** Permissions by their area, in the list's order. */
export function byArea(given: readonly Permission[]): { area: string; permissions: Permission[] }[] {
  const areas = [...new Set(given.map((p) => p.split('.')[0] ?? ''))];
  return areas.map((area) => ({ area, permissions: given.filter((p) => p.startsWith(`${area}.`)) }));
}

@Component({
  selector: 'amity-permission-choices',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @for (group of groups(); track group.area) {
        <fieldset>
          <legend>{{ t('access.area.' + group.area) }}</legend>
          @for (permission of group.permissions; track permission) {
            <label>
              <input
                type="checkbox"
                [checked]="value().includes(permission)"
                [disabled]="!givable().has(permission) && !value().includes(permission)"
                (change)="toggle(permission)"
              />
              {{ t('access.permission.' + permission) }}
            </label>
          }
        </fieldset>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }

    fieldset {
      min-inline-size: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0;
      color: var(--color-ink-soft);
      font-size: var(--text-small);
      font-weight: 600;
    }

    label {
      display: flex;
      gap: var(--space-2);
      align-items: baseline;
      min-block-size: var(--space-8);
      padding-block: var(--space-1);
    }

    label:has(:disabled) {
      color: var(--color-ink-soft);
    }
  `,
})
export class PermissionChoices implements FormValueControl<readonly Permission[]> {
  readonly value = model<readonly Permission[]>([]);
  /** Which permissions are shown at all. */
  readonly offered = input<readonly Permission[]>(permissions);
  readonly givable = input.required<ReadonlySet<Permission>>();
  protected readonly groups = computed(() => byArea(this.offered()));

  protected toggle(permission: Permission): void {
    this.value.update((now) => (now.includes(permission) ? now.filter((other) => other !== permission) : [...now, permission]));
  }
}
