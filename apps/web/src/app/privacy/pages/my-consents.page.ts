// Made for a phone in a parent's hand: one thing a card, one button each, the same for yes and for no.
import { Component, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ConsentState } from '@amity/privacy';
import { Control, EmptyState, Field, Icon, ProblemNotice, Skeleton, Toasts } from '@amity/ui';
import givenIcon from '@material-symbols/svg-400/rounded/check_circle.svg';
import noneIcon from '@material-symbols/svg-400/rounded/radio_button_unchecked.svg';
import { PublicOrganization } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { HideMe } from '../components/hide-me.js';
import { MyRequests } from '../components/my-requests.js';
import { MyConsentsStore } from '../my-consents.store.js';

@Component({
  selector: 'amity-my-consents-page',
  imports: [Control, EmptyState, Field, HideMe, Icon, MyRequests, ProblemNotice, Skeleton, TranslocoDirective],
  providers: [MyConsentsStore],
  templateUrl: './my-consents.page.html',
  styleUrl: './my-consents.page.css',
})
export class MyConsentsPage {
  protected readonly store = inject(MyConsentsStore);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly organization = inject(PublicOrganization);
  protected readonly token = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly icons = { given: givenIcon, none: noneIcon };
  protected readonly guardianName = signal('');
  protected readonly guardianMissing = signal(false);

  constructor() {
    effect(() => {
      const token = this.token() ?? '';
      untracked(() => void this.store.open(token));
    });
    effect(() => this.organization.name.set(this.store.consents()?.organization ?? null));
  }

  protected again(): void {
    void this.store.open(this.token() ?? '');
  }

  protected type(event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement) this.guardianName.set(target.value);
    this.guardianMissing.set(false);
  }

  protected async decide(state: ConsentState): Promise<void> {
    const guardianName = this.guardianName().trim() || null;
    const needed = this.store.consents()?.guardian !== 'none' && !state.isGiven;
    this.guardianMissing.set(needed && guardianName === null);
    if (this.guardianMissing()) return;
    const isSaved = await this.store.decide(state, guardianName);
    const purpose = this.words.translate<string>(`privacy.consents.purpose.${state.purpose}`);
    if (isSaved) this.toasts.show(this.words.translate('privacy.mine.saved', { purpose }));
  }

  protected standing({ isGiven, last }: ConsentState): string {
    if (!last) return this.words.translate('privacy.mine.never');
    const day = this.formats.moment(last.at, Intl.DateTimeFormat().resolvedOptions().timeZone, { dateStyle: 'long' });
    return this.words.translate(`privacy.mine.${isGiven ? 'given' : 'withdrawn'}`, { day });
  }
}
