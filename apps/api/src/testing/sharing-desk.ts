// A coordinator, a partner and a delegation with one guest whose every field carries a word of its own: for tests of what is shared.
import type { MemberActor } from '@amity/access';
import type {
  Delegate,
  Delegation,
  Difference,
  Differences,
  Share,
  SharedDelegation,
  SharedField,
  SharedHead,
  SharedHeads,
} from '@amity/delegations';
import type { Id, ProblemDetails } from '@amity/kernel';
import { aDelegate, aDelegation, aPartnership, aPerson } from '@amity/testing';
import type { Answer, TestWorld } from './test-world.js';

/** Words that stand on the roster, by the field they are shared with, in small letters; what belongs to none is never shared. */
export const canaries: Readonly<Record<SharedField | 'never', readonly string[]>> = {
  names: ['quintavious', 'zobelberg'],
  diet: ['moonbread'],
  flights: ['zx 9417'],
  contacts: ['q.z@hidden.example', '+49 30 5551234'],
  never: ['notable secret', 'ferret co', 'كوينتا', '1987-03-02'],
};

export class SharingDesk {
  private constructor(
    readonly world: TestWorld,
    readonly ada: MemberActor,
    readonly pia: MemberActor,
    readonly partnership: Id,
    readonly delegation: Delegation,
    readonly guest: Delegate,
  ) {}

  /** An organization of its own; the guest agreed to be shared. */
  static async in(world: TestWorld): Promise<SharingDesk> {
    const ada = await world.organization(['administrator', 'coordinator', 'program_officer']);
    const pia = await world.member(ada, ['partner_coordinator']);
    const partnership = (await world.call<{ id: Id }>('POST', '/api/partnerships', { as: ada, body: aPartnership() })).body.id;
    const delegation = await planAs(world, ada, { partnershipId: partnership });
    const desk = new SharingDesk(world, ada, pia, partnership, delegation, await joinAs(world, ada, delegation.id));
    await desk.consent(desk.guest);
    return desk;
  }

  plan(overrides: object = {}): Promise<Delegation> {
    return planAs(this.world, this.ada, overrides);
  }

  join(id: Id, givenName: string, email: string): Promise<Delegate> {
    return joinAs(this.world, this.ada, id, givenName, email);
  }

  consent({ person }: Delegate, decision = 'given'): Promise<Answer> {
    const body = { purpose: 'partner_sharing', decision, language: 'en', edition: 1, note: 'Said so on the phone.' };
    return this.world.call('POST', `/api/privacy/people/${person.id}/consents`, { as: this.ada, body });
  }

  share(fields: readonly string[], about: object = { delegationId: this.delegation.id }, accountId = this.pia.accountId) {
    const body = { accountId, ...about, fields };
    return this.world.call<Share & ProblemDetails>('POST', '/api/delegations/shares', { as: this.ada, body });
  }

  revoke({ id, version }: Share) {
    const headers = { 'if-match': `"${version}"` };
    return this.world.call<Share & ProblemDetails>('POST', `/api/delegations/shares/${id}/revoke`, { as: this.ada, headers });
  }

  read(as = this.pia, id = this.delegation.id) {
    return this.world.call<SharedDelegation & ProblemDetails>('GET', `/api/delegations/shared/${id}`, { as });
  }

  async heads(as = this.pia): Promise<Pick<SharedHead, 'id' | 'fields'>[]> {
    const { body } = await this.world.call<SharedHeads>('GET', '/api/delegations/shared', { as });
    return body.items.map(({ id, fields }) => ({ id, fields }));
  }

  enter(body: object, as = this.pia, delegateId = this.guest.id) {
    return this.world.call<ProblemDetails>('PUT', `/api/delegations/shared/${this.delegation.id}/delegates/${delegateId}`, { as, body });
  }

  async differences(): Promise<Difference[]> {
    return (await this.world.call<Differences>('GET', `/api/delegations/${this.delegation.id}/differences`, { as: this.ada })).body.items;
  }

  take(entryId: Id, version: number) {
    const url = `/api/delegations/${this.delegation.id}/differences/${entryId}/take`;
    return this.world.call<Differences & ProblemDetails>('POST', url, { as: this.ada, headers: { 'if-match': `"${version}"` } });
  }
}

async function planAs(world: TestWorld, as: MemberActor, overrides: object): Promise<Delegation> {
  return (await world.call<Delegation>('POST', '/api/delegations', { as, body: aDelegation(overrides) })).body;
}

async function joinAs(
  world: TestWorld,
  as: MemberActor,
  id: Id,
  givenName = 'Quintavious',
  email = 'q.z@hidden.example',
): Promise<Delegate> {
  const person = aPerson({
    givenName,
    familyName: 'Zobelberg',
    nativeName: 'كوينتا',
    email,
    phone: '+49 30 5551234',
    birthDate: '1987-03-02',
    worksAt: 'Ferret Co',
  });
  const body = aDelegate({ person, diet: ['moonbread'], flights: 'ZX 9417', notes: 'Notable secret' });
  return (await world.call<Delegate>('POST', `/api/delegations/${id}/roster`, { as, body })).body;
}
