import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Id } from '@amity/kernel';
import type {
  ConsentLink,
  Fact,
  Facts,
  FactsAtAGlance,
  MyConsents,
  MyDecision,
  MyRequestDraft,
  MyRequests,
  PersonConsents,
  FactPurpose,
  ToldDecision,
} from '@amity/privacy';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents, once } from '../http/index.js';
import type { FactTyped } from './fact.typed.js';

@Injectable({ providedIn: 'root' })
export class PrivacyApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  glance(personId: Id): Promise<FactsAtAGlance> {
    return firstValueFrom(this.http.get<FactsAtAGlance>(`${of(personId)}/glance`));
  }

  /** Leaves a record of who read and why. */
  facts(personId: Id, purpose: FactPurpose): Promise<Facts> {
    return firstValueFrom(this.http.get<Facts>(`${of(personId)}/facts`, { params: { purpose } }));
  }

  /** @param key stays the same while the same form is sent again */
  add(personId: Id, typed: FactTyped, key: string): Promise<Fact> {
    return firstValueFrom(this.http.post<Fact>(`${of(personId)}/facts`, typed, { context: once(key) }));
  }

  change(personId: Id, fact: Fact, typed: FactTyped): Promise<Fact> {
    return firstValueFrom(this.http.put<Fact>(`${of(personId)}/facts/${fact.id}`, typed, { headers: ifMatch(fact.version) }));
  }

  consents(personId: Id): Promise<PersonConsents> {
    return firstValueFrom(this.http.get<PersonConsents>(`${of(personId)}/consents`));
  }

  told(personId: Id, decision: ToldDecision): Promise<PersonConsents> {
    return this.intents.post(`${of(personId)}/consents`, decision);
  }

  consentLink(personId: Id): Promise<ConsentLink> {
    return firstValueFrom(this.http.post<ConsentLink>(`${of(personId)}/consents/link`, {}));
  }

  myConsents(token: string): Promise<MyConsents> {
    return firstValueFrom(this.http.get<MyConsents>('/api/privacy/consents/mine', by(token)));
  }

  decideMine(token: string, decision: MyDecision): Promise<MyConsents> {
    return this.intents.post('/api/privacy/consents/mine', decision, { headers: new HttpHeaders(by(token).headers) });
  }

  myRequests(token: string): Promise<MyRequests> {
    return firstValueFrom(this.http.get<MyRequests>('/api/privacy/my-requests', by(token)));
  }

  ask(token: string, draft: MyRequestDraft): Promise<MyRequests> {
    return this.intents.post('/api/privacy/my-requests', draft, { headers: new HttpHeaders(by(token).headers) });
  }

  async remove(personId: Id, fact: Fact): Promise<void> {
    await firstValueFrom(this.http.delete(`${of(personId)}/facts/${fact.id}`, { headers: ifMatch(fact.version) }));
  }
}

function by(token: string) {
  return { headers: { 'X-Amity-Link': token } };
}

function of(personId: Id): string {
  return `/api/privacy/people/${personId}`;
}
