import type { MemberActor } from '@amity/access';
import { dayIn, type Id, type ProblemDetails } from '@amity/kernel';
import type { OutboxMessage } from '@amity/messages';
import type { Person } from '@amity/people';
import type { ConsentLink, Hidden, PersonProtection, ProtectedPeople, Responder } from '@amity/privacy';
import { aDelegate, aDelegation, aPerson } from '@amity/testing';
import { DataSource } from 'typeorm';
import { KeyRing, MasterKey } from '../database/sealing/index.js';
import { Tenants } from '../database/tenants.js';
import { Forwarding } from '../messages/index.js';
import { wordsInDatabase } from '../testing/planted-words.js';
import { TestWorld } from '../testing/test-world.js';
import { KeyRotation } from './key-rotation.js';
import { Protection } from './protection.service.js';

const nobody = /(?!)/g;

describe('protection', () => {
  let world: TestWorld;
  let ben: MemberActor;
  let lead: MemberActor;
  let count = 0;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    ben = await world.organization(['coordinator', 'administrator']);
    lead = await world.member(ben, ['safeguarding_lead']);
  });

  /** Somebody with a name of their own, so that tests do not find each other's. */
  const somebody = async (more: Partial<Person> = {}): Promise<{ person: Person; words: string[] }> => {
    const mark = 'abcdefgh'.charAt(count++ % 8).repeat(3) + String.fromCharCode(105 + count);
    const draft = aPerson({ givenName: `Gwen${mark}`, familyName: `Thorn${mark}`, email: `gwen${mark}@thorn${mark}.example`, ...more });
    const { body } = await world.call<Person>('POST', '/api/people', { as: ben, body: draft });
    return { person: body, words: [`gwen${mark}`, `thorn${mark}`] };
  };
  const protect = (id: Id, as = lead, body: object = { reason: 'Threatened at home.' }) =>
    world.call<PersonProtection & ProblemDetails>('POST', `/api/privacy/protection/people/${id}`, { as, body });
  const person = async (id: Id, as = ben) => (await world.call<Person>('GET', `/api/people/${id}`, { as })).body;
  const found = async (q: string) =>
    (await world.call<{ items: Person[] }>('GET', `/api/people?q=${encodeURIComponent(q)}`, { as: ben })).body.items.map(({ id }) => id);
  const list = async () => (await world.call<ProtectedPeople>('GET', '/api/privacy/protection', { as: lead })).body.items;
  const linkOf = async (id: Id) =>
    (await world.call<ConsentLink>('POST', `/api/privacy/people/${id}/consents/link`, { as: ben })).body.url.split('#')[1] ?? '';
  const hideMe = (link: string) => world.call<Hidden>('POST', '/api/privacy/hide-me', { link });

  it('puts a plausible name in the place of the real one, and the record goes on as it was', async () => {
    const { person: before, words } = await somebody({
      phone: '+49 30 123 4567',
      birthDate: '1990-04-05',
      worksAt: 'Ministry',
      salutation: 'Ms.',
    });
    const { status, body } = await protect(before.id);
    const after = await person(before.id);
    expect([status, body]).toEqual([201, { name: `${after.givenName} ${after.familyName}`, protection: (await list())[0] }]);
    expect(await list()).toEqual([{ personId: before.id, name: body.name, by: 'lead', since: expect.any(String) as string }]);
    for (const field of ['id', 'version', 'nameOrder', 'salutation', 'countryCode', 'languages'] as const)
      expect(after[field]).toEqual(before[field]);
    for (const field of ['givenName', 'familyName', 'email', 'phone', 'birthDate', 'worksAt'] as const) {
      expect(after[field]).not.toEqual(before[field]);
      expect(after[field]).toBeTruthy();
    }
    expect([await found(words[0] ?? ''), await found(after.familyName)]).toEqual([[], [before.id]]);
    expect(await wordsInDatabase(world, words, nobody)).toEqual([]);
  });

  it('takes a pseudonym that somebody chose, unless it tells', async () => {
    const { person: one } = await somebody();
    const telling = await protect(one.id, lead, {
      reason: 'Threatened.',
      pseudonym: { givenName: 'Eva', familyName: one.familyName.toUpperCase() },
    });
    expect([telling.status, telling.body.code]).toEqual([422, 'privacy.pseudonym_tells']);
    const { body } = await protect(one.id, lead, { reason: 'Threatened.', pseudonym: { givenName: 'Eva', familyName: 'Berg' } });
    expect(body.name).toBe('Eva Berg');
    const again = await protect(one.id);
    expect([again.status, again.body.code, again.body.detail]).toEqual([
      409,
      'privacy.protected_already',
      expect.stringContaining('Eva Berg'),
    ]);
  });

  it('is done once, whoever does it at the same time', async () => {
    const { person: one, words } = await somebody();
    const answers = await Promise.all(Array.from({ length: 6 }, () => protect(one.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await list()).length).toBe(1);
    expect(await wordsInDatabase(world, words, nobody)).toEqual([]);
  });

  it('leaves those who share a name with theirs', async () => {
    const { person: one } = await somebody({ familyName: 'Commonly' });
    const { person: other } = await somebody({ familyName: 'Commonly' });
    const url = `/api/delegations`;
    const notes = `${one.givenName} and ${other.givenName} Commonly share a room. Ms. Commonly snores.`;
    const { body: delegation } = await world.call<{ id: Id }>('POST', url, { as: ben, body: aDelegation({ notes }) });
    await world.call('POST', `${url}/${delegation.id}/roster`, { as: ben, body: aDelegate({ person: { id: one.id } }) });
    await protect(one.id);
    const { givenName, familyName } = await person(one.id);
    expect((await world.call<{ notes: string }>('GET', `${url}/${delegation.id}`, { as: ben })).body.notes).toBe(
      `${givenName} and ${other.givenName} Commonly share a room. Ms. ${familyName} snores.`,
    );
    expect(await person(other.id)).toEqual(other);
  });

  it('is for those alone who may protect; another organization’s people are unknown', async () => {
    const { person: one } = await somebody();
    const stranger = await world.organization(['safeguarding_lead']);
    expect([(await protect(one.id, ben)).status, (await protect(one.id, stranger)).status]).toEqual([403, 404]);
    expect(await list()).toEqual([]);
  });

  it('finds also what was being written down meanwhile', async () => {
    const { person: one, words } = await somebody();
    let goOn = (): void => undefined;
    const waits = new Promise<void>((resolve) => (goOn = resolve));
    const slow = world.get(Tenants).write(ben, async (tx) => {
      await tx.query(
        `insert into messages.mail (organization_id, id, recipient, subject, text, html, state) values ($1, gen_random_uuid(), $2, $3, $3, $3, 'kept')`,
        [one.email, `Dear ${one.givenName} ${one.familyName}`],
      );
      await waits;
    });
    await protect(one.id);
    goOn();
    await slow;
    await world.eventually('the second look', async () => (await wordsInDatabase(world, words, nobody)).length === 0);
  });

  it('carries letters to where the person really is, and says so nowhere', async () => {
    const { person: one } = await somebody();
    await protect(one.id);
    const { email } = await person(one.id);
    const carried = (address: string) => world.get(Tenants).read(ben, (tx) => world.get(Forwarding).of(tx, address));
    expect([await carried(email ?? ''), await carried('somebody@else.example')]).toEqual([one.email, 'somebody@else.example']);
  });

  it('tells other areas whom they must not let out', async () => {
    const [{ person: one }, { person: other }] = [await somebody(), await somebody()];
    await protect(one.id);
    const among = await world.get(Tenants).read(ben, (tx) => world.get(Protection).among(tx, [one.id, other.id]));
    expect([...among]).toEqual([one.id]);
  });

  describe('by the person', () => {
    it('takes effect at once, and again does nothing: the answer is the same', async () => {
      const { person: one, words } = await somebody();
      const link = await linkOf(one.id);
      const [first, second] = [await hideMe(link), await hideMe(link)];
      const after = await person(one.id);
      expect([first.status, first.body]).toEqual([201, { name: `${after.givenName} ${after.familyName}` }]);
      expect([second.status, second.body]).toEqual([first.status, first.body]);
      expect((await list()).map(({ personId, by }) => ({ personId, by }))).toEqual([{ personId: one.id, by: 'self' }]);
      expect(await wordsInDatabase(world, words, nobody)).toEqual([]);
    });

    it('is done by the right link alone', async () => {
      expect((await hideMe('x'.repeat(43))).status).toBe(404);
    });

    it('tells the named responder, and nobody else learns that there was a letter', async () => {
      const choose = (accountId: Id | null, as = lead) =>
        world.call<Responder & ProblemDetails>('PUT', '/api/privacy/protection/responder', { as, body: { accountId } });
      expect((await choose(lead.accountId)).body).toEqual({
        accountId: lead.accountId,
        candidates: [{ accountId: lead.accountId, name: 'Ben' }],
      });
      const wrong = await choose(ben.accountId);
      expect([wrong.status, wrong.body.code]).toEqual([422, 'privacy.responder_unknown']);
      const { person: one } = await somebody();
      const link = await linkOf(one.id);
      await hideMe(link);
      await hideMe(link);
      const outbox = async (as: MemberActor) =>
        (await world.call<{ items: OutboxMessage[] }>('GET', '/api/messages/outbox', { as })).body.items.map(({ subject }) => subject);
      const reader = await world.member(ben, ['safeguarding_lead', 'coordinator']);
      expect([await outbox(ben), await outbox(reader)]).toEqual([[], ['Somebody asks for your attention']]);
      const { rows } = await world.owner.query<{ text: string }>(
        `select subject || text || html as text from messages.mail where organization_id = $1`,
        [ben.organizationId],
      );
      expect(rows.length).toBe(1);
      const { givenName, familyName } = await person(one.id);
      for (const name of [givenName, familyName]) expect(rows[0]?.text).not.toContain(name);
      const log = await world.call<{ items: { subject: string }[] }>('GET', '/api/audit/entries?subject=messages.mail', { as: ben });
      expect(log.body.items).toEqual([]);
    });

    it('tells nobody when nobody is named', async () => {
      const { person: one } = await somebody();
      await hideMe(await linkOf(one.id));
      const { rows } = await world.owner.query('select from messages.mail where organization_id = $1', [ben.organizationId]);
      expect(rows).toEqual([]);
    });
  });

  it('renames in no other place than those where nothing is ever changed', async () => {
    const refused = (sql: string) =>
      expect(world.get(Tenants).write(ben, (tx) => tx.query(`select ${sql} where amity.organization() = $1`))).rejects.toThrow();
    await refused(`privacy.rename_in('visits.itinerary_versions', gen_random_uuid(), '{}')`); // nobody is protected here yet
    const { person: one } = await somebody({ birthDate: dayIn('UTC', new Date('2000-01-01')) });
    await protect(one.id);
    await refused(`privacy.rename_in('people.people', '${one.id}', '{"given_name": "Eve"}')`);
    await refused(`audit.conceal(gen_random_uuid(), '{"before": null, "after": null}', '\\x00')`);
    await expect(
      world.get(Tenants).write(ben, (tx) => tx.query(`update audit.entries set reason = 'x' where organization_id = $1`)),
    ).rejects.toThrow('permission denied');
  });

  it('opens under a new master key, too', async () => {
    const { person: one } = await somebody();
    await protect(one.id);
    const { email } = await person(one.id);
    const ring = world.get(KeyRing);
    const next = MasterKey.random();
    await new KeyRotation(world.get(DataSource), world.get(Tenants), ring).rewrap(next);
    const later = new Tenants(world.get(DataSource), new KeyRing(next));
    expect(await later.read(ben, (tx) => world.get(Forwarding).of(tx, email ?? ''))).toBe(one.email);
    const { rows } = await world.owner.query<{ id: Buffer }>('select distinct master_key_id as id from privacy.vault_keys');
    expect(rows.map(({ id }) => id.equals(next.id))).toEqual([true]);
  });
});
