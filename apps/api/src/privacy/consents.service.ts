// Consents as the person, a guardian or a coordinator gives and withdraws them, and as other areas ask for them. A decision is taken
// over the words that are in force: whoever read older ones reads again.
import type { Actor, LinkActor } from '@amity/access';
import { dayIn, DomainError, type Id } from '@amity/kernel';
import { displayName } from '@amity/people';
import {
  type ConsentLink,
  type ConsentPurpose,
  type ConsentStandings,
  consentStates,
  type ConsentTextDraft,
  type ConsentTexts,
  guardianNeedOn,
  type MyConsents,
  type MyDecision,
  objectionTo,
  type PersonConsents,
  textFor,
  type ToldDecision,
} from '@amity/privacy';
import { Inject, Injectable } from '@nestjs/common';
import { Links, Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { People, PersonEntity } from '../people/index.js';
import { SETTINGS, type Settings } from '../settings.js';
import { ConsentEntity, ConsentPolicyEntity, ConsentTextEntity } from './consent.entities.js';
import { toDecided, toText } from './consent.mapper.js';
import { ConsentsRepository } from './consents.repository.js';

const linkDays = 60;

@Injectable()
export class Consents {
  constructor(
    private readonly tenants: Tenants,
    private readonly consents: ConsentsRepository,
    private readonly people: People,
    private readonly links: Links,
    private readonly organizations: Organizations,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Who of these must be left out, because the organization does nothing of this kind without consent and they have given none. */
  async missing(tx: TenantTx, personIds: readonly Id[], purpose: ConsentPurpose): Promise<Set<Id>> {
    if (!(await this.consents.isRequired(tx, purpose))) return new Set();
    const given = await this.consents.given(tx, personIds, purpose);
    return new Set(personIds.filter((id) => !given.has(id)));
  }

  of(actor: Actor, personId: Id): Promise<PersonConsents> {
    return this.tenants.read(actor, async (tx) => {
      await this.people.known(tx, personId);
      return this.show(tx, await tx.get(PersonEntity, personId, 'person'));
    });
  }

  /** A coordinator was told, and says how. */
  told(actor: Actor, personId: Id, decision: ToldDecision): Promise<PersonConsents> {
    return this.tenants.write(actor, async (tx) => {
      await this.people.known(tx, personId);
      const person = await this.decide(tx, personId, decision, { by: 'coordinator', note: decision.note });
      return this.show(tx, person);
    });
  }

  /** A link by which the person, or the guardian, decides. Earlier ones end. */
  link(actor: Actor, personId: Id): Promise<ConsentLink> {
    return this.tenants.write(actor, async (tx) => {
      await this.people.known(tx, personId);
      await this.links.revoke(tx, 'privacy.consents', personId);
      const token = await this.links.issue(tx, 'privacy.consents', personId, linkDays);
      return { url: `${this.settings.publicUrl}/p/consents#${token}` };
    });
  }

  mine(actor: LinkActor): Promise<MyConsents> {
    return this.tenants.read(actor, async (tx) => this.showMine(tx, await tx.get(PersonEntity, actor.subjectId, 'person')));
  }

  decideMine(actor: LinkActor, decision: MyDecision): Promise<MyConsents> {
    return this.tenants.write(actor, async (tx) => {
      const by = decision.guardianName === null ? 'self' : 'guardian';
      return this.showMine(tx, await this.decide(tx, actor.subjectId, decision, { by, note: null }));
    });
  }

  texts(actor: Actor): Promise<ConsentTexts> {
    return this.tenants.write(actor, async (tx) => ({ items: (await this.consents.releasedTexts(tx)).map(toText) }));
  }

  standing(actor: Actor): Promise<ConsentStandings> {
    return this.tenants.read(actor, async (tx) => ({ items: await this.consents.standing(tx) }));
  }

  /** A new edition; who agreed to an earlier one has agreed to that one. */
  release(actor: Actor, draft: ConsentTextDraft): Promise<ConsentTexts> {
    return this.tenants.write(actor, async (tx) => {
      const texts = await this.consents.releasedTexts(tx);
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 4713))`); // editions are numbered one after the other
      const newest = (await this.consents.texts(tx)).filter(
        ({ purpose, language }) => purpose === draft.purpose && language === draft.language,
      );
      const edition = Math.max(0, ...newest.map((text) => text.edition)) + 1;
      const released = await tx.insert(ConsentTextEntity, { ...draft, edition });
      return { items: [...texts, released].map(toText) };
    });
  }

  /** For the demo and for organizations that decide so: whether a purpose works without consent. */
  async require(tx: TenantTx, purpose: ConsentPurpose, isRequired: boolean): Promise<void> {
    const policy = await this.consents.policy(tx, purpose);
    if (policy) await tx.update(ConsentPolicyEntity, policy.id, 'any', { isRequired }, 'policy');
    else await tx.insert(ConsentPolicyEntity, { purpose, isRequired });
  }

  private async decide(
    tx: TenantTx,
    personId: Id,
    { purpose, decision, language, edition, guardianName }: MyDecision,
    how: Pick<ConsentEntity, 'by' | 'note'>,
  ): Promise<PersonEntity> {
    const person = await this.consents.person(tx, personId);
    const inForce = textFor((await this.consents.releasedTexts(tx)).map(toText), purpose, language);
    if (decision === 'given' && (inForce.edition !== edition || inForce.language !== language))
      throw new DomainError('privacy.text_superseded');
    const objection = objectionTo(decision, guardianNeedOn(person.birthDate, await this.today(tx)), guardianName);
    if (objection) throw new DomainError(`privacy.${objection}`, { name: displayName(person) });
    const words = decision === 'given' ? { language, edition } : { language: inForce.language, edition: inForce.edition };
    await tx.insert(ConsentEntity, { personId, purpose, decision, ...words, guardianName, ...how });
    return person;
  }

  private async show(tx: TenantTx, person: PersonEntity): Promise<PersonConsents> {
    const decided = (await this.consents.of(tx, person.id)).map(toDecided);
    const texts = (await this.consents.texts(tx)).map(toText);
    return {
      name: displayName(person),
      guardian: guardianNeedOn(person.birthDate, await this.today(tx)),
      items: consentStates(decided, texts, 'en'),
      history: [...decided].reverse(),
    };
  }

  private async showMine(tx: TenantTx, person: PersonEntity): Promise<MyConsents> {
    const { name, guardian, items } = await this.show(tx, person);
    const withoutNotes = items.map((state) => ({ ...state, last: state.last && { ...state.last, note: null } }));
    return { organization: (await this.organizations.of(tx)).name, name, guardian, items: withoutNotes };
  }

  private async today(tx: TenantTx): Promise<string> {
    return dayIn((await this.organizations.of(tx)).zone, new Date());
  }
}
