// What one side says of a shared field, in words.
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { SharedCell } from '@amity/delegations';
import { isKnownDiet } from '@amity/people';

@Component({
  selector: 'amity-cell-value',
  template: `<bdi>{{ said() }}</bdi>`,
  styles: `
    bdi {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class CellValue {
  readonly value = input.required<SharedCell['ours']>();
  private readonly words = inject(TranslocoService);

  protected readonly said = computed(() => {
    const value = this.value();
    if (value === null) return '–';
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.map((word) => this.dietWord(word)).join(', ') || '–';
    const parts = 'email' in value ? [value.email, value.phone] : [value.givenName, value.familyName];
    return parts.filter(Boolean).join('email' in value ? '\n' : ' ') || '–';
  });

  private dietWord(word: string): string {
    return isKnownDiet(word) ? this.words.translate(`delegations.diet.${word}`) : word;
  }
}
