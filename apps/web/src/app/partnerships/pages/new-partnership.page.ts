// Adds a partnership: type, arrow, Enter on both sides, and it stands. A pair that stands already is one click away.
import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { PartnershipKind } from '@amity/partnerships';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AmityForm, Control, ErrorSummary, Field, PageHeader, ProblemNotice, Toasts } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { choiceOf } from '../community-choice.js';
import { CommunityPicker } from '../components/community-picker.js';
import { newPartnershipForm, type Typed } from '../new-partnership.form.js';
import { PartnershipsApi } from '../partnerships.api.js';

const empty: Typed = { home: null, partner: null, kind: 'sister_city', since: '', notes: '' };

@Component({
  selector: 'amity-new-partnership-page',
  imports: [AmityForm, CommunityPicker, Control, ErrorSummary, Field, FormField, PageHeader, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './new-partnership.page.html',
  styleUrl: './new-partnership.page.css',
})
export class NewPartnershipPage {
  private readonly api = inject(PartnershipsApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private key = crypto.randomUUID();
  private sent = '';

  protected readonly kinds = PartnershipKind.options;
  protected readonly form = schemaForm(
    empty,
    newPartnershipForm(this.words.translate('partnerships.new.choose')),
    async ({ home, partner, ...own }) => {
      const draft = { ...own, home: choiceOf(home), partner: choiceOf(partner) };
      this.keyFor(JSON.stringify(draft));
      const made = await this.api.add(draft, this.key);
      this.toasts.show(this.words.translate('partnerships.new.done', { home: made.home.name, partner: made.partner.name }));
      await this.router.navigate(['/partnerships', made.id]);
    },
  );
  /** The partnership that stands already, when that is why this one was refused. */
  protected readonly standing = computed(() => {
    const other = this.form.problem()?.body['partnership'];
    return typeof other === 'object' && other !== null && 'id' in other && typeof other.id === 'string' ? other.id : null;
  });

  /** The same draft again keeps its key; another one takes a new key. */
  private keyFor(draft: string): void {
    if (this.sent !== '' && this.sent !== draft) this.key = crypto.randomUUID();
    this.sent = draft;
  }
}
