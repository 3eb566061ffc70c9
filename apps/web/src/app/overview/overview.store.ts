// The day, asked again every minute while it is in sight, so that the now line and the beds are never older than that.
import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { TodayOverview } from '@amity/overview';
import { Problem } from '../http/index.js';
import { OverviewApi } from './overview.api.js';

const lookAgainAfter = 60_000;

@Injectable()
export class OverviewStore {
  private readonly api = inject(OverviewApi);
  readonly day = signal<TodayOverview | null>(null);
  readonly problem = signal<Problem | null>(null);

  constructor() {
    const document = inject(DOCUMENT);
    const timer = setInterval(() => {
      if (!document.hidden) void this.load();
    }, lookAgainAfter);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    void this.load();
  }

  async load(): Promise<void> {
    try {
      this.day.set(await this.api.today());
      this.problem.set(null);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // what is on the page stays; only an empty page shows the failure
      if (this.day() === null) this.problem.set(failure);
    }
  }
}
