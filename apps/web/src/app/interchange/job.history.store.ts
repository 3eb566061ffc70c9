// The jobs that run and the last that ended. While one runs and somebody looks, the api is asked every two seconds;
// otherwise only now and then, for jobs that others start.
import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Job, JobList } from '@amity/interchange';
import { firstValueFrom } from 'rxjs';
import { Problem, whileVisible } from '../http/index.js';
import { JobsStore } from './jobs.store.js';

const tick = 2_000;
const ticksWhenIdle = 7;

@Injectable()
export class JobHistoryStore {
  private readonly http = inject(HttpClient);
  private readonly running = inject(JobsStore);
  private readonly known = signal<readonly Job[] | null>(null);
  private asking = false;
  private ticks = 0;

  /** Newest first; null before the first answer. */
  readonly jobs = this.known.asReadonly();
  readonly problem = signal<Problem | null>(null);
  readonly runningCount = computed(() => (this.known() ?? []).filter(isRunning).length);

  constructor() {
    void this.look();
    whileVisible(tick, () => {
      this.ticks += 1;
      if (this.runningCount() > 0 || this.ticks % ticksWhenIdle === 0) void this.look();
    });
  }

  async look(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      const { items } = await firstValueFrom(this.http.get<JobList>('/api/interchange/jobs', { params: { state: 'all' } }));
      this.known.set(items);
      this.problem.set(null);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal or a cut line is said on the page, and asked again
      this.problem.set(failure);
    } finally {
      this.asking = false;
    }
  }

  async cancel(id: string): Promise<void> {
    try {
      await this.running.cancel(id);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // it ended meanwhile: the next look shows how
      this.problem.set(failure);
    }
    await this.look();
  }
}

export function isRunning({ state }: Job): boolean {
  return state === 'queued' || state === 'running';
}
