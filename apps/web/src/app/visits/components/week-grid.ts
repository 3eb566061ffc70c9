// A week on the clock of the place: days across, hours down, a second clock for those at home. An empty slot makes an appointment
// (click, drag, or Enter), a block opens it; with a mouse it can be moved and stretched as well. All of it can be done in the form.
// Written for this page: a calendar package of the usual size would be larger than a whole route may be.
import { Component, computed, DestroyRef, ElementRef, inject, input, output, signal } from '@angular/core';
import type { LocalDate } from '@amity/kernel';
import { Icon } from '@amity/ui';
import { localIn, type Appointment } from '@amity/visits';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import tentativeIcon from '@material-symbols/svg-400/rounded/schedule.svg';
import { Formats } from '../../language/index.js';
import { kindIcons } from '../kinds.js';
import { blocksOf, elsewhere, endedBy, hoursOf, localAt, movedBy, snap, type Block, type Span } from '../week.js';

/** Minutes of one slot. */
const slotMinutes = 30;

interface Drag {
  readonly kind: 'move' | 'stretch' | 'draw';
  readonly appointment: Appointment | null;
  readonly day: LocalDate;
  readonly from: number;
  readonly x: number;
  readonly y: number;
  readonly days: number;
  readonly minutes: number;
  readonly began: boolean;
}

@Component({
  selector: 'amity-week-grid',
  imports: [Icon, TranslocoDirective],
  templateUrl: './week-grid.html',
  styleUrl: './week-grid.css',
  host: { '(document:pointermove)': 'drag($event)', '(document:pointerup)': 'drop()', '(document:keydown.escape)': 'letGo()' },
})
export class WeekGrid {
  readonly days = input.required<readonly LocalDate[]>();
  readonly appointments = input.required<readonly Appointment[]>();
  readonly zone = input.required<string>();
  readonly placeName = input<string | null>(null);
  readonly homeZone = input<string | null>(null);
  readonly homeName = input<string | null>(null);
  readonly stay = input.required<{ readonly arrivesOn: LocalDate; readonly departsOn: LocalDate }>();
  readonly mayEdit = input(false);
  /** The appointment that is open beside the grid, or stands in the way. */
  readonly markedId = input<string | null>(null);
  readonly opened = output<Appointment>();
  readonly drawn = output<Span>();
  readonly moved = output<{ readonly appointment: Appointment; readonly span: Span }>();

  private readonly formats = inject(Formats);
  private readonly words = inject(TranslocoService);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly kindIcons = kindIcons;
  protected readonly tentativeIcon = tentativeIcon;
  protected readonly dragging = signal<Drag | null>(null);
  /** The slot that takes the Tab key: day and row. */
  protected readonly here = signal<readonly [number, number]>([0, 2]);
  private readonly now = signal(Date.now());

  /** What is shown: a dragged appointment stands where it would be dropped. */
  private readonly shown = computed(() => {
    const drag = this.dragging();
    const span = drag?.began ? this.spanOf(drag) : null;
    return this.appointments().map((appointment) =>
      span && appointment.id === drag?.appointment?.id ? preview(appointment, drag) : appointment,
    );
  });
  protected readonly blocks = computed(() => blocksOf(this.shown(), this.days(), this.zone()));
  protected readonly hours = computed(() => hoursOf(blocksOf(this.appointments(), this.days(), this.zone())));
  protected readonly rows = computed(() => {
    const { from, to } = this.hours();
    return Array.from({ length: ((to - from) * 60) / slotMinutes }, (_, row) => from * 60 + row * slotMinutes);
  });
  protected readonly axis = computed(() => {
    const { from, to } = this.hours();
    const [day, home] = [this.days()[0], this.homeZone()];
    return Array.from({ length: to - from }, (_, at) => ({
      hour: `${String(from + at).padStart(2, '0')}:00`,
      home: day && home ? elsewhere(day, from + at, this.zone(), home) : null,
    }));
  });
  protected readonly heads = computed(() =>
    this.days().map((day) => ({
      day,
      weekday: this.formats.date(day, { weekday: 'short' }),
      date: this.formats.date(day, { day: 'numeric', month: 'short' }),
      outside: day < this.stay().arrivesOn || day > this.stay().departsOn,
      today: localIn(this.zone(), this.now()).slice(0, 10) === day,
    })),
  );
  /** Where the line of now stands, as minutes of its day. */
  protected readonly nowLine = computed(() => {
    const local = localIn(this.zone(), this.now());
    const minutes = Number(local.slice(11, 13)) * 60 + Number(local.slice(14));
    const { from, to } = this.hours();
    return this.days().includes(local.slice(0, 10)) && minutes >= from * 60 && minutes < to * 60
      ? { day: local.slice(0, 10), minutes }
      : null;
  });
  protected readonly drawnSpan = computed(() => {
    const drag = this.dragging();
    return drag?.kind === 'draw' && drag.began
      ? {
          day: drag.day,
          from: Math.min(drag.from, drag.from + drag.minutes),
          to: Math.max(drag.from, drag.from + drag.minutes) + slotMinutes,
        }
      : null;
  });

