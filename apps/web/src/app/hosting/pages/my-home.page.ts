// For a host family that signed in, on a phone: how their screening stands, who comes to stay, and what they told about their home.
import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OwnHomes } from '@amity/hosting';
import { EmptyState, PageHeader, ProblemNotice, Skeleton, StatusChip } from '@amity/ui';
import { firstValueFrom } from 'rxjs';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';

@Component({
  selector: 'amity-my-home-page',
  imports: [EmptyState, PageHeader, ProblemNotice, Skeleton, StatusChip, TranslocoDirective],
  templateUrl: './my-home.page.html',
  styleUrl: './my-home.page.css',
})
export class MyHomePage {
  private readonly http = inject(HttpClient);
  protected readonly formats = inject(Formats);
  /** Null before the first answer. */
  protected readonly homes = signal<OwnHomes['items'] | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.homes.set((await firstValueFrom(this.http.get<OwnHomes>('/api/hosting/own'))).items);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown in place of the page
      this.problem.set(failure);
    }
  }
}
