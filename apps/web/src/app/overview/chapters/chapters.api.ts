import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Affiliation, AffiliationDraft, AffiliationList } from '@amity/access';
import type { ChapterOverview } from '@amity/overview';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents } from '../../http/index.js';

const affiliations = '/api/access/affiliations';

@Injectable({ providedIn: 'root' })
export class ChaptersApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  affiliations(): Promise<AffiliationList> {
    return firstValueFrom(this.http.get<AffiliationList>(affiliations));
  }

  declare(draft: AffiliationDraft): Promise<Affiliation> {
    return this.intents.post(affiliations, draft);
  }

  takeBack({ id, version }: NonNullable<Affiliation['ours']>): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${affiliations}/${id}`, { headers: ifMatch(version) }));
  }

  figures(year: number): Promise<ChapterOverview> {
    return firstValueFrom(this.http.get<ChapterOverview>('/api/overview/chapters', { params: { year } }));
  }
}
