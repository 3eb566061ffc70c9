import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Delegate,
  DelegateChange,
  DelegateDraft,
  Delegation,
  DelegationDraft,
  DelegationState,
  HouseRule,
  KnowerDraft,
  LooseningConsents,
  NeedToKnow,
  Roster,
  RosterImport,
  RosterPreview,
  RosterReading,
  RosterReport,
} from '@amity/delegations';
import type { Job } from '@amity/interchange';
import type { Id, Page } from '@amity/kernel';
import type { Partnership } from '@amity/partnerships';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents, once } from '../http/index.js';

export const delegationsAddress = '/api/delegations';
const rosterOf = (id: Id) => `${delegationsAddress}/${id}/roster`;

@Injectable({ providedIn: 'root' })
export class DelegationsApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  get(id: Id): Promise<Delegation> {
    return firstValueFrom(this.http.get<Delegation>(`${delegationsAddress}/${id}`));
  }

  /** @param key stays the same while the same form is sent again */
  plan(draft: DelegationDraft, key: string): Promise<Delegation> {
    return firstValueFrom(this.http.post<Delegation>(delegationsAddress, draft, { context: once(key) }));
  }

  change({ id, version }: { id: Id; version: number }, draft: DelegationDraft): Promise<Delegation> {
    return firstValueFrom(this.http.put<Delegation>(`${delegationsAddress}/${id}`, draft, { headers: ifMatch(version) }));
  }

  move({ id, version }: { id: Id; version: number }, state: DelegationState): Promise<Delegation> {
    return this.intents.post(`${delegationsAddress}/${id}/state`, { state }, { headers: ifMatch(version) });
  }

  setRule({ id, version }: { id: Id; version: number }, rule: HouseRule): Promise<Delegation> {
    return this.intents.post(`${delegationsAddress}/${id}/rule`, { rule }, { headers: ifMatch(version) });
  }

  needToKnow(id: Id): Promise<NeedToKnow> {
    return firstValueFrom(this.http.get<NeedToKnow>(`${delegationsAddress}/${id}/need-to-know`));
  }

  letKnow(id: Id, draft: KnowerDraft): Promise<NeedToKnow> {
    return this.intents.post(`${delegationsAddress}/${id}/need-to-know`, draft);
  }

  letForget(id: Id, entryId: Id): Promise<NeedToKnow> {
    return firstValueFrom(this.http.delete<NeedToKnow>(`${delegationsAddress}/${id}/need-to-know/${entryId}`));
  }

  consents(id: Id): Promise<LooseningConsents> {
    return firstValueFrom(this.http.get<LooseningConsents>(`${delegationsAddress}/${id}/loosening-consents`));
  }

  recordConsent(id: Id, delegateId: Id, rule: Exclude<HouseRule, 'closed'>): Promise<LooseningConsents> {
    return this.intents.post(`${delegationsAddress}/${id}/loosening-consents`, { delegateId, rule });
  }

  withdrawConsent(id: Id, consentId: Id): Promise<LooseningConsents> {
    return firstValueFrom(this.http.delete<LooseningConsents>(`${delegationsAddress}/${id}/loosening-consents/${consentId}`));
  }

  /** The best few partnerships for what somebody types. */
  async partnerships(q: string): Promise<readonly Partnership[]> {
    const page = await firstValueFrom(this.http.get<Page<Partnership>>('/api/partnerships', { params: { q, limit: 8 } }));
    return page.items;
  }

  partnership(id: Id): Promise<Partnership> {
    return firstValueFrom(this.http.get<Partnership>(`/api/partnerships/${id}`));
  }

  async roster(id: Id): Promise<readonly Delegate[]> {
    return (await firstValueFrom(this.http.get<Roster>(rosterOf(id)))).items;
  }

  addDelegate(id: Id, draft: DelegateDraft, key: string): Promise<Delegate> {
    return firstValueFrom(this.http.post<Delegate>(rosterOf(id), draft, { context: once(key) }));
  }

  changeDelegate(id: Id, delegate: { id: Id; version: number }, change: DelegateChange): Promise<Delegate> {
    return firstValueFrom(this.http.put<Delegate>(`${rosterOf(id)}/${delegate.id}`, change, { headers: ifMatch(delegate.version) }));
  }

  removeDelegate(id: Id, delegate: { id: Id; version: number }): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${rosterOf(id)}/${delegate.id}`, { headers: ifMatch(delegate.version) }));
  }

  sendRoster(id: Id, file: File): Promise<RosterPreview> {
    const form = new FormData();
    form.set('file', file);
    return firstValueFrom(this.http.post<RosterPreview>(`${rosterOf(id)}/files`, form));
  }

  previewRoster(id: Id, fileId: Id, reading: RosterReading): Promise<RosterPreview> {
    return firstValueFrom(this.http.get<RosterPreview>(`${rosterOf(id)}/files/${fileId}`, { params: { ...reading } }));
  }

  tryRoster(id: Id, wanted: RosterImport): Promise<RosterReport> {
    return firstValueFrom(this.http.post<RosterReport>(`${rosterOf(id)}/dry-runs`, wanted));
  }

  importRoster(id: Id, wanted: RosterImport, key: string): Promise<Job> {
    return firstValueFrom(this.http.post<Job>(`${rosterOf(id)}/imports`, wanted, { context: once(key) }));
  }
}
