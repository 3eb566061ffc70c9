// Sharing anew: with whom, what of it, and about what where the page does not say.
import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Partner, ShareDraft, sharedFields, type SharedField } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { AmityForm, ChipChoices, Control, ErrorSummary, Field, ProblemNotice, Toasts } from '@amity/ui';
import * as z from 'zod';
import { schemaForm } from '../../forms/index.js';
import { SharingApi } from './sharing.api.js';

interface ShareTyped {
  accountId: string;
  /** `delegation:ID` or `partnership:ID`. */
  about: string;
  fields: readonly string[];
}

@Component({
  selector: 'amity-share-form',
  imports: [AmityForm, ChipChoices, Control, ErrorSummary, Field, FormField, ProblemNotice, TranslocoDirective],
  template: `
    <form class="stack" [amityForm]="form.tree" *transloco="let t; prefix: 'delegations.sharing'">
      <amity-error-summary />
      <amity-problem-notice [problem]="form.problem()" />
      <amity-field [label]="t('partner')" [of]="form.tree.accountId">
        <select amityControl class="input" [formField]="form.tree.accountId">
          <option value="">{{ t('choosePartner') }}</option>
          @for (partner of partners(); track partner.accountId) {
            <option [value]="partner.accountId">{{ partner.name }} · {{ partner.email }}</option>
          }
        </select>
      </amity-field>
      @if (!delegationId()) {
        <amity-field [label]="t('about')" [of]="form.tree.about">
          <select amityControl class="input" [formField]="form.tree.about">
            <option value="">{{ t('chooseAbout') }}</option>
            @for (subject of subjects(); track subject.value) {
              <option [value]="subject.value">{{ subject.label }}</option>
            }
          </select>
        </amity-field>
      }
      <amity-field [label]="t('fields')" [help]="t('fieldsHelp')" [group]="true" [of]="form.tree.fields">
        <amity-chip-choices [choices]="choices()" [formField]="form.tree.fields" />
      </amity-field>
      <div>
        <button type="submit" class="button primary" [disabled]="form.saving()">{{ t('share') }}</button>
      </div>
    </form>
  `,
})
export class ShareForm {
  readonly partners = input.required<readonly Partner[]>();
  readonly delegationId = input<Id | null>(null);
  readonly subjects = input<readonly { readonly value: string; readonly label: string }[]>([]);
  readonly made = output();

  private readonly api = inject(SharingApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly choices = computed(() =>
    sharedFields.map((field) => ({ value: field, label: this.words.translate(`delegations.sharing.field.${field}`) })),
  );
  private readonly empty: ShareTyped = { accountId: '', about: '', fields: [] };
  protected readonly form = schemaForm(
    this.empty,
    z
      .custom<ShareTyped>()
      .transform(({ accountId, about, fields }): z.input<typeof ShareDraft> => {
        const [kind, id] = this.delegationId() ? ['delegation', this.delegationId()] : about.split(':');
        return {
          accountId,
          delegationId: kind === 'delegation' ? id : null,
          partnershipId: kind === 'partnership' ? id : null,
          fields: fields as SharedField[], // the chips offer no other word, and the schema looks again
        };
      })
      .pipe(ShareDraft),
    async (draft) => {
      await this.api.share(draft);
      this.toasts.show(this.words.translate('delegations.sharing.shared'));
      this.form.model.set(this.empty);
      this.made.emit();
    },
  );
}
