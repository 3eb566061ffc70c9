// The pocket itinerary on a phone: today first, what comes next large, other days one tap or swipe away, all of them on paper.
// The link's secret stands behind the #, which no server log ever sees.
import { Component, computed, DestroyRef, DOCUMENT, effect, inject, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LocalDate } from '@amity/kernel';
import { EmptyState, Icon, PrintButton, ProblemNotice, Skeleton, StatusChip } from '@amity/ui';
import type { ItineraryItem } from '@amity/visits';
import callIcon from '@material-symbols/svg-400/rounded/call.svg';
import personIcon from '@material-symbols/svg-400/rounded/person.svg';
import pdfIcon from '@material-symbols/svg-400/rounded/picture_as_pdf.svg';
import placeIcon from '@material-symbols/svg-400/rounded/location_on.svg';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { PublicOrganization } from '../../access/index.js';
import { kindIcons } from '../kinds.js';
import { PocketStore } from '../pocket.store.js';

@Component({
  selector: 'amity-pocket-page',
  imports: [EmptyState, Icon, PrintButton, ProblemNotice, Skeleton, StatusChip, TranslocoDirective],
  providers: [PocketStore],
  templateUrl: './pocket.page.html',
  styleUrl: './pocket.page.css',
})
export class PocketPage {
  private readonly document = inject(DOCUMENT);
  private readonly formats = inject(Formats);
  private readonly organization = inject(PublicOrganization);
  protected readonly store = inject(PocketStore);
  protected readonly kindIcons = kindIcons;
  protected readonly icons = { call: callIcon, person: personIcon, pdf: pdfIcon, place: placeIcon };

  protected readonly days = computed(() =>
    this.store.days().map((day) => ({
      ...day,
      weekday: this.formats.date(day.day, { weekday: 'short' }),
      date: this.formats.date(day.day, { day: 'numeric', month: 'short' }),
      heading: this.formats.date(day.day, { weekday: 'long', day: 'numeric', month: 'long' }),
    })),
  );
  /** The day in sight: today, else the day of what comes next, else the first. */
  protected readonly day = linkedSignal(
    (): LocalDate => this.store.today() ?? this.store.next()?.startsAt.slice(0, 10) ?? this.store.days()[0]?.day ?? '',
  );
  protected readonly dates = computed(() => {
    const content = this.store.itinerary()?.content;
    return content ? this.formats.dates(content.arrivesOn, content.departsOn) : '';
  });
  protected readonly published = computed(() => {
    const itinerary = this.store.itinerary();
    return itinerary ? this.formats.moment(itinerary.publishedAt, itinerary.content.zone, { dateStyle: 'medium' }) : '';
  });

  private touch: { readonly x: number; readonly y: number } | null = null;

  constructor() {
    const timer = setInterval(() => this.store.now.set(Date.now()), 60_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    effect(() => this.organization.name.set(this.store.itinerary()?.content.organization ?? null));
    this.load();
  }

  protected load(): void {
    void this.store.load(this.document.location.hash.slice(1));
  }

  protected touched(event: TouchEvent): void {
    const finger = event.touches[0];
    this.touch = finger ? { x: finger.clientX, y: finger.clientY } : null;
  }

  /** A swipe to the side turns to the next or the previous day. */
  protected lifted(event: TouchEvent): void {
    const [from, to] = [this.touch, event.changedTouches[0]];
    this.touch = null;
    if (!from || !to) return;
    const [dx, dy] = [to.clientX - from.x, to.clientY - from.y];
    if (Math.abs(dx) < 60 || Math.abs(dx) < 2 * Math.abs(dy)) return;
    const forward = dx < 0 === (this.document.documentElement.dir !== 'rtl');
    const at = this.days().findIndex(({ day }) => day === this.day());
    const turned = this.days()[at + (forward ? 1 : -1)];
    if (turned) this.day.set(turned.day);
  }

  protected when(item: ItineraryItem): string {
    const [from, to] = [item.startsAt.slice(11), item.endsAt.slice(11)];
    return `${from}–${to}`;
  }

  protected dayOf(item: ItineraryItem): string {
    return this.formats.date(item.startsAt.slice(0, 10), { weekday: 'long', day: 'numeric', month: 'long' });
  }

  protected goingOn(item: ItineraryItem): boolean {
    return Date.parse(item.start) <= this.store.now();
  }

  protected map(item: ItineraryItem): string {
    const place =
      item.latitude !== null && item.longitude !== null
        ? `${item.latitude},${item.longitude}`
        : [item.site, item.address].filter(Boolean).join(', ');
    return `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;
  }

  protected async save(): Promise<void> {
    try {
      const address = URL.createObjectURL(await this.store.paper());
      const link = this.document.createElement('a');
      link.href = address;
      link.download = `${this.store.itinerary()?.content.title ?? 'itinerary'}.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.store.problem.set(failure);
    }
  }
}
