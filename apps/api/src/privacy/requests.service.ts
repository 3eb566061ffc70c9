// Requests of people about their data: they come by a member who was told or by the person's own link, nothing is done before it is
// sure who asks, and each has a clock.
import { type Actor, type LinkActor, nameOf } from '@amity/access';
import { dayIn, DomainError, type Id, type LocalDate } from '@amity/kernel';
import {
  byUrgency,
  type DataRequest,
  type DataRequests,
  dueOn,
  type Ending,
  type Extension,
  type IdentityCheck,
  mayExtend,
  type MyRequestDraft,
  type MyRequests,
  type RequestDraft,
  requestFlow,
  type RequestState,
} from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Outbox } from '../messages/index.js';
import { People } from '../people/index.js';
import { requestLetter } from './request.letters.js';
import { RequestEntity } from './request.entities.js';
import { toMyRequest, toRequest } from './request.mapper.js';
import { RequestsRepository } from './requests.repository.js';

type Change = Partial<Pick<RequestEntity, 'state' | 'identityHow' | 'identityBy' | 'extendedBecause' | 'dueOn' | 'answer' | 'closedOn'>>;

@Injectable()
export class Requests {
  constructor(
    private readonly tenants: Tenants,
    private readonly requests: RequestsRepository,
    private readonly people: People,
    private readonly organizations: Organizations,
    private readonly outbox: Outbox,
  ) {}

  list(actor: Actor): Promise<DataRequests> {
    return this.tenants.read(actor, async (tx) => ({ items: (await this.shown(tx, null)).sort(byUrgency) }));
  }

  get(actor: Actor, id: Id): Promise<DataRequest> {
    return this.tenants.read(actor, (tx) => this.one(tx, id));
  }

  /** A member was told. What comes late in the post still counts from the day it came. */
  receive(actor: Actor, draft: RequestDraft): Promise<DataRequest> {
    return this.tenants.write(actor, async (tx) => {
      await this.people.known(tx, draft.personId);
      if (draft.receivedOn > (await this.today(tx))) throw new DomainError('privacy.request_not_yet');
      return this.one(tx, (await this.open(tx, { ...draft, byLink: false })).id);
    });
  }

  mine(actor: LinkActor): Promise<MyRequests> {
    return this.tenants.read(actor, (tx) => this.showMine(tx, actor.subjectId));
  }

  /** By the person's own link. That somebody holds the link does not prove who they are. */
  askMine(actor: LinkActor, draft: MyRequestDraft): Promise<MyRequests> {
    return this.tenants.write(actor, async (tx) => {
      const receivedOn = await this.today(tx);
      await this.open(tx, { ...draft, personId: actor.subjectId, receivedOn, asker: 'self', askerName: null, byLink: true });
      return this.showMine(tx, actor.subjectId);
    });
  }

  verify(actor: Actor, id: Id, version: number, { how }: IdentityCheck): Promise<DataRequest> {
    return this.tenants.write(actor, async (tx) => {
      await this.moving(tx, id, 'verified');
      return this.change(tx, id, version, { state: 'verified', identityHow: how, identityBy: nameOf(actor) });
    });
  }

  /** Once, in time, and the person hears why. */
  extend(actor: Actor, id: Id, version: number, { reason }: Extension): Promise<DataRequest> {
    return this.tenants.write(actor, async (tx) => {
      const request = await this.mustBeKnown(tx, id);
      if (!mayExtend(request, await this.today(tx))) throw new DomainError('privacy.extension_refused');
      const due = dueOn(request.receivedOn, true);
      await this.tell(tx, request, 'extended', reason, due);
      return this.change(tx, id, version, { extendedBecause: reason, dueOn: due });
    });
  }

  /** An erasure ends by erasing, or by a refusal; never by saying that it was done. */
  end(actor: Actor, id: Id, version: number, { state, answer }: Ending): Promise<DataRequest> {
    return this.tenants.write(actor, async (tx) => {
      const request = await this.moving(tx, id, state);
      if (request.kind === 'erasure' && state === 'answered') throw new DomainError('privacy.erase_instead');
      if (state !== 'withdrawn') await this.tell(tx, request, state, answer, request.dueOn);
      return this.change(tx, id, version, { state, answer, closedOn: await this.today(tx) });
    });
  }

  /** For archives and erasures: the request, locked, when its person is known to whoever acts and it may become `to`. */
  async moving(tx: TenantTx, id: Id, to: RequestState): Promise<RequestEntity> {
    const request = await this.mustBeKnown(tx, id);
    if (!requestFlow.allows(request.state, to))
      throw new DomainError(request.state === 'received' ? 'privacy.identity_first' : 'privacy.request_closed');
    return request;
  }

  async change(tx: TenantTx, id: Id, version: number | 'any', change: Change): Promise<DataRequest> {
    await tx.update(RequestEntity, id, version, change, 'request', ({ state }) => ({ state }));
    return this.one(tx, id);
  }

  async one(tx: TenantTx, id: Id): Promise<DataRequest> {
    const [found] = await this.shown(tx, id);
    if (!found) throw new DomainError('kernel.unknown', { what: 'request' });
    return found;
  }

  async today(tx: TenantTx): Promise<LocalDate> {
    return dayIn((await this.organizations.of(tx)).zone, new Date());
  }

  private async mustBeKnown(tx: TenantTx, id: Id): Promise<RequestEntity> {
    const request = await tx.lock(RequestEntity, id, 'request');
    await this.people.known(tx, request.personId);
    return request;
  }

  private open(
    tx: TenantTx,
    draft: Pick<RequestEntity, 'personId' | 'kind' | 'receivedOn' | 'asker' | 'askerName' | 'byLink' | 'wish'>,
  ): Promise<RequestEntity> {
    return tx.guarded(() => tx.insert(RequestEntity, { ...draft, dueOn: dueOn(draft.receivedOn, false) }), {
      requests_open_once: () => {
        throw new DomainError('privacy.request_open');
      },
    });
  }

  private async tell(
    tx: TenantTx,
    request: RequestEntity,
    what: 'extended' | 'answered' | 'refused',
    words: string,
    due: LocalDate,
  ): Promise<void> {
    const { email } = await this.people.known(tx, request.personId);
    if (email !== null) await this.outbox.send(tx, requestLetter({ to: email, kind: request.kind, what, words, due }));
  }

  /** All of them, or the one with this id. */
  private async shown(tx: TenantTx, id: Id | null): Promise<DataRequest[]> {
    const [today, now] = [await this.today(tx), new Date()];
    const [abouts, archives] = [await this.requests.abouts(tx, id), await this.requests.archives(tx, id)];
    return (await this.requests.some(tx, id)).map((row) =>
      toRequest(row, { today, now, person: null, isHeld: false, ...abouts.get(row.id), archive: archives.get(row.id) ?? null }),
    );
  }

  private async showMine(tx: TenantTx, personId: Id): Promise<MyRequests> {
    return { items: (await this.requests.of(tx, personId)).map(toMyRequest) };
  }
}
