import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { TodayOverview } from '@amity/overview';
import { firstValueFrom } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class OverviewApi {
  private readonly http = inject(HttpClient);

  today(): Promise<TodayOverview> {
    return firstValueFrom(this.http.get<TodayOverview>('/api/overview/today'));
  }
}
