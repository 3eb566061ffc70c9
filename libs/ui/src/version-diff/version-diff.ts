// Two people saved at once: each field that differs, yours beside theirs, and a choice for each. Nothing is merged silently;
// until something else is chosen what stands is yours, because it is what you just wrote.
import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

export interface VersionedField {
  readonly name: string;
  readonly label: string;
  readonly yours: unknown;
  readonly theirs: unknown;
  /** As shown; the value itself is given back. */
  readonly yoursShown: string;
  readonly theirsShown: string;
}

@Component({
  selector: 'amity-version-diff',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p>{{ t('ui.diff.sentence') }}</p>
      @for (field of differing(); track field.name) {
        <fieldset>
          <legend>{{ field.label }}</legend>
          <label>
            <input type="radio" [name]="field.name" [checked]="side(field.name) === 'yours'" (change)="choose(field.name, 'yours')" />
            <span
              ><span class="whose">{{ t('ui.diff.yours') }}</span
              >{{ field.yoursShown || '–' }}</span
            >
          </label>
          <label>
            <input type="radio" [name]="field.name" [checked]="side(field.name) === 'theirs'" (change)="choose(field.name, 'theirs')" />
            <span
              ><span class="whose">{{ t('ui.diff.theirs') }}</span
              >{{ field.theirsShown || '–' }}</span
            >
          </label>
        </fieldset>
      }
      <button type="button" class="button primary" (click)="settle()">{{ t('ui.diff.save') }}</button>
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      justify-items: start;
    }

    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: var(--space-2);
      inline-size: 100%;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0;
      margin-block-end: var(--space-1);
      font-weight: 600;
    }

    label {
      display: flex;
      gap: var(--space-2);
      align-items: baseline;
      padding: var(--space-2) var(--space-3);
      border: var(--hairline) solid var(--color-line-strong);
      border-radius: var(--radius);
      cursor: pointer;
    }

    label:has(:checked) {
      border-color: var(--color-accent);
      background: var(--color-accent-soft);
    }

    .whose {
      display: block;
      color: var(--color-ink-soft);
      font-size: var(--text-small);
    }
  `,
})
export class VersionDiff {
  readonly fields = input.required<readonly VersionedField[]>();
  /** The value chosen for every field, those that do not differ included. */
  readonly settled = output<Readonly<Record<string, unknown>>>();

  protected readonly differing = computed(() =>
    this.fields().filter(({ yours, theirs }) => JSON.stringify(yours) !== JSON.stringify(theirs)),
  );
  private readonly theirs = linkedSignal<ReadonlySet<string>>(() => (this.fields(), new Set()));

  protected side(name: string): 'yours' | 'theirs' {
    return this.theirs().has(name) ? 'theirs' : 'yours';
  }

  protected choose(name: string, side: 'yours' | 'theirs'): void {
    this.theirs.update((names) => new Set([...names].filter((other) => other !== name).concat(side === 'theirs' ? [name] : [])));
  }

  protected settle(): void {
    this.settled.emit(
      Object.fromEntries(this.fields().map(({ name, yours, theirs }) => [name, this.side(name) === 'yours' ? yours : theirs])),
    );
  }
}
