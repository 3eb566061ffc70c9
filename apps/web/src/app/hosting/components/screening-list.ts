// The checklist: every requirement with everybody it asks, how it stands today and on which day it lapses. A check is
// recorded in place: outcome, day, provider; the report itself is never asked for.
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CheckInput, Household, ScreeningCell } from '@amity/hosting';
import { ChoiceCards, Control, Field, Icon, ProblemNotice, type ShownProblem, StatusChip, type Tone } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import { Formats } from '../../language/index.js';
import type { FieldProblem } from '../../http/index.js';
import { toneOfScreening } from '../household.tones.js';

interface Line extends ScreeningCell {
  readonly key: string;
  readonly who: string;
}

@Component({
  selector: 'amity-screening-list',
  imports: [ChoiceCards, Control, Field, Icon, ProblemNotice, StatusChip, TranslocoDirective],
  templateUrl: './screening-list.html',
  styleUrl: './screening-list.css',
})
export class ScreeningList {
  readonly household = input.required<Household>();
  readonly mayScreen = input(false);
  readonly busy = input(false);
  readonly problem = input<(ShownProblem & { readonly errors: readonly FieldProblem[] }) | null>(null);
  readonly recorded = output<CheckInput>();
  /** Somebody began to record another check. */
  readonly begun = output();

  private readonly words = inject(TranslocoService);
  protected readonly formats = inject(Formats);
  protected readonly addIcon = addIcon;
  /** The line whose form is open. */
  readonly open = signal<string | null>(null);
  protected readonly typed = signal({ outcome: 'passed', checkedOn: '', provider: '', validUntil: '' });

  protected readonly groups = computed(() => {
    const { requirements, screening, members, name } = this.household();
    const whose = new Map(members.map((member) => [member.id, member.name]));
    return requirements.map((requirement) => ({
      requirement,
      lines: screening
        .filter(({ requirementKey }) => requirementKey === requirement.key)
        .map((cell): Line => ({
          ...cell,
          key: `${cell.requirementKey}/${cell.memberId ?? ''}`,
          who: cell.memberId ? (whose.get(cell.memberId) ?? '') : name,
        })),
    }));
  });
  protected readonly source = computed(() => this.household().requirements[0] ?? null);
  protected readonly outcomes = () => [
    { value: 'passed', label: this.words.translate<string>('hosting.outcomes.passed') },
    { value: 'failed', label: this.words.translate<string>('hosting.outcomes.failed') },
  ];

  protected toneOf(status: ScreeningCell['status']): Tone {
    return toneOfScreening[status];
  }

  protected begin(key: string): void {
    this.typed.set({ outcome: 'passed', checkedOn: this.household().today, provider: '', validUntil: '' });
    this.open.set(key);
    this.begun.emit();
  }

  protected type(name: 'outcome' | 'checkedOn' | 'provider' | 'validUntil', value: Event | string): void {
    const text = typeof value === 'string' ? value : value.target instanceof HTMLInputElement ? value.target.value : '';
    this.typed.update((typed) => ({ ...typed, [name]: text }));
  }

  protected save(event: Event, line: Line): void {
    event.preventDefault();
    const { outcome, checkedOn, provider, validUntil } = this.typed();
    this.recorded.emit({
      requirementKey: line.requirementKey,
      memberId: line.memberId,
      outcome: outcome === 'failed' ? 'failed' : 'passed',
      checkedOn,
      provider,
      validUntil: validUntil || null,
    });
  }

  protected errorOf(path: string): string {
    return this.problem()?.errors.find((error) => error.path === path)?.detail ?? '';
  }
}
