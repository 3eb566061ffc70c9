// What a partner knows better about one field of one delegate, or taking it back. The roster stays as it is until a coordinator takes it over.
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { PartnerEntryDraft, type SharedCell } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { knownDiets } from '@amity/people';
import { ChipChoices, Control, Field, ProblemNotice, SideSheet } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { SharingApi } from './sharing.api.js';
import { entryOf, type EntryTyped, typedOf } from './entry.typed.js';

@Component({
  selector: 'amity-entry-sheet',
  imports: [ChipChoices, Control, Field, ProblemNotice, SideSheet, TranslocoDirective],
  template: `
    <amity-side-sheet [heading]="t('field.' + cell().field)" (closed)="closed.emit()" *transloco="let t; prefix: 'delegations.shared'">
      <form class="stack" id="entry-form" (submit)="save($event)">
        <p class="soft">{{ t('entrySentence') }}</p>
        <amity-problem-notice [problem]="problem()" />
        @switch (cell().field) {
          @case ('names') {
            <amity-field [label]="t('givenName')">
              <input amityControl class="input" [value]="typed().givenName" (input)="type('givenName', $event)" />
            </amity-field>
            <amity-field [label]="t('familyName')">
              <input amityControl class="input" [value]="typed().familyName" (input)="type('familyName', $event)" />
            </amity-field>
          }
          @case ('diet') {
            <amity-field [label]="t('field.diet')" [group]="true">
              <amity-chip-choices [choices]="diets()" [ownWords]="t('otherDiet')" [value]="typed().diet" (valueChange)="eat($event)" />
            </amity-field>
          }
          @case ('flights') {
            <amity-field [label]="t('field.flights')" [help]="t('flightsHelp')">
              <textarea amityControl class="input" rows="3" [value]="typed().flights" (input)="type('flights', $event)"></textarea>
            </amity-field>
          }
          @case ('contacts') {
            <amity-field [label]="t('email')">
              <input amityControl class="input" inputmode="email" [value]="typed().email" (input)="type('email', $event)" />
            </amity-field>
            <amity-field [label]="t('phone')">
              <input amityControl class="input" inputmode="tel" [value]="typed().phone" (input)="type('phone', $event)" />
            </amity-field>
          }
        }
      </form>
      <ng-container actions>
        @if (cell().theirs !== null) {
          <button type="button" class="button quiet" (click)="send(null)">{{ t('takeBack') }}</button>
        }
        <button type="submit" form="entry-form" class="button primary" [disabled]="!draft().success">{{ t('save') }}</button>
      </ng-container>
    </amity-side-sheet>
  `,
})
export class EntrySheet {
  readonly delegationId = input.required<Id>();
  readonly delegateId = input.required<Id>();
  readonly cell = input.required<SharedCell>();
  readonly closed = output();
  readonly saved = output();

  private readonly api = inject(SharingApi);
  private readonly words = inject(TranslocoService);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly typed = linkedSignal(() => typedOf(this.cell()));
  protected readonly diets = computed(() =>
    knownDiets.map((value) => ({ value, label: this.words.translate(`delegations.diet.${value}`) })),
  );
  protected readonly draft = computed(() => PartnerEntryDraft.safeParse(entryOf(this.cell().field, this.typed())));

  protected type(name: Exclude<keyof EntryTyped, 'diet'>, event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      this.typed.update((typed) => ({ ...typed, [name]: target.value }));
  }

  protected eat(diet: readonly string[]): void {
    this.typed.update((typed) => ({ ...typed, diet }));
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    return this.draft().data ? this.send(this.draft().data ?? null) : Promise.resolve();
  }

  /** @param draft null takes back what was said */
  protected async send(draft: PartnerEntryDraft | null): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.enter(this.delegationId(), this.delegateId(), draft ?? { field: this.cell().field, value: null });
      this.saved.emit();
      this.closed.emit();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is an answer to the reader; what was typed stays
      this.problem.set(failure);
    }
  }
}
