// A community that the gazetteer lacks, written down: the zone follows its coordinates until somebody chooses another.
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { CommunityDraft } from '@amity/partnerships';
import { TranslocoDirective } from '@jsverse/transloco';
import { AmityForm, Control, DialogFrame, ErrorSummary, Field, ProblemNotice } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { PartnershipsApi } from '../partnerships.api.js';
import { PlaceWords } from '../place-words.js';
import { HandForm, pointIn } from '../hand.form.js';

@Component({
  selector: 'amity-community-by-hand',
  imports: [AmityForm, Control, DialogFrame, ErrorSummary, Field, FormField, ProblemNotice, TranslocoDirective],
  templateUrl: './community-by-hand.html',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
      gap: var(--space-3);
    }

    .row {
      justify-content: end;
    }
  `,
})
export class CommunityByHand {
  private readonly api = inject(PartnershipsApi);
  protected readonly dialog = inject<DialogRef<CommunityDraft>>(DialogRef);
  protected readonly countries = inject(PlaceWords).countries();
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly form = schemaForm(
    { name: inject<string>(DIALOG_DATA), countryCode: '', latitude: '', longitude: '', zone: '', population: '' },
    HandForm,
    (draft) => Promise.resolve(this.dialog.close(CommunityDraft.parse(draft))),
  );

  /** When both coordinates stand there, the zone is filled in. */
  protected async fillZone(): Promise<void> {
    const point = pointIn(this.form.model());
    if (point === null || this.form.tree.zone().dirty()) return;
    try {
      const zone = await this.api.zoneAt(point.latitude, point.longitude);
      if (!this.form.tree.zone().dirty()) this.form.model.update((typed) => ({ ...typed, zone }));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // without an answer the zone is chosen by hand, as the field stands there
    }
  }
}
