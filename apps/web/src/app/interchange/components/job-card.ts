// One job: what it is, how far it is or how it ended, and a way to stop it.
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Job, JobState } from '@amity/interchange';
import { Progress, StatusChip, type Tone } from '@amity/ui';
import { can, SessionStore } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { countsIn, wasDryRun } from '../job.counts.js';
import { isRunning } from '../job.history.store.js';

const tones: Readonly<Record<JobState, Tone>> = { queued: 'calm', running: 'calm', done: 'done', failed: 'blocked', cancelled: 'waits' };

@Component({
  selector: 'amity-job-card',
  imports: [Progress, RouterLink, StatusChip, TranslocoDirective],
  templateUrl: './job-card.html',
  styleUrl: './job-card.css',
})
export class JobCard {
  readonly job = input.required<Job>();
  readonly cancelled = output();

  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);

  protected readonly seesHistory = can('audit.read');
  protected readonly tone = computed(() => tones[this.job().state]);
  protected readonly running = computed(() => isRunning(this.job()));
  protected readonly dryRun = computed(() => wasDryRun(this.job().result));
  protected readonly started = computed(() => this.formats.moment(this.job().createdAt, this.session.me()?.organization.zone ?? 'UTC'));
  protected readonly kind = computed(() => this.said(`interchange.kind.${this.job().kind}`));
  protected readonly counts = computed(() =>
    countsIn(this.job().result).map(({ name, count }) => {
      const shown = this.formats.number(count);
      return this.said(`interchange.count.${name}`, { count: shown }) ?? `${name} ${shown}`;
    }),
  );

  /** Null when no words are written for it. */
  private said(key: string, params: Readonly<Record<string, string>> = {}): string | null {
    const words = this.words.translate<string>(key, params);
    return words === key ? null : words;
  }
}
