// Placing one delegation: the guests at the side, the families for the chosen guest beside them. One click offers the bed, and
// the toast takes it back. On a phone the guests are the page, and a guest opens over them; the address says who is open.
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Candidate, Guest, Placement } from '@amity/placements';
import { Confirm, EmptyState, Icon, PageHeader, ProblemNotice, Skeleton, Toasts } from '@amity/ui';
import backIcon from '@material-symbols/svg-400/rounded/arrow_back.svg';
import { can } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { CandidateList } from '../components/candidate-list.js';
import { GuestCard } from '../components/guest-card.js';
import { GuestList } from '../components/guest-list.js';
import { PlacementsStore } from '../placements.store.js';

@Component({
  selector: 'amity-placement-board-page',
  imports: [CandidateList, EmptyState, GuestCard, GuestList, Icon, PageHeader, ProblemNotice, RouterLink, Skeleton, TranslocoDirective],
  providers: [PlacementsStore],
  templateUrl: './placement-board.page.html',
  styleUrl: './placement-board.page.css',
  host: { '[class.looking]': 'guest() !== undefined', '(document:keydown)': 'key($event)' },
})
export class PlacementBoardPage {
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  protected readonly formats = inject(Formats);
  protected readonly store = inject(PlacementsStore);

  readonly delegationId = input.required<string>();
  /** Query parameter: whose families are shown. */
  readonly guest = input<string>();

  protected readonly mayPlace = can('placements.place');
  protected readonly backIcon = backIcon;
  protected readonly tally = computed(() => this.store.board()?.delegation ?? null);
  protected readonly chosen = computed((): Guest | null => {
    const wanted = this.guest();
    return this.store.guests().find(({ delegateId }) => delegateId === wanted) ?? this.store.firstToPlace();
  });

  constructor() {
    effect(() => {
      const id = this.delegationId();
      untracked(() => void this.store.load(id));
    });
    const chosenId = computed(() => this.chosen()?.delegateId ?? null);
    effect(() => {
      const id = chosenId();
      untracked(() => void this.store.look(id));
    });
  }

  protected async place(guest: Guest, candidate: Candidate): Promise<void> {
    this.stay(guest);
    const placement = await this.store.place(guest, candidate);
    if (placement === null) return;
    const said = this.words.translate('placements.offered', { family: candidate.name, guest: guest.name });
    this.toasts.show(said, () => void this.store.cancel(placement));
  }

  protected async cancel(guest: Guest, placement: Placement): Promise<void> {
    const ask = (part: string) => this.words.translate(`placements.cancelAsk.${part}`, { family: placement.householdName });
    if (
      placement.state === 'accepted' &&
      !(await this.confirm.ask({ heading: ask('heading'), sentence: ask('sentence'), action: ask('action'), danger: true }))
    )
      return;
    this.stay(guest);
    if (await this.store.cancel(placement)) this.toasts.show(this.words.translate('placements.cancelled', { guest: guest.name }));
  }

  protected async answer(guest: Guest, placement: Placement, answer: 'accepted' | 'declined'): Promise<void> {
    this.stay(guest);
    if (!(await this.store.answer(placement, answer))) return;
    const words = { family: placement.householdName, answer: this.words.translate(`placements.answer.${answer}`) };
    this.toasts.show(this.words.translate('placements.answered', words));
  }

  /** j and k, as in every list. */
  protected key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'j' && event.key !== 'k')) return;
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role="dialog"], [role="alertdialog"]'))
      return;
    const guests = this.store.guests();
    const at = guests.findIndex(({ delegateId }) => delegateId === this.chosen()?.delegateId);
    const next = guests[at + (event.key === 'j' ? 1 : -1)];
    if (next) this.stay(next);
  }

  /** Keeps the guest open who was just worked on, though somebody else may now be the first without a bed. */
  private stay({ delegateId }: Guest): void {
    void this.router.navigate([], { queryParams: { guest: delegateId }, replaceUrl: true });
  }
}
