// What settings ask of privacy: retention, holds, certificates, requests and the words of consents.
import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Id } from '@amity/kernel';
import type { Person } from '@amity/people';
import type {
  ConsentStandings,
  ConsentTextDraft,
  ConsentTexts,
  DataRequest,
  DataRequests,
  DeletionCertificate,
  Ending,
  HoldDraft,
  LegalHold,
  LegalHolds,
  Period,
  RequestDraft,
  RetentionOverview,
} from '@amity/privacy';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents } from '../../http/index.js';

export const certificatesAddress = '/api/privacy/certificates';
const requests = '/api/privacy/requests';

/** A record as far as changing it goes. */
type Known = Pick<DataRequest, 'id' | 'version'>;

/** Somebody or something to choose. */
export interface Named {
  readonly id: Id;
  readonly name: string;
}

@Injectable({ providedIn: 'root' })
export class PrivacySettingsApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  retention(): Promise<RetentionOverview> {
    return this.read('/api/privacy/retention');
  }

  keep({ id, version }: Known, keep: Period): Promise<RetentionOverview> {
    return firstValueFrom(this.http.put<RetentionOverview>(`/api/privacy/retention/${id}`, { keep }, { headers: ifMatch(version) }));
  }

  certificate({ id }: DeletionCertificate): Promise<Blob> {
    return firstValueFrom(this.http.get(`${certificatesAddress}/${id}/paper`, { responseType: 'blob' }));
  }

  holds(): Promise<LegalHolds> {
    return this.read('/api/privacy/holds');
  }

  hold(draft: HoldDraft): Promise<LegalHold> {
    return this.intents.post('/api/privacy/holds', draft);
  }

  release({ id, version }: Known, reason: string): Promise<LegalHold> {
    return this.change(`/api/privacy/holds/${id}/release`, version, { reason });
  }

  requests(): Promise<DataRequests> {
    return this.read(requests);
  }

  request(id: Id): Promise<DataRequest> {
    return this.read(`${requests}/${id}`);
  }

  receive(draft: RequestDraft): Promise<DataRequest> {
    return this.intents.post(requests, draft);
  }

  verify({ id, version }: Known, how: string): Promise<DataRequest> {
    return this.change(`${requests}/${id}/identity`, version, { how });
  }

  extend({ id, version }: Known, reason: string): Promise<DataRequest> {
    return this.change(`${requests}/${id}/extension`, version, { reason });
  }

  end({ id, version }: Known, ending: Ending): Promise<DataRequest> {
    return this.change(`${requests}/${id}/end`, version, ending);
  }

  makeArchive({ id }: Known): Promise<DataRequest> {
    return firstValueFrom(this.http.post<DataRequest>(`${requests}/${id}/archive`, {}));
  }

  takeArchive({ id }: Known): Promise<Blob> {
    return firstValueFrom(this.http.post(`${requests}/${id}/archive/take`, {}, { responseType: 'blob' }));
  }

  erase({ id, version }: Known): Promise<DataRequest> {
    return this.change(`${requests}/${id}/erase`, version, {});
  }

  texts(): Promise<ConsentTexts> {
    return this.read('/api/privacy/consent-texts');
  }

  standing(): Promise<ConsentStandings> {
    return this.read('/api/privacy/consent-texts/standing');
  }

  publish(draft: ConsentTextDraft): Promise<ConsentTexts> {
    return this.intents.post('/api/privacy/consent-texts', draft);
  }

  async people(typed: string): Promise<Person[]> {
    return (await firstValueFrom(this.http.get<{ items: Person[] }>('/api/people', { params: { q: typed, limit: 8 } }))).items;
  }

  async delegations(typed: string): Promise<Named[]> {
    return (await firstValueFrom(this.http.get<{ items: Named[] }>('/api/delegations', { params: { q: typed, limit: 8 } }))).items;
  }

  private read<T>(url: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(url));
  }

  private change<T>(url: string, version: number, body: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(url, body, { headers: ifMatch(version) }));
  }
}
