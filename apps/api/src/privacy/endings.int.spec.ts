import type { MemberActor } from '@amity/access';
import type { Id, ProblemDetails } from '@amity/kernel';
import type { Person } from '@amity/people';
import type {
  ConsentLink,
  ProtectionEnding,
  ProtectionEndings,
  PersonProtection,
  ProtectedPeople,
  Reveal,
  RevealedIdentity,
} from '@amity/privacy';
import { aDelegate, aDelegation, aPerson } from '@amity/testing';
import { newId } from '../database/new-id.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Forwarding } from '../messages/index.js';
import { TestWorld } from '../testing/test-world.js';
import { EndingsService } from './endings.service.js';
import { Erasures } from './erasures.service.js';
import { Protection } from './protection.service.js';

const real = {
  givenName: 'Quinta',
  familyName: 'Thorn',
  email: 'quinta@thorn.example',
  phone: '+1 360 555 0142',
  birthDate: '1990-04-05',
  worksAt: 'Ministry of Tides',
};
const told = ({ status, body }: { status: number; body: ProblemDetails }) => [status, body.code];

describe('ending a protection', () => {
  let world: TestWorld;
  let ben: MemberActor;
  let lea: MemberActor;
  let leo: MemberActor;
  let id: Id;
  let alias: Person;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    ben = await world.organization(['coordinator', 'administrator']);
    lea = await world.member(ben, ['safeguarding_lead']);
    leo = await world.member(ben, ['safeguarding_lead']);
    ({ id } = (await world.call<Person>('POST', '/api/people', { as: ben, body: aPerson(real) })).body);
    await protect();
    alias = await person();
  });

  const protect = () =>
    world.call<PersonProtection & ProblemDetails>('POST', `/api/privacy/protection/people/${id}`, {
      as: lea,
      body: { reason: 'Threatened.' },
    });
  const person = async () => (await world.call<Person>('GET', `/api/people/${id}`, { as: ben })).body;
  const ask = (as = lea, of = id, body: object = { reason: 'The danger is over.' }) =>
    world.call<ProtectionEnding & ProblemDetails>('POST', `/api/privacy/protection/people/${of}/endings`, { as, body });
  const decide = (ending: Id, as = leo, decision = 'ended') =>
    world.call<ProtectionEnding & ProblemDetails>('POST', `/api/privacy/protection/endings/${ending}/decision`, {
      as,
      body: { decision, reason: 'She said so when we met.' },
    });
  const end = async () => {
    const { body } = await ask();
    expect((await decide(body.id)).status).toBe(201);
    return body.id;
  };
  const list = async (as: MemberActor) =>
    (await world.call<ProtectionEndings>('GET', '/api/privacy/protection/endings', { as })).body.items;
  const found = async (q: string) =>
    (await world.call<{ items: Person[] }>('GET', `/api/people?q=${encodeURIComponent(q)}`, { as: ben })).body.items.map((one) => one.id);
  const isProtected = async () =>
    (await world.call<ProtectedPeople>('GET', '/api/privacy/protection', { as: lea })).body.items.some(({ personId }) => personId === id);
  const carried = (address: string | null) => world.get(Tenants).read(ben, (tx) => world.get(Forwarding).of(tx, address ?? ''));
  const within = <T>(as: MemberActor, work: (tx: TenantTx) => Promise<T>) => world.get(Tenants).write(as, work);
  const linkOf = async () =>
    (await world.call<ConsentLink>('POST', `/api/privacy/people/${id}/consents/link`, { as: ben })).body.url.split('#')[1] ?? '';

  it('takes two people, each with a reason; then the record is as it was, and found by its name', async () => {
    const { status, body: asked } = await ask();
    const name = `${alias.givenName} ${alias.familyName}`;
    expect([status, asked]).toEqual([
      201,
      {
        id: asked.id,
        personId: id,
        name,
        state: 'requested',
        reason: 'The danger is over.',
        requestedBy: 'Ben',
        requestedAt: asked.requestedAt,
        isMine: true,
        decidedBy: null,
        decidedAt: null,
        answer: null,
      },
    ]);
    expect([await list(leo), await person(), await isProtected()]).toEqual([[{ ...asked, isMine: false }], alias, true]);

    const { body: ended } = await decide(asked.id);
    expect(ended).toEqual({
      ...asked,
      isMine: false,
      name: 'Quinta Thorn',
      state: 'ended',
      decidedBy: 'Ben',
      decidedAt: ended.decidedAt,
      answer: 'She said so when we met.',
    });
    expect([await list(lea), await list(leo)]).toEqual([[{ ...ended, isMine: true }], [ended]]);
    expect(await person()).toEqual({ ...alias, ...real, version: alias.version + 1 });
    expect([await found('Quinta'), await found(alias.familyName), await isProtected()]).toEqual([[id], [], false]);
    expect([...(await world.get(Tenants).read(ben, (tx) => world.get(Protection).among(tx, [id])))]).toEqual([]);
    const { rows } = await world.owner.query('select 1 from privacy.vault where organization_id = $1', [ben.organizationId]);
    expect(rows).toEqual([]);
  });

  it('is in the log for those who protect people, without reasons and without a name; for others a record was changed', async () => {
    await end();
    const entries = async (as: MemberActor, subject: string) =>
      (await world.call<{ items: { action: string; subject: string }[] }>('GET', `/api/audit/entries?subject=${subject}`, { as })).body
        .items;
    const seen = await entries(lea, 'privacy');
    expect(seen.map(({ action, subject }) => [action, subject])).toEqual([
      ['removed', 'privacy.vault'],
      ['changed', 'privacy.endings'],
      ['created', 'privacy.endings'],
      ['created', 'privacy.vault'],
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/Quinta|Thorn|danger|when we met/i);
    expect(await entries(ben, 'privacy')).toEqual([]);
    const changed = (await entries(ben, 'people.people')).filter(({ action }) => action === 'changed');
    expect(changed).toEqual([expect.objectContaining({ actor: 'Ben', reason: null })]);
    const { version } = await person();
    const history = await world.call<{ items: unknown[] }>('GET', `/api/people/${id}/timeline`, { as: ben });
    expect(history.body.items.length).toBe(version);
  });

  it('leaves texts with the pseudonym, and brings addresses back that are a field of their own', async () => {
    const notes = `${alias.givenName} ${alias.familyName} sings. Write to ${alias.email ?? ''}.`;
    const { body: delegation } = await world.call<{ id: Id }>('POST', '/api/delegations', { as: ben, body: aDelegation({ notes }) });
    await world.call('POST', `/api/delegations/${delegation.id}/roster`, { as: ben, body: aDelegate({ person: { id } }) });
    const mail = newId();
    await within(ben, (tx) =>
      tx.query(
        `insert into messages.mail (organization_id, id, recipient, subject, text, html, state) values ($1, $2, $3, 'x', $4, 'x', 'kept')`,
        [mail, alias.email, `Dear ${alias.givenName}`],
      ),
    );
    await end();
    const { rows } = await world.owner.query('select recipient, text from messages.mail where id = $1', [mail]);
    expect(rows).toEqual([{ recipient: real.email, text: `Dear ${alias.givenName}` }]);
    expect((await world.call<{ notes: string }>('GET', `/api/delegations/${delegation.id}`, { as: ben })).body.notes).toBe(notes);
    const roster = await world.call<{ items: { person: Person }[] }>('GET', `/api/delegations/${delegation.id}/roster`, { as: ben });
    expect(roster.body.items.map(({ person: { givenName, email } }) => [givenName, email])).toEqual([['Quinta', real.email]]);
  });

  it('carries letters to the address that was given as long as it is known, also when somebody is protected anew', async () => {
    expect(await carried(alias.email)).toBe(real.email);
    await end();
    expect([await carried(alias.email), await carried('somebody@else.example')]).toEqual([real.email, 'somebody@else.example']);
    expect((await protect()).status).toBe(201);
    const again = await person();
    expect(again.email).not.toBe(real.email);
    expect([await carried(alias.email), await carried(again.email)]).toEqual([real.email, real.email]);
    await end();
    expect(await person()).toMatchObject(real);
  });

  it('keeps what was told while they were protected, and refuses a form that was opened before', async () => {
    const { id: _, version, ...draft } = alias;
    const body = { ...draft, phone: '+1 360 555 9999', languages: ['fr'] };
    const put = (draftOf: object, at: number) =>
      world.call<Person & ProblemDetails>('PUT', `/api/people/${id}`, { as: ben, body: draftOf, headers: { 'if-match': `"${at}"` } });
    expect((await put(body, version)).status).toBe(200);
    await end();
    const after = { ...real, phone: '+1 360 555 9999', languages: ['fr'] };
    expect(await person()).toMatchObject(after);
    expect(told(await put(body, version + 1))).toEqual([412, 'kernel.stale_version']);
    expect(await person()).toMatchObject(after);
  });

  it('is decided by somebody else, once; what was refused may be asked for anew', async () => {
    const { body: asked } = await ask();
    expect(told(await decide(asked.id, lea))).toEqual([422, 'privacy.ending_own']);
    expect((await decide(asked.id, leo, 'refused')).body).toMatchObject({ state: 'refused', answer: 'She said so when we met.' });
    expect(told(await decide(asked.id))).toEqual([409, 'privacy.ending_decided']);
    expect([await isProtected(), await person()]).toEqual([true, alias]);
    expect((await ask(leo)).status).toBe(201);
    expect(told(await ask())).toEqual([409, 'privacy.ending_asked']);
  });

  it('says what is missing when no reason is given, and does nothing', async () => {
    expect(told(await ask(lea, id, { reason: ' ' }))).toEqual([422, 'kernel.invalid']);
    const { body: asked } = await ask();
    const answer = await world.call<ProblemDetails>('POST', `/api/privacy/protection/endings/${asked.id}/decision`, {
      as: leo,
      body: { decision: 'ended', reason: '' },
    });
    expect([...told(answer), await isProtected()]).toEqual([422, 'kernel.invalid', true]);
  });

  it('is asked for once and ends once, by however many at once', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, (_, at) => ask(at % 2 ? lea : leo)));
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const request = asked.find(({ status }) => status === 201)?.body;
    const others: MemberActor[] = [];
    for (let i = 0; i < 3; i++) others.push(await world.member(ben, ['safeguarding_lead']));
    const decided = await Promise.all(others.map((as) => decide(request?.id ?? '', as)));
    expect(decided.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await person()).toEqual({ ...alias, ...real, version: alias.version + 1 });
  });

  it('is for those alone who may open names, for people who are protected, and within one organization', async () => {
    const other = (await world.call<Person>('POST', '/api/people', { as: ben, body: aPerson() })).body.id;
    const stranger = await world.organization(['safeguarding_lead']);
    expect([(await ask(lea, other)).status, (await ask(lea, newId())).status, (await ask(stranger)).status]).toEqual([404, 404, 404]);
    expect([(await ask(ben)).status, (await ask(ben, other)).status]).toEqual([403, 403]);
    const { body: asked } = await ask();
    expect([(await decide(asked.id, stranger)).status, (await decide(asked.id, ben)).status]).toEqual([404, 403]);
    expect(await list(stranger)).toEqual([]);
    await world.owner.query(`update identity.sessions set confirmed_at = now() - interval '11 minutes' where account_id = $1`, [
      leo.accountId,
    ]);
    expect(told(await decide(asked.id))).toEqual([403, 'access.confirm_needed']);
  });

  it('closes every request to open the name, also one that is made at that moment', async () => {
    const reveal = (as: MemberActor) =>
      world.call<Reveal & ProblemDetails>('POST', `/api/privacy/protection/people/${id}/reveals`, {
        as,
        body: { reason: 'The police asks.' },
      });
    const look = (of: Id) =>
      world.call<RevealedIdentity & ProblemDetails>('GET', `/api/privacy/protection/reveals/${of}/identity`, { as: lea });
    const { body: open } = await reveal(lea);
    await world.call('POST', `/api/privacy/protection/reveals/${open.id}/decision`, { as: leo, body: { decision: 'approved' } });
    expect((await look(open.id)).status).toBe(200);
    const { body: asked } = await ask();
    const [ended, late] = await Promise.all([decide(asked.id), reveal(leo)]);
    expect([ended.status, [201, 404].includes(late.status)]).toEqual([201, true]);
    expect([(await look(open.id)).status, (await reveal(lea)).status]).toEqual([404, 404]);
    const { rows } = await world.owner.query('select 1 from privacy.reveals where organization_id = $1', [ben.organizationId]);
    expect(rows).toEqual([]);
  });

  it('brings nobody back who is erased at that moment', async () => {
    const { body: asked } = await ask();
    const [decided] = await Promise.all([decide(asked.id), within(ben, (tx) => world.get(Erasures).erasePerson(tx, id, 'a'.repeat(64)))]);
    expect([201, 404]).toContain(decided.status);
    const { rows } = await world.owner.query(
      `select given_name, email, (select count(*)::int from privacy.vault v where v.person_id = p.id) as vault,
         (select count(*)::int from privacy.endings e where e.person_id = p.id) as endings from people.people p where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ given_name: 'Erased person', email: null, vault: 0, endings: 0 }]);
    expect((await decide(asked.id)).status).toBe(404);
  });

  it('does not happen when the person hides their name again: the request is over', async () => {
    const { body: asked } = await ask();
    const hidden = await world.call<{ name: string }>('POST', '/api/privacy/hide-me', { link: await linkOf() });
    expect([hidden.status, hidden.body]).toEqual([201, { name: `${alias.givenName} ${alias.familyName}` }]);
    expect((await list(leo)).map(({ state, decidedBy }) => [state, decidedBy])).toEqual([['withdrawn', null]]);
    expect([...told(await decide(asked.id)), await isProtected()]).toEqual([409, 'privacy.ending_decided', true]);
    expect((await ask()).status).toBe(201);
  });

  it('is forgotten two years after it was decided, and not what waits', async () => {
    await end();
    await protect();
    await ask();
    const age = (interval: string) =>
      world.owner.query(
        `alter table privacy.endings disable trigger all; update privacy.endings set decided_at = decided_at - interval '${interval}', created_at = created_at - interval '${interval}';
         alter table privacy.endings enable trigger all`,
      );
    const forgetOld = () => world.get(EndingsService).forgetOld(ben.organizationId);
    await age('23 months');
    await forgetOld();
    expect((await list(lea)).map(({ state }) => state)).toEqual(['requested', 'ended']);
    await age('2 months');
    await forgetOld();
    expect((await list(lea)).map(({ state }) => state)).toEqual(['requested']);
  });

  describe('in the database', () => {
    const voice = (set: string) => (tx: TenantTx) => tx.query(`update privacy.endings set ${set} where organization_id = $1`);
    const ended = (by: string) => `state = 'ended', decided_by = ${by}, decided_by_name = 'x', decided_at = now(), answer = reason`;

    it('nobody takes anybody out of the vault alone', async () => {
      const away = (as: MemberActor) => within(as, (tx) => tx.query('delete from privacy.vault where organization_id = $1'));
      const alone = 'A protection ends when two people agreed';
      await expect(away(lea)).rejects.toThrow(alone);
      await ask();
      await expect(away(leo)).rejects.toThrow(alone);
      expect(await isProtected()).toBe(true);
    });

    it('an end of before does not end what began since', async () => {
      await end();
      await protect();
      await expect(within(leo, (tx) => tx.query('delete from privacy.vault where organization_id = $1'))).rejects.toThrow(
        'A protection ends when two people agreed',
      );
    });

    it.each([
      ['whoever asked', () => lea, () => ended('requested_by'), 'endings_take_two'],
      ['somebody in the name of another one', () => lea, () => ended(`'${leo.accountId}'`), 'whoever decides does it themself'],
      ['Amity itself', () => null, () => ended(`'${leo.accountId}'`), 'whoever decides does it themself'],
      ['nobody', () => leo, () => `state = 'ended', decided_at = now()`, 'endings_decided_by_somebody'],
      [
        'somebody who says no reason',
        () => leo,
        () => ended(`'${leo.accountId}'`).replace('answer = reason', 'answer = null'),
        'endings_decided_by_somebody',
      ],
      ['somebody who changes whose it is', () => leo, () => `protection_id = gen_random_uuid()`, 'not changed any more'],
    ])('%s does not agree', async (_, who, set, refusal) => {
      await ask();
      const as = who();
      const actor = as ?? { kind: 'system' as const, organizationId: ben.organizationId, name: 'test' };
      await expect(world.get(Tenants).write(actor, voice(set()))).rejects.toThrow(new RegExp(refusal, 'i'));
    });

    it('a request begins as one, in one’s own name', async () => {
      const { body: asked } = await ask();
      await decide(asked.id, leo, 'refused');
      const copy = (state: string, by: string) => (tx: TenantTx) =>
        tx.query(
          `insert into privacy.endings (organization_id, id, person_id, protection_id, state, reason, requested_by, requested_by_name)
           select organization_id, gen_random_uuid(), person_id, protection_id, '${state}', reason, '${by}', 'x' from privacy.endings where organization_id = $1`,
        );
      const itself = 'Whoever asks does it themself';
      await expect(within(lea, copy('ended', lea.accountId))).rejects.toThrow(itself);
      await expect(within(lea, copy('requested', leo.accountId))).rejects.toThrow(itself);
      await expect(within(lea, copy('requested', lea.accountId))).resolves.toEqual([]);
    });
  });
});
