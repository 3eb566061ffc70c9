// A new site, named while an appointment is being planned; what was typed there stays.
import { Component, inject, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { AmityForm, Control, ErrorSummary, Field, ProblemNotice } from '@amity/ui';
import { SiteDraft, type Site, type SiteInput } from '@amity/visits';
import { TranslocoDirective } from '@jsverse/transloco';
import * as z from 'zod';
import { schemaForm } from '../../forms/index.js';
import { VisitsApi } from '../visits.api.js';

interface TypedSite {
  name: string;
  address: string;
  zone: string;
  oneGroupAtATime: boolean;
  accessNotes: string;
}

const TypedSite: z.ZodType<SiteDraft, TypedSite> = z
  .custom<TypedSite>()
  .transform((typed): SiteInput => ({ ...typed, zone: typed.zone || null }))
  .pipe(SiteDraft);

@Component({
  selector: 'amity-site-form',
  imports: [AmityForm, Control, ErrorSummary, Field, FormField, ProblemNotice, TranslocoDirective],
  template: `
    <form class="stack" [amityForm]="form.tree" *transloco="let t">
      <h3>{{ t('visits.site.new') }}</h3>
      <amity-error-summary />
      <amity-problem-notice [problem]="form.problem()" />
      <amity-field [label]="t('visits.site.name')" [of]="form.tree.name">
        <input amityControl class="input" autocomplete="off" [formField]="form.tree.name" />
      </amity-field>
      <amity-field [label]="t('visits.site.address')" [of]="form.tree.address">
        <input amityControl class="input" autocomplete="off" [formField]="form.tree.address" />
      </amity-field>
      <amity-field [label]="t('visits.site.zone')" [help]="t('visits.site.zoneHelp')" [of]="form.tree.zone">
        <select amityControl class="input" [formField]="form.tree.zone">
          <option value="">{{ t('visits.site.ownZone') }}</option>
          @for (zone of zones; track zone) {
            <option [value]="zone">{{ zone }}</option>
          }
        </select>
      </amity-field>
      <amity-field [label]="t('visits.site.accessNotes')" [optional]="t('visits.form.optional')" [of]="form.tree.accessNotes">
        <input amityControl class="input" [formField]="form.tree.accessNotes" />
      </amity-field>
      <label class="row"><input type="checkbox" [formField]="form.tree.oneGroupAtATime" /> {{ t('visits.site.oneGroup') }}</label>
      <div class="row">
        <button type="submit" class="button primary" [disabled]="form.saving()">{{ t('visits.site.add') }}</button>
        <button type="button" class="button" (click)="left.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    form {
      padding: var(--space-4);
      border: var(--hairline) solid var(--color-line);
      border-radius: var(--radius);
      background: var(--color-sunken);
    }
  `,
})
export class SiteForm {
  private readonly api = inject(VisitsApi);
  readonly added = output<Site>();
  readonly left = output();
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly form = schemaForm<TypedSite, SiteDraft>(
    { name: '', address: '', zone: '', oneGroupAtATime: true, accessNotes: '' },
    TypedSite,
    async (draft) => this.added.emit(await this.api.addSite(draft)),
  );
}
