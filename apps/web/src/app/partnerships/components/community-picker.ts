// One side of a new partnership: type, pick, and see what is filled in. What the gazetteer lacks is written down by hand.
import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import type { FieldTree, FormValueControl } from '@angular/forms/signals';
import type { CommunityDraft } from '@amity/partnerships';
import { TranslocoDirective } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Combobox, Field, ProblemNotice } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { isFromGazetteer, needsALook, type Picked } from '../community-choice.js';
import { PartnershipsApi } from '../partnerships.api.js';
import { PlaceWords, regionName } from '../place-words.js';
import { CommunityByHand } from './community-by-hand.js';
import { CommunityFacts } from './community-facts.js';

@Component({
  selector: 'amity-community-picker',
  imports: [Combobox, CommunityFacts, Field, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'partnerships'">
      <amity-field [label]="t('side.' + side())" [of]="of()">
        <amity-combobox
          [(value)]="value"
          [search]="search"
          [nameOf]="nameOf"
          [noteOf]="noteOf"
          [placeholder]="t('new.placeholder')"
          (focusout)="touch.emit()"
        />
      </amity-field>
      <amity-problem-notice [problem]="problem()" />
      @if (value(); as picked) {
        <amity-community-facts [of]="picked" [side]="side()" [flagged]="flagged()" />
      }
      <button type="button" class="button quiet" (click)="byHand()">{{ t('new.byHand') }}</button>
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
      justify-items: start;
      align-content: start;
    }

    amity-field,
    amity-community-facts,
    amity-problem-notice {
      inline-size: 100%;
    }

    amity-problem-notice:empty {
      display: none;
    }
  `,
})
export class CommunityPicker implements FormValueControl<Picked | null> {
  readonly value = model<Picked | null>(null);
  readonly touch = output();
  readonly side = input.required<'home' | 'partner'>();
  /** The form's field: its error stands under the search. */
  readonly of = input<FieldTree<unknown> | null>(null);

  private readonly api = inject(PartnershipsApi);
  private readonly dialog = inject(Dialog);
  private readonly formats = inject(Formats);
  private readonly words = inject(PlaceWords);

  private typed = '';
  protected readonly problem = signal<Problem | null>(null);
  protected readonly flagged = computed(() => {
    const picked = this.value();
    return picked !== null && needsALook(picked);
  });

  protected readonly nameOf = (place: Picked): string => place.name;
  protected readonly noteOf = (place: Picked): string => {
    const region = isFromGazetteer(place) ? regionName(place.region) : '';
    const population = place.population === null ? '' : this.formats.number(place.population);
    return [region, this.words.country(place.countryCode), population].filter((part) => part !== '').join(' · ');
  };

  protected readonly search = async (typed: string): Promise<readonly Picked[]> => {
    this.typed = typed;
    if (typed === '') return [];
    this.problem.set(null);
    try {
      const [byHand, places] = await Promise.all([this.api.communitiesByHand(typed), this.api.places(typed)]);
      return [...byHand, ...places];
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // what the api refuses is shown under the field
      this.problem.set(failure);
      return [];
    }
  };

  protected async byHand(): Promise<void> {
    const opened = this.dialog.open<CommunityDraft, string, CommunityByHand>(CommunityByHand, {
      data: this.value()?.name ?? this.typed,
      ariaLabelledBy: 'dialog-heading',
    });
    const draft = await firstValueFrom(opened.closed);
    if (draft !== undefined) this.value.set(draft);
  }
}
