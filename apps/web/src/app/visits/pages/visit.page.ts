// The program of one delegation: its week, a form beside it, and how it goes out to those who travel.
import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id, LocalDate } from '@amity/kernel';
import { EmptyState, Icon, PageHeader, PrintButton, ProblemNotice, Skeleton, Toasts } from '@amity/ui';
import { localIn, type Appointment } from '@amity/visits';
import addIcon from '@material-symbols/svg-400/rounded/add.svg';
import calendarIcon from '@material-symbols/svg-400/rounded/calendar_add_on.svg';
import historyIcon from '@material-symbols/svg-400/rounded/history.svg';
import nextIcon from '@material-symbols/svg-400/rounded/chevron_right.svg';
import pdfIcon from '@material-symbols/svg-400/rounded/picture_as_pdf.svg';
import previousIcon from '@material-symbols/svg-400/rounded/chevron_left.svg';
import { firstValueFrom } from 'rxjs';
import { can } from '../../access/index.js';
import { RecordHistory } from '../../audit/index.js';
import { HouseRuleMark } from '../../delegations/index.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { firstSlot } from '../appointment.typed.js';
import { AppointmentSheet } from '../components/appointment-sheet.js';
import { DayList } from '../components/day-list.js';
import { FeedDialog } from '../components/feed-dialog.js';
import { PublishDialog, type PublishQuestion } from '../components/publish-dialog.js';
import { Refusal } from '../components/refusal.js';
import { VersionList } from '../components/version-list.js';
import { WeekGrid } from '../components/week-grid.js';
import { VisitStore } from '../visit.store.js';
import { VisitsApi } from '../visits.api.js';
import { daysInUse, weeksOf, type Span } from '../week.js';

@Component({
  selector: 'amity-visit-page',
  imports: [
    HouseRuleMark,
    AppointmentSheet,
    DayList,
    EmptyState,
    Icon,
    PageHeader,
    PrintButton,
    ProblemNotice,
    RecordHistory,
    Refusal,
    RouterLink,
    Skeleton,
    TranslocoDirective,
    VersionList,
    WeekGrid,
  ],
  providers: [VisitStore],
  templateUrl: './visit.page.html',
  styleUrl: './visit.page.css',
})
export class VisitPage {
  readonly delegationId = input.required<Id>();
  /** Query parameter: the appointment that is open. */
  readonly appointment = input<Id>();

  private readonly api = inject(VisitsApi);
  private readonly dialog = inject(Dialog);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly store = inject(VisitStore);
  /** Where names are withheld the week is read, not changed. */
  protected readonly mayEdit = computed(() => this.maySchedule() && this.store.visit()?.known !== false);
  protected readonly mayPublish = computed(() => this.mayIssue() && this.store.visit()?.known !== false);
  private readonly maySchedule = can('visits.schedule');
  private readonly mayIssue = can('visits.publish');
  protected readonly icons = {
    add: addIcon,
    calendar: calendarIcon,
    history: historyIcon,
    next: nextIcon,
    pdf: pdfIcon,
    previous: previousIcon,
  };

  /** A new appointment at this time. */
  protected readonly drawn = signal<Span | null>(null);
  protected readonly showsVersions = signal(false);
  protected readonly opened = computed(() => this.store.appointments()?.find(({ id }) => id === this.appointment()) ?? null);
  protected readonly sheetSpan = computed(
    (): Span => this.drawn() ?? this.opened() ?? firstSlot(this.store.visit()?.arrivesOn ?? '2026-01-01'),
  );
  protected readonly dates = computed(() => {
    const visit = this.store.visit();
    return visit ? this.formats.dates(visit.arrivesOn, visit.departsOn) : '';
  });
  protected readonly weeks = computed(() => {
    const visit = this.store.visit();
    return visit ? weeksOf(daysInUse(visit, this.store.appointments() ?? [], visit.zone)) : [];
  });
  /** Starts where today is, moves to what is opened. */
  protected readonly week = linkedSignal(() => {
    const visit = this.store.visit();
    if (!visit) return 0;
    const at = this.opened() ? Date.parse(this.opened()?.start ?? '') : Date.now();
    const day = localIn(visit.zone, at).slice(0, 10);
    return Math.max(
      0,
      this.weeks().findIndex((days) => days.includes(day)),
    );
  });
  protected readonly shownDays = computed((): readonly LocalDate[] => this.weeks()[Math.min(this.week(), this.weeks().length - 1)] ?? []);
  protected readonly shownRange = computed(() => {
    const days = this.shownDays();
    return days[0] ? this.formats.dates(days[0], days.at(-1) ?? days[0], { day: 'numeric', month: 'short' }) : '';
  });

  constructor() {
    effect(() => {
      const id = this.delegationId();
      untracked(() => void this.store.load(id));
    });
    effect(() => {
      if (this.appointment()) untracked(() => this.drawn.set(null)); // a link to an appointment opens it in place of a new one
    });
  }

  protected plural(count: number): string {
    return this.formats.plural(count) === 'one' ? 'one' : 'other';
  }

  protected add(day?: LocalDate): void {
    const [from, known] = [day ?? this.shownDays()[0], this.store.visit()];
    if (!from || !known) return;
    this.draw(firstSlot(day ?? (from < known.arrivesOn ? known.arrivesOn : from)));
  }

  protected draw(span: Span): void {
    void this.show(null);
    this.showsVersions.set(false);
    this.drawn.set(span);
  }

  protected open({ id }: Appointment): void {
    this.drawn.set(null);
    this.showsVersions.set(false);
    void this.show(id);
  }

  protected close(): void {
    this.drawn.set(null);
    void this.show(null);
  }

  protected async remove(appointment: Appointment): Promise<void> {
    this.close();
    if (!(await this.store.remove(appointment))) return;
    this.toasts.show(this.words.translate('visits.done.removed', { title: appointment.title }), () => this.store.bringBack(appointment.id));
  }

  protected async move({ appointment, span }: { appointment: Appointment; span: Span }): Promise<void> {
    const before = { startsAt: appointment.startsAt, endsAt: appointment.endsAt };
    if (!(await this.store.drop(appointment, span))) return;
    this.toasts.show(this.words.translate('visits.done.moved', { title: appointment.title }), () => {
      const now = this.store.appointments()?.find(({ id }) => id === appointment.id);
      return now && this.store.drop(now, before);
    });
  }

  protected async publish(): Promise<void> {
    const visit = this.store.visit();
    if (!visit) return;
    try {
      const question: PublishQuestion = { visitId: visit.id, preview: await this.api.preview(visit.id) };
      const dialog = this.dialog.open<number, PublishQuestion, PublishDialog>(PublishDialog, {
        data: question,
        ariaLabelledBy: 'dialog-heading',
      });
      const number = await firstValueFrom(dialog.closed);
      if (number === undefined) return;
      this.toasts.show(this.words.translate('visits.done.published', { number }));
      await this.store.load(this.delegationId());
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.store.refusal.set(failure);
    }
  }

  protected paper(): string {
    const visit = this.store.visit();
    return visit ? this.api.paperAddress(visit.id, visit.published === null) : '';
  }

  protected feed(): void {
    const visit = this.store.visit();
    if (visit) this.dialog.open(FeedDialog, { data: visit.id, ariaLabelledBy: 'dialog-heading' });
  }

  private show(id: Id | null): Promise<boolean> {
    return this.router.navigate([], { queryParams: { appointment: id }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