  constructor() {
    const timer = setInterval(() => this.now.set(Date.now()), 60_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected blocksIn(day: LocalDate): Block[] {
    return this.blocks().filter((block) => block.day === day);
  }

  /** Share of the shown hours before a minute of the day, in percent. */
  protected share(minutes: number): number {
    const { from, to } = this.hours();
    return ((minutes - from * 60) / ((to - from) * 60)) * 100;
  }

  protected timeOf(minutes: number): string {
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  }

  protected slotLabel(day: LocalDate, minutes: number): string {
    return `${this.formats.date(day, { weekday: 'long', day: 'numeric', month: 'long' })}, ${this.timeOf(minutes)}`;
  }

  /** What a block shows by its icon and its place only. */
  protected spokenOf({ appointment, day }: Block): string {
    const kind: string = this.words.translate(`visits.kind.${appointment.kind}`);
    return `, ${kind}, ${this.formats.date(day, { weekday: 'long', day: 'numeric', month: 'long' })}, `;
  }

  protected open(appointment: Appointment): void {
    if (!this.dragging()?.began) this.opened.emit(appointment);
  }

  protected create(day: LocalDate, minutes: number): void {
    if (this.mayEdit()) this.drawn.emit({ startsAt: localAt(day, minutes), endsAt: localAt(day, minutes + 60) });
  }

  protected key(event: KeyboardEvent, row: number, column: number): void {
    const step = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] }[event.key];
    const day = this.days()[column];
    const minutes = this.rows()[row];
    if ((event.key === 'Enter' || event.key === ' ') && day && minutes !== undefined) {
      event.preventDefault();
      this.create(day, minutes);
    } else if (step) {
      event.preventDefault();
      const mirrored = getComputedStyle(this.host).direction === 'rtl' ? -1 : 1;
      const toColumn = Math.min(Math.max(column + (step[0] ?? 0) * mirrored, 0), this.days().length - 1);
      const toRow = Math.min(Math.max(row + (step[1] ?? 0), 0), this.rows().length - 1);
      this.here.set([toColumn, toRow]);
      this.host.querySelector<HTMLElement>(`[data-slot="${toColumn}-${toRow}"]`)?.focus();
    }
  }

  protected take(event: PointerEvent, kind: Drag['kind'], day: LocalDate, from: number, appointment: Appointment | null): void {
    if (!this.mayEdit() || event.pointerType === 'touch' || event.button !== 0) return;
    event.stopPropagation();
    this.dragging.set({ kind, appointment, day, from, x: event.clientX, y: event.clientY, days: 0, minutes: 0, began: false });
  }

  protected drag(event: PointerEvent): void {
    const drag = this.dragging();
    const column = this.host.querySelector('.day')?.getBoundingClientRect();
    if (!drag || !column) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    const { from, to } = this.hours();
    const step = drag.kind === 'draw' ? slotMinutes : snap;
    const minutes = Math.round(((dy / column.height) * (to - from) * 60) / step) * step;
    const days = drag.kind === 'move' ? Math.round(dx / column.width) * (getComputedStyle(this.host).direction === 'rtl' ? -1 : 1) : 0;
    this.dragging.set({ ...drag, days, minutes, began: drag.began || Math.hypot(dx, dy) > 4 });
  }

  protected drop(): void {
    const drag = this.dragging();
    if (!drag) return;
    const drawn = this.drawnSpan();
    setTimeout(() => this.dragging.set(null)); // after the click that ends a drag, which must not open what was dragged
    if (!drag.began) return;
    if (drawn) this.drawn.emit({ startsAt: localAt(drawn.day, drawn.from), endsAt: localAt(drawn.day, drawn.to) });
    const span = this.spanOf(drag);
    if (span && drag.appointment && (drag.days !== 0 || drag.minutes !== 0)) this.moved.emit({ appointment: drag.appointment, span });
  }

  protected letGo(): void {
    this.dragging.set(null);
  }

  private spanOf(drag: Drag): Span | null {
    if (!drag.appointment || drag.kind === 'draw') return null;
    return drag.kind === 'move' ? movedBy(drag.appointment, this.zone(), drag.days, drag.minutes) : endedBy(drag.appointment, drag.minutes);
  }
}

/** The appointment as it would be, for drawing only. */
function preview(appointment: Appointment, drag: Drag): Appointment {
  const [start, end] = [Date.parse(appointment.start), Date.parse(appointment.end)];
  const shift = drag.kind === 'move' ? (drag.days * 24 * 60 + drag.minutes) * 60_000 : 0;
  const stretch = drag.kind === 'stretch' ? drag.minutes * 60_000 : 0;
  return {
    ...appointment,
    start: new Date(start + shift).toISOString(),
    end: new Date(Math.max(start + snap * 60_000, end + stretch) + shift).toISOString(),
  };
}
