// The day as a thin line: hours along it, appointments in lanes, the now line through it. On a phone it is a list.
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { lanesOf } from '@amity/overview';
import type { TodayAppointment } from '@amity/overview';
import { Formats } from '../../language/index.js';

/** Share of the line that a block takes at least, so that its words can be read; two that overlap so stand in two lanes. */
const narrowest = 0.18;

@Component({
  selector: 'amity-day-timeline',
  imports: [RouterLink, TranslocoDirective],
  templateUrl: './day-timeline.html',
  styleUrl: './day-timeline.css',
})
export class DayTimeline {
  protected readonly formats = inject(Formats);
  readonly appointments = input.required<readonly TodayAppointment[]>();
  readonly today = input.required<string>();
  readonly now = input.required<string>();
  readonly zone = input.required<string>();

  /** The hours drawn, at least eight to six. */
  protected readonly span = computed(() => {
    const all = this.appointments();
    const from = Math.min(8, ...all.map((one) => Math.floor(one.from / 60)));
    const to = Math.min(24, Math.max(18, ...all.map((one) => Math.ceil(one.to / 60))));
    return { from, to };
  });
  protected readonly hours = computed(() => {
    const { from, to } = this.span();
    return Array.from({ length: to - from + 1 }, (_, i) => ({
      hour: String(from + i).padStart(2, '0'),
      at: this.percent((from + i) * 60),
    }));
  });
  protected readonly blocks = computed(() => {
    const all = this.appointments();
    const { from, to } = this.span();
    const readable = (to - from) * 60 * narrowest;
    const lanes = lanesOf(all.map((one) => ({ ...one, to: Math.max(one.to, one.from + readable) })));
    return all.map((one, i) => ({
      ...one,
      lane: lanes[i] ?? 0,
      at: this.percent(one.from),
      width: this.percent(one.to) - this.percent(one.from),
    }));
  });
  protected readonly lanes = computed(() => Math.max(1, ...this.blocks().map(({ lane }) => lane + 1)));
  /** Where the now line stands; null outside the hours drawn. */
  protected readonly nowAt = computed(() => {
    const clock = this.formats.moment(this.now(), this.zone(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    const minutes = hour * 60 + minute;
    const { from, to } = this.span();
    return minutes >= from * 60 && minutes <= to * 60 ? this.percent(minutes) : null;
  });

  protected time(minutes: number): string {
    return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  }

  private percent(minutes: number): number {
    const { from, to } = this.span();
    return Math.min(100, ((minutes - from * 60) / ((to - from) * 60)) * 100);
  }
}
