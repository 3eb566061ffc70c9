import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AuditEntry } from '@amity/audit';
import type { Id, Page } from '@amity/kernel';
import type { Person, PersonDraft } from '@amity/people';
import { firstValueFrom } from 'rxjs';
import { ifMatch, once } from '../http/index.js';

export const peopleAddress = '/api/people';

@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly http = inject(HttpClient);

  get(id: Id): Promise<Person> {
    return firstValueFrom(this.http.get<Person>(`${peopleAddress}/${id}`));
  }

  /** @param key stays the same while the same form is sent again */
  add(draft: PersonDraft, key: string): Promise<Person> {
    return firstValueFrom(this.http.post<Person>(peopleAddress, draft, { context: once(key) }));
  }

  change(id: Id, version: number, draft: PersonDraft): Promise<Person> {
    return firstValueFrom(this.http.put<Person>(`${peopleAddress}/${id}`, draft, { headers: ifMatch(version) }));
  }

  timeline(id: Id): Promise<Page<AuditEntry>> {
    return firstValueFrom(this.http.get<Page<AuditEntry>>(`${peopleAddress}/${id}/timeline`, { params: { limit: 20 } }));
  }
}
