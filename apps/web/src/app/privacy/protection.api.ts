import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Id } from '@amity/kernel';
import type {
  EndingDecision,
  Hidden,
  PersonProtection,
  ProtectedPeople,
  ProtectionEnding,
  ProtectionEndings,
  Responder,
  Reveal,
  RevealDecision,
  RevealedIdentity,
  Reveals,
} from '@amity/privacy';
import { firstValueFrom } from 'rxjs';
import { Intents } from '../http/index.js';

const root = '/api/privacy/protection';

/** What is typed to protect somebody; an empty pseudonym lets Amity choose. */
export interface ProtectionTyped {
  readonly reason: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** Whose own name: of whoever came by this link, or of this person, whose record is that of whoever is signed in. */
export type OwnName = { readonly token: string } | { readonly personId: Id };

@Injectable({ providedIn: 'root' })
export class ProtectionApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  people(): Promise<ProtectedPeople> {
    return firstValueFrom(this.http.get<ProtectedPeople>(root));
  }

  of(personId: Id): Promise<PersonProtection> {
    return firstValueFrom(this.http.get<PersonProtection>(`${root}/people/${personId}`));
  }

  protect(personId: Id, { reason, givenName, familyName }: ProtectionTyped): Promise<PersonProtection> {
    const pseudonym = givenName.trim() === '' && familyName.trim() === '' ? null : { givenName, familyName };
    return this.intents.post(`${root}/people/${personId}`, { reason, pseudonym });
  }

  reveals(): Promise<Reveals> {
    return firstValueFrom(this.http.get<Reveals>(`${root}/reveals`));
  }

  ask(personId: Id, reason: string): Promise<Reveal> {
    return this.intents.post(`${root}/people/${personId}/reveals`, { reason });
  }

  decide(reveal: Reveal, decision: RevealDecision['decision']): Promise<Reveal> {
    return this.intents.post(`${root}/reveals/${reveal.id}/decision`, { decision });
  }

  endings(): Promise<ProtectionEndings> {
    return firstValueFrom(this.http.get<ProtectionEndings>(`${root}/endings`));
  }

  askEnding(personId: Id, reason: string): Promise<ProtectionEnding> {
    return this.intents.post(`${root}/people/${personId}/endings`, { reason });
  }

  decideEnding(ending: ProtectionEnding, decision: EndingDecision['decision'], reason: string): Promise<ProtectionEnding> {
    return this.intents.post(`${root}/endings/${ending.id}/decision`, { decision, reason });
  }

  /** Leaves a record of who looked. */
  identity(reveal: Reveal): Promise<RevealedIdentity> {
    return firstValueFrom(this.http.get<RevealedIdentity>(`${root}/reveals/${reveal.id}/identity`));
  }

  responder(): Promise<Responder> {
    return firstValueFrom(this.http.get<Responder>(`${root}/responder`));
  }

  choose(accountId: Id | null): Promise<Responder> {
    return firstValueFrom(this.http.put<Responder>(`${root}/responder`, { accountId }));
  }

  hideMe(by: OwnName): Promise<Hidden> {
    if ('personId' in by) return this.intents.post(`/api/privacy/hide-me/people/${by.personId}`, {});
    return this.intents.post('/api/privacy/hide-me', {}, { headers: new HttpHeaders({ 'X-Amity-Link': by.token }) });
  }
}
