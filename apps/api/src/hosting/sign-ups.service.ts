// A family signs up by itself. What it types is kept as a draft that only its own link opens; sending it writes a letter to
// the address given, and only the link in that letter makes a household of it, once. Whether an address is known already
// is told to nobody but its owner, and no sign-up ever leads to a household that was there before it.
import type { LinkActor, SystemActor } from '@amity/access';
import {
  checkSignUp,
  SignUp,
  SignUpDraft,
  stepOf,
  type ConfirmedSignUp,
  type HostWelcome,
  type MySignUp,
  type SaveSignUp,
  type StartedSignUp,
} from '@amity/hosting';
import { dayIn, DomainError } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { Links, Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Outbox } from '../messages/index.js';
import { SignUpEntity } from './hosting.entities.js';
import { HouseholdsRepository } from './households.repository.js';
import { HostLetters } from './host-letters.service.js';
import { Households } from './households.service.js';
import { SignUpThrottle } from './sign-up.throttle.js';

/** Drafts and their links are kept this long. */
const draftDays = 60;
const confirmDays = 7;

@Injectable()
export class SignUps {
  constructor(
    private readonly tenants: Tenants,
    private readonly organizations: Organizations,
    private readonly links: Links,
    private readonly households: Households,
    private readonly repository: HouseholdsRepository,
    private readonly letters: HostLetters,
    private readonly outbox: Outbox,
    private readonly throttle: SignUpThrottle,
  ) {}

  async welcome(slug: string): Promise<HostWelcome> {
    const { name, zone } = await this.organizations.bySlug(slug.toLowerCase());
    return { organization: name, slug: slug.toLowerCase(), today: dayIn(zone, new Date()) };
  }

  async start(slug: string, address: string): Promise<StartedSignUp> {
    await this.throttle.countSignUp(address);
    const { id: organizationId } = await this.organizations.bySlug(slug);
    const actor: SystemActor = { kind: 'system', organizationId, name: 'sign-up' };
    return this.tenants.write(actor, async (tx) => {
      const row = await tx.insert(SignUpEntity, {
        draft: SignUpDraft.parse({}),
        step: 1,
        state: 'draft',
        email: null,
        confirmUntil: null,
        householdId: null,
      });
      return { token: await this.links.issue(tx, 'hosting.sign_up', row.id, draftDays), signUp: await this.show(tx, row) };
    });
  }

  mine(actor: LinkActor): Promise<MySignUp> {
    return this.tenants.read(actor, async (tx) => this.show(tx, await tx.get(SignUpEntity, actor.subjectId, 'sign-up')));
  }

  /** Keeps the draft. One that was sent becomes a draft again, and the letter sent for it no longer confirms anything. */
  save(actor: LinkActor, version: number, { draft, step }: SaveSignUp): Promise<MySignUp> {
    return this.tenants.write(actor, async (tx) => {
      const before = await tx.lock(SignUpEntity, actor.subjectId, 'sign-up');
      if (before.state === 'confirmed') throw new DomainError('hosting.already_sent');
      const current = await this.show(tx, before);
      const row = await tx.update(
        SignUpEntity,
        before.id,
        version,
        { draft, step, state: 'draft', email: null, confirmUntil: null },
        'sign-up',
        () => current,
      );
      if (before.state === 'submitted' && row.version !== before.version) await this.links.revoke(tx, 'hosting.confirm', row.id);
      return this.show(tx, row);
    });
  }

  /** Sends the sign-up, or names every field that is missing. The answer is the same whether the address is known or not. */
  async submit(actor: LinkActor): Promise<MySignUp> {
    const email = await this.tenants.read(
      actor,
      async (tx) => (await this.complete(tx, await tx.get(SignUpEntity, actor.subjectId, 'sign-up'))).email,
    );
    await this.throttle.countLetter(email);
    return this.tenants.write(actor, async (tx) => {
      const before = await tx.lock(SignUpEntity, actor.subjectId, 'sign-up');
      const signUp = await this.complete(tx, before);
      return this.show(tx, await this.send(tx, before, signUp));
    });
  }

