import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Assignments,
  Delegation,
  DelegationShares,
  Difference,
  Differences,
  PartnerEntryDraft,
  Partners,
  Share,
  ShareDraft,
  SharedDelegation,
  SharedHeads,
} from '@amity/delegations';
import type { Id, Page } from '@amity/kernel';
import type { Partnership } from '@amity/partnerships';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents } from '../../http/index.js';

export const sharesAddress = '/api/delegations/shares';
const sharedAddress = '/api/delegations/shared';
const of = (id: Id) => `/api/delegations/${id}`;

@Injectable({ providedIn: 'root' })
export class SharingApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  shares(id: Id): Promise<DelegationShares> {
    return firstValueFrom(this.http.get<DelegationShares>(`${of(id)}/shares`));
  }

  partners(): Promise<Partners> {
    return firstValueFrom(this.http.get<Partners>(`${sharesAddress}/partners`));
  }

  share(draft: ShareDraft): Promise<Share> {
    return this.intents.post(sharesAddress, draft);
  }

  revoke({ id, version }: Share): Promise<Share> {
    return this.intents.post(`${sharesAddress}/${id}/revoke`, {}, { headers: ifMatch(version) });
  }

  differences(id: Id): Promise<Differences> {
    return firstValueFrom(this.http.get<Differences>(`${of(id)}/differences`));
  }

  take(id: Id, { entryId, version }: Difference): Promise<Differences> {
    return this.intents.post(`${of(id)}/differences/${entryId}/take`, {}, { headers: ifMatch(version) });
  }

  assignments(id: Id): Promise<Assignments> {
    return firstValueFrom(this.http.get<Assignments>(`${of(id)}/assignments`));
  }

  assign(id: Id, accountId: Id): Promise<Assignments> {
    return this.intents.post(`${of(id)}/assignments`, { accountId });
  }

  release(id: Id, assignmentId: Id): Promise<Assignments> {
    return firstValueFrom(this.http.delete<Assignments>(`${of(id)}/assignments/${assignmentId}`));
  }

  /** What a share can be about: the newest of each. */
  async subjects(): Promise<{ partnerships: readonly Partnership[]; delegations: readonly Delegation[] }> {
    const params = { limit: 100 };
    const [partnerships, delegations] = await Promise.all([
      firstValueFrom(this.http.get<Page<Partnership>>('/api/partnerships', { params })),
      firstValueFrom(this.http.get<Page<Delegation>>('/api/delegations', { params })),
    ]);
    return { partnerships: partnerships.items, delegations: delegations.items.filter(({ rule }) => rule === 'public') };
  }

  heads(): Promise<SharedHeads> {
    return firstValueFrom(this.http.get<SharedHeads>(sharedAddress));
  }

  shared(id: Id): Promise<SharedDelegation> {
    return firstValueFrom(this.http.get<SharedDelegation>(`${sharedAddress}/${id}`));
  }

  enter(id: Id, delegateId: Id, draft: PartnerEntryDraft): Promise<unknown> {
    return firstValueFrom(this.http.put(`${sharedAddress}/${id}/delegates/${delegateId}`, draft));
  }
}
