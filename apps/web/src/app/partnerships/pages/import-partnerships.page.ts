// Twin towns from a file: choose it, see what would change and which rows are refused, and only then write, with a way to stop.
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { rowRanges, TwinTownSummary } from '@amity/partnerships';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { FileDrop, PageHeader, ProblemNotice, Progress, Toasts } from '@amity/ui';
import { Problem } from '../../http/index.js';
import { JobsStore } from '../../interchange/index.js';
import { Formats } from '../../language/index.js';
import { PartnershipsApi } from '../partnerships.api.js';

const remarks = ['notInGazetteer', 'countryByCoordinates', 'populationBlank'] as const;
const counts = ['new', 'changed', 'unchanged', 'repeated', 'refused'] as const;

@Component({
  selector: 'amity-import-partnerships-page',
  imports: [FileDrop, PageHeader, ProblemNotice, Progress, RouterLink, TranslocoDirective],
  templateUrl: './import-partnerships.page.html',
  styleUrl: './import-partnerships.page.css',
})
export class ImportPartnershipsPage {
  private readonly api = inject(PartnershipsApi);
  private readonly jobs = inject(JobsStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly formats = inject(Formats);

  private readonly file = signal<{ readonly id: string; readonly name: string } | null>(null);
  private readonly jobId = signal<string | null>(null);
  protected readonly fileName = computed(() => this.file()?.name ?? '');
  protected readonly running = signal<'checking' | 'writing' | null>(null);
  protected readonly job = computed(() => this.jobs.running().find(({ id }) => id === this.jobId()) ?? null);
  protected readonly summary = signal<TwinTownSummary | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly stopped = signal(false);

  protected readonly numbers = computed(() => {
    const summary = this.summary();
    return summary === null ? [] : counts.map((name) => ({ name, count: this.formats.number(summary[name]) }));
  });
  protected readonly toLookAt = computed(() => {
    const summary = this.summary();
    if (summary === null) return [];
    return remarks
      .map((name) => ({ name, count: summary.remarks[name].length, rows: rowRanges(summary.remarks[name]) }))
      .filter(({ count }) => count > 0);
  });

  protected async choose(file: File): Promise<void> {
    this.again();
    await this.attempt('checking', async () => {
      this.file.set(await this.api.keepFile(file));
      await this.run(true);
    });
  }

  protected async apply(): Promise<void> {
    await this.attempt('writing', () => this.run(false));
    if (this.summary()?.dryRun === false) this.toasts.show(this.words.translate('partnerships.imports.done'));
  }

  protected async cancel(): Promise<void> {
    const id = this.jobId();
    if (id !== null) await this.jobs.cancel(id);
  }

  protected again(): void {
    this.file.set(null);
    this.summary.set(null);
    this.problem.set(null);
    this.stopped.set(false);
  }

  private async run(dryRun: boolean): Promise<void> {
    const file = this.file();
    if (file === null) return;
    const { id } = await this.api.startImport({ fileId: file.id, dryRun });
    this.jobId.set(id);
    const ended = await this.jobs.watch(id);
    if (ended.state === 'done') this.summary.set(TwinTownSummary.parse(ended.result));
    else if (ended.state === 'cancelled') this.stopped.set(true);
    else if (ended.problem !== null) {
      const { code, status, title, detail, reference } = ended.problem;
      this.problem.set(new Problem(code, status, title, detail, reference));
    }
  }

  private async attempt(what: 'checking' | 'writing', work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.stopped.set(false);
    this.running.set(what);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is shown above what was chosen
      this.problem.set(failure);
    } finally {
      this.running.set(null);
    }
  }
}