  /** A link to go on later, to the address typed so far. */
  async sendResumeLink(actor: LinkActor): Promise<void> {
    const { draft, state } = await this.tenants.read(actor, (tx) => tx.get(SignUpEntity, actor.subjectId, 'sign-up'));
    if (state === 'confirmed') throw new DomainError('hosting.already_sent');
    const email = z.email().safeParse(draft.email.trim().toLowerCase());
    if (!email.success)
      throw new DomainError(
        'hosting.no_address_yet',
        {},
        { errors: [{ path: 'email', detail: 'Write a full e-mail address, such as maria@example.org.' }] },
      );
    await this.throttle.countLetter(email.data);
    await this.tenants.write(actor, async (tx) => {
      const token = await this.links.issue(tx, 'hosting.sign_up', actor.subjectId, draftDays);
      await this.letters.resume(tx, { email: email.data, givenName: draft.givenName.trim() }, token);
    });
  }

  /**
   * The address is its writer's own: the draft becomes a household, whose page is opened this once. A second time changes nothing
   * and says so. When the address is known already, the draft may be anybody's: nothing comes of it, and the family gets its page by mail.
   */
  confirm(actor: LinkActor): Promise<ConfirmedSignUp> {
    return this.tenants.write(actor, async (tx) => {
      const row = await tx.lock(SignUpEntity, actor.subjectId, 'sign-up');
      if (row.state === 'draft' || row.email === null) throw new DomainError('hosting.nothing_to_confirm');
      if (row.state === 'confirmed') return this.confirmed(tx, null);
      if (row.confirmUntil === null || row.confirmUntil < new Date()) throw new DomainError('hosting.confirmation_expired');
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || $2, 4713))`, [row.email]); // two sign-ups of one address at once
      const known = await this.repository.byEmail(tx, row.email);
      const signUp = SignUp.parse(row.draft);
      const householdId = known ? null : (await this.households.add(tx, signUp)).id;
      await tx.update(SignUpEntity, row.id, 'any', { state: 'confirmed', householdId, draft: SignUpDraft.parse({}) }, 'sign-up');
      if (known) await this.letters.alreadySignedUp(tx, signUp, known.id);
      if (householdId === null) return this.confirmed(tx, null);
      await this.outbox.publish(tx, { kind: 'hosting.household_applied', householdId });
      await this.letters.thanks(tx, signUp, householdId);
      return this.confirmed(tx, await this.links.issue(tx, 'hosting.home', householdId, null));
    });
  }

  /** A fresh letter in place of one that ran out, to the same address. */
  async renew(actor: LinkActor): Promise<void> {
    const { email } = await this.tenants.read(actor, (tx) => tx.get(SignUpEntity, actor.subjectId, 'sign-up'));
    if (email === null) throw new DomainError('hosting.nothing_to_confirm');
    await this.throttle.countLetter(email);
    await this.tenants.write(actor, async (tx) => {
      const row = await tx.lock(SignUpEntity, actor.subjectId, 'sign-up');
      if (row.state === 'submitted') await this.send(tx, row, SignUp.parse(row.draft));
    });
  }

  private async send(tx: TenantTx, row: SignUpEntity, signUp: SignUp): Promise<SignUpEntity> {
    const confirmUntil = new Date(Date.now() + confirmDays * 86_400_000);
    const sent = await tx.update(SignUpEntity, row.id, 'any', { state: 'submitted', email: signUp.email, confirmUntil }, 'sign-up');
    await this.links.revoke(tx, 'hosting.confirm', row.id);
    const known = await this.repository.byEmail(tx, signUp.email);
    if (known) await this.letters.alreadySignedUp(tx, signUp, known.id);
    else await this.letters.confirmation(tx, signUp, await this.links.issue(tx, 'hosting.confirm', row.id, null));
    return sent;
  }

  private async complete(tx: TenantTx, row: SignUpEntity): Promise<SignUp> {
    if (row.state === 'confirmed') throw new DomainError('hosting.already_sent');
    const { signUp, problems } = checkSignUp(row.draft, await this.households.today(tx));
    if (signUp) return signUp;
    throw new DomainError('kernel.invalid', {}, { errors: problems });
  }

  private async confirmed(tx: TenantTx, home: string | null): Promise<ConfirmedSignUp> {
    const { name: organization, slug } = await this.organizations.of(tx);
    return { alreadyConfirmed: home === null, organization, slug, home };
  }

  private async show(tx: TenantTx, { id, state, step, draft: typed, version }: SignUpEntity): Promise<MySignUp> {
    const { name: organization, slug, zone } = await this.organizations.of(tx);
    const [draft, today] = [SignUpDraft.parse(typed), dayIn(zone, new Date())];
    const problems = checkSignUp(draft, today).problems.map((problem) => ({ ...problem, step: stepOf(problem) }));
    return { id, organization, slug, state, step, draft, problems, today, version };
  }
}
