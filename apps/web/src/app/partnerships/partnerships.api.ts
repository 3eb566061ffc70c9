import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AuditEntry } from '@amity/audit';
import type { Job } from '@amity/interchange';
import type { Id, Page } from '@amity/kernel';
import type {
  Community,
  Partnership,
  PartnershipChange,
  PartnershipDraft,
  PlaceHit,
  PlaceList,
  TwinTownFile,
  TwinTownImport,
  ZoneAtPoint,
} from '@amity/partnerships';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents, once } from '../http/index.js';

const address = '/api/partnerships';

@Injectable({ providedIn: 'root' })
export class PartnershipsApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  get(id: Id): Promise<Partnership> {
    return firstValueFrom(this.http.get<Partnership>(`${address}/${id}`));
  }

  /** @param key of the first try: the same draft sent again is added once */
  add(draft: PartnershipDraft, key: string): Promise<Partnership> {
    return firstValueFrom(this.http.post<Partnership>(address, draft, { context: once(key) }));
  }

  change(id: Id, version: number, change: PartnershipChange): Promise<Partnership> {
    return firstValueFrom(this.http.patch<Partnership>(`${address}/${id}`, change, { headers: ifMatch(version) }));
  }

  timeline(id: Id, cursor: string | null): Promise<Page<AuditEntry>> {
    return firstValueFrom(
      this.http.get<Page<AuditEntry>>(`${address}/${id}/timeline`, { params: { limit: 20, ...(cursor ? { cursor } : {}) } }),
    );
  }

  async places(typed: string): Promise<readonly PlaceHit[]> {
    const { items } = await firstValueFrom(this.http.get<PlaceList>(`${address}/places`, { params: { q: typed, limit: 8 } }));
    return items;
  }

  /** Communities that were written down by hand: the gazetteer does not offer them. */
  async communitiesByHand(typed: string): Promise<readonly Community[]> {
    const { items } = await firstValueFrom(
      this.http.get<Page<Community>>(`${address}/communities`, { params: { q: typed, flagged: 'true', limit: 3 } }),
    );
    return items;
  }

  async zoneAt(latitude: number, longitude: number): Promise<string> {
    const { zone } = await firstValueFrom(this.http.get<ZoneAtPoint>(`${address}/places/zone`, { params: { latitude, longitude } }));
    return zone;
  }

  keepFile(file: File): Promise<TwinTownFile> {
    const form = new FormData();
    form.append('file', file, file.name);
    return firstValueFrom(this.http.post<TwinTownFile>(`${address}/imports/files`, form));
  }

  startImport(order: TwinTownImport): Promise<Job> {
    return this.intents.post(`${address}/imports`, order);
  }
}
