// An import on its way: file, columns, dry run, the job that applies it, and what it did. Every answer to an earlier choice
// is dropped when the choice has changed since.
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { type RosterPreview, type RosterReading, RosterReport } from '@amity/delegations';
import type { ColumnChoice, Job } from '@amity/interchange';
import type { Id } from '@amity/kernel';
import { Problem } from '../http/index.js';
import { JobsStore } from '../interchange/index.js';
import { DelegationsApi } from './delegations.api.js';
import { type Choices, mappingOf, problemsOf, type Selection, suggested } from './roster-import.logic.js';

export type Step = 'file' | 'columns' | 'check' | 'running' | 'done';

@Injectable()
export class RosterImportStore {
  private readonly api = inject(DelegationsApi);
  private readonly jobs = inject(JobsStore);
  private key = crypto.randomUUID();
  private turn = 0;

  readonly step = signal<Step>('file');
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);
  readonly preview = signal<RosterPreview | null>(null);
  readonly reading = signal<RosterReading>({});
  readonly selection = linkedSignal<Selection>(() => {
    const preview = this.preview();
    return preview ? suggested(preview) : {};
  });
  readonly choices = signal<Choices>({});
  readonly report = signal<RosterReport | null>(null);
  private readonly jobId = signal<Id | null>(null);
  readonly job = computed(() => this.jobs.running().find(({ id }) => id === this.jobId()) ?? null);
  readonly result = signal<RosterReport | null>(null);
  readonly cancelled = signal(false);

  readonly problems = computed(() => problemsOf(this.selection(), this.preview()?.columns ?? []));
  readonly mapped = computed(() => this.problems().missing.length === 0 && this.problems().doubled.length === 0);

  send(delegationId: Id, file: File): Promise<void> {
    return this.ask(
      () => this.api.sendRoster(delegationId, file),
      (preview) => {
        this.preview.set(preview);
        this.reading.set({});
        this.choices.set({});
        this.step.set('columns');
      },
    );
  }

  readAgain(delegationId: Id, reading: RosterReading): Promise<void> {
    const fileId = this.preview()?.fileId;
    if (!fileId) return Promise.resolve();
    return this.ask(
      () => this.api.previewRoster(delegationId, fileId, reading),
      (preview) => {
        this.preview.set(preview);
        this.reading.set(reading);
      },
    );
  }

  choose(column: string, header: string): void {
    this.selection.update((selection) => ({ ...selection, [column]: header }));
  }

  check(delegationId: Id): Promise<void> {
    return this.ask(
      () => this.api.tryRoster(delegationId, this.wanted()),
      (report) => {
        this.report.set(report);
        this.step.set('check');
      },
    );
  }

  /** An answer for a column that does not decide itself; the file is checked again with it. */
  answer(delegationId: Id, column: string, choice: ColumnChoice): Promise<void> {
    this.choices.update((choices) => ({ ...choices, [column]: choice }));
    return this.check(delegationId);
  }

  async apply(delegationId: Id): Promise<void> {
    this.cancelled.set(false);
    await this.ask(
      () => this.api.importRoster(delegationId, this.wanted(), this.key),
      (job) => {
        this.jobId.set(job.id);
        this.step.set('running');
      },
    );
    const id = this.jobId();
    if (this.step() === 'running' && id !== null) await this.follow(id);
  }

  async cancel(): Promise<void> {
    const id = this.jobId();
    if (id !== null) await this.jobs.cancel(id);
  }

  back(step: Step): void {
    this.problem.set(null);
    this.step.set(step);
  }

  private async follow(id: Id): Promise<void> {
    try {
      this.end(await this.jobs.watch(id));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // signed out meanwhile: the job goes on, only the looking stopped
      this.problem.set(failure);
    }
  }

  private end(job: Job): void {
    this.key = crypto.randomUUID(); // another import is another request
    this.jobId.set(null);
    if (job.state === 'done') {
      this.result.set(RosterReport.parse(job.result));
      this.step.set('done');
      return;
    }
    this.cancelled.set(job.state === 'cancelled');
    if (job.problem)
      this.problem.set(new Problem(job.problem.code, job.problem.status, job.problem.title, job.problem.detail, job.problem.reference));
    this.step.set('check');
  }

  private wanted() {
    const fileId = this.preview()?.fileId;
    if (!fileId) throw new Error('There is no file to import.');
    return { fileId, mapping: mappingOf(this.selection(), this.choices()), reading: this.reading() };
  }

  private async ask<T>(question: () => Promise<T>, take: (answer: T) => void): Promise<void> {
    const turn = ++this.turn;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const answer = await question();
      if (turn === this.turn) take(answer);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is shown where the choice was made
      if (turn === this.turn) this.problem.set(failure);
    } finally {
      if (turn === this.turn) this.busy.set(false);
    }
  }
}
