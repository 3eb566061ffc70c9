// What the server is doing for us in the background. The api is asked once when the frame opens, and then only while something runs:
// after `watch(id)`, every second until it has ended, slower the longer it takes.
import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Job, JobList } from '@amity/interchange';
import { firstValueFrom } from 'rxjs';
import { Problem } from '../http/index.js';

const address = '/api/interchange/jobs';
const firstPause = 1_000;
const longestPause = 10_000;

@Injectable({ providedIn: 'root' })
export class JobsStore {
  private readonly http = inject(HttpClient);
  private readonly jobs = signal<readonly Job[]>([]);
  private readonly watched = new Map<string, PromiseWithResolvers<Job>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = firstPause;
  private looking = false;

  readonly running = computed(() => this.jobs().filter(({ state }) => state === 'running' || state === 'queued'));
  readonly busy = computed(() => this.running().length > 0);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Looks once whether something runs that was started before this page was loaded, and follows it if so. */
  resume(): void {
    void this.look();
  }

  /** Follows a job that was just started; it shows in the top bar. Resolves with the job as it ended; rejects with the Problem that stopped the asking. */
  watch(jobId: string): Promise<Job> {
    const known = this.watched.get(jobId) ?? Promise.withResolvers<Job>();
    this.watched.set(jobId, known);
    this.pause = firstPause;
    void this.look();
    return known.promise;
  }

  /** The job stops at its next safe point; what it had saved by then stays. */
  async cancel(jobId: string): Promise<void> {
    await firstValueFrom(this.http.post(`${address}/${jobId}/cancel`, null));
    this.pause = firstPause;
    void this.look();
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    clearTimeout(this.timer);
    this.looking = true;
    try {
      const { items } = await firstValueFrom(this.http.get<JobList>(address, { params: { state: 'running' } }));
      this.jobs.set(items);
      await this.settle(new Set(items.map(({ id }) => id)));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (!failure.offline && failure.status < 500) this.giveUp(failure); // signed out, or no right to see jobs; else the line was cut: ask again
    } finally {
      this.looking = false;
    }
    if (this.watched.size === 0 && !this.busy()) return;
    this.timer = setTimeout(() => void this.look(), this.pause);
    this.pause = Math.min(this.pause * 1.3, longestPause);
  }

  /** Those watched that no longer run have ended: fetch how. */
  private async settle(stillRunning: ReadonlySet<string>): Promise<void> {
    for (const [id, waiting] of this.watched) {
      if (stillRunning.has(id)) continue;
      const job = await firstValueFrom(this.http.get<Job>(`${address}/${id}`));
      if (job.state === 'queued' || job.state === 'running') continue;
      this.watched.delete(id);
      waiting.resolve(job);
    }
  }

  private giveUp(problem: Problem): void {
    this.jobs.set([]);
    for (const waiting of this.watched.values()) waiting.reject(problem);
    this.watched.clear();
  }
}
