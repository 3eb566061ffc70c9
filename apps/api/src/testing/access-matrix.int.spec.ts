// Every endpoint × everybody who might ask, from the OpenAPI document and the list of permissions: nothing here knows a route by
// name, so a new one is held to the same from its first day.
import { type MemberActor, type NewApiToken, type Permission, permissionsFor, roles } from '@amity/access';
import type { Id, ProblemDetails } from '@amity/kernel';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Sessions } from '../access/index.js';
import type { Policy } from '../http/can.js';
import { policyOf } from '../http/openapi.js';
import { bodies, forms, queries } from './route-bodies.js';
import { addressed, makeRecords, parametersOf, type Records, recordsInPaths } from './route-records.js';
import { type Answer, TestWorld } from './test-world.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface Endpoint {
  readonly route: string;
  readonly method: Method;
  readonly path: string;
  readonly policy: Policy;
  readonly takesBody: boolean;
}
interface Somebody {
  readonly as?: MemberActor;
  readonly headers?: Readonly<Record<string, string>>;
}

const nobodys = '01a2013f-7aa4-7873-8e08-475a972c512e';

describe('every endpoint', () => {
  let world: TestWorld;
  let ours: MemberActor;
  let theirs: MemberActor;
  let our: Records;
  let their: Records;
  let endpoints: Endpoint[];
  beforeAll(async () => {
    world = await TestWorld.open();
    // What only partners and delegates read, and what only a safeguarding lead may, is asked by somebody who is all of them
    const everything = ['administrator', 'safeguarding_lead', 'partner_coordinator', 'delegate'] as const;
    [ours, theirs] = [await world.organization([...everything]), await world.organization([...everything])];
    our = await makeRecords(world, ours, 'ours');
    their = await makeRecords(world, theirs, 'theirs');
    const { body } = await world.call<OpenAPIObject>('GET', '/api/openapi.json');
    endpoints = Object.entries(body.paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((verb) => {
        const operation = item[verb];
        const policy = operation && policyOf(operation);
        const method = verb.toUpperCase() as Method;
        return operation && policy ? [{ route: `${method} ${path}`, method, path, policy, takesBody: 'requestBody' in operation }] : [];
      }),
    );
  }, 120_000);
  afterAll(() => world.close());

  /** Asks about nobody's record, with nothing in hand: whoever passes the guard learns that something is missing. */
  const ask = ({ method, path }: Endpoint, { as, headers = {} }: Somebody): Promise<Answer<Partial<ProblemDetails>>> =>
    world.call(
      method,
      addressed(path, () => nobodys),
      { ...(as ? { as } : {}), headers, body: method === 'GET' ? undefined : {} },
    );
  /** The answers that differ from what the policy promises, as `route: status`. */
  const surprises = async (who: () => Somebody | Promise<Somebody>, promise: (policy: Policy) => 'in' | number): Promise<string[]> => {
    const found: string[] = [];
    for (const endpoint of endpoints) {
      if (endpoint.policy.kind === 'public') continue;
      const { status } = await ask(endpoint, await who());
      const expected = promise(endpoint.policy);
      if (expected === 'in' ? status === 401 || status === 403 || status >= 500 : status !== expected)
        found.push(`${endpoint.route}: ${status} instead of ${expected}`);
    }
    return found;
  };
  const byPolicy = (member: (permission: Permission) => 'in' | number, signedIn: 'in' | number) => (policy: Policy) =>
    policy.kind === 'link' ? 404 : policy.kind === 'permission' ? member(policy.permission) : signedIn;

  it('is known to the tables of records and bodies, and they know no other', () => {
    const guarded = endpoints.filter(({ policy }) => policy.kind === 'permission' || policy.kind === 'signed_in');
    const parameters = new Set(guarded.flatMap(({ path }) => parametersOf(path).map(({ key }) => key)));
    expect([...parameters].sort()).toEqual(Object.keys(recordsInPaths).sort());
    const withBody = endpoints.filter(({ takesBody }) => takesBody).map(({ route }) => route);
    // A form with a file is no body that the document has to describe
    expect(withBody.filter((route) => !(route in forms)).sort()).toEqual(Object.keys(bodies).sort());
  });

  it('turns a stranger away before anything else', async () => {
    expect(
      await surprises(
        () => ({}),
        byPolicy(() => 401, 401),
      ),
    ).toEqual([]);
    const forged = { headers: { authorization: `Bearer amity_${'A'.repeat(65)}`, cookie: `amity_session=${'A'.repeat(43)}` } };
    expect(
      await surprises(
        () => forged,
        byPolicy(() => 401, 401),
      ),
    ).toEqual([]);
  }, 60_000);

  it.each(roles)(
    'lets a %s do what the role says, and nothing else',
    async (role) => {
      const member = await world.member(ours, [role]);
      const held = new Set(permissionsFor([role]));
      const promised = byPolicy((permission) => (held.has(permission) ? 'in' : 403), 'in');
      // Signing out and switching are among the endpoints: each question comes with a session that lives
      expect(await surprises(async () => ({ as: await world.again(member) }), promised)).toEqual([]);
    },
    120_000,
  );

  it('turns a suspended member away, whatever cookie is left', async () => {
    const member = await world.member(ours, ['administrator']);
    await world.owner.query(`update access.memberships set state = 'suspended' where account_id = $1`, [member.accountId]);
    await world.get(Sessions).open(member.accountId, ours.organizationId);
    expect(
      await surprises(
        async () => ({ as: await world.again(member) }),
        byPolicy(() => 401, 401),
      ),
    ).toEqual([]);
  }, 60_000);

  it('lets a token do what its scopes say, and nothing that is about its owner', async () => {
    const made = await world.call<NewApiToken>('POST', '/api/access/tokens', {
      as: ours,
      body: { name: 'Reader', scopes: ['people.read', 'visits.read'], days: 1 },
    });
    const headers = { authorization: `Bearer ${made.body.secret ?? ''}` };
    const promised = byPolicy((permission) => (['people.read', 'visits.read'].includes(permission) ? 'in' : 403), 403);
    expect(await surprises(() => ({ headers }), promised)).toEqual([]);
  }, 60_000);

  /** A request that would be right if the records were one's own. */
  const send = ({ route, method, path }: Endpoint, as: MemberActor, idOf: (key: string) => Id, body: object | undefined) => {
    const form = forms[route]?.();
    const sent = form ? form.body : method === 'GET' ? undefined : (body ?? {});
    return world.call<unknown>(method, addressed(path, idOf) + (queries[route] ?? ''), {
      as,
      body: sent,
      headers: { 'if-match': '"1"', ...form?.headers },
    });
  };
  const named = (records: Records) => (key: string) => records[recordsInPaths[key] ?? 'person'];

  it('answers 404 to the administrator of another organization, for every id in its address', async () => {
    const before = await everythingOf(theirs);
    const wrong: string[] = [];
    for (const endpoint of endpoints.filter(({ policy }) => policy.kind === 'permission' || policy.kind === 'signed_in')) {
      for (const { key: foreign } of parametersOf(endpoint.path)) {
        const idOf = (key: string) => named(key === foreign ? their : our)(key);
        const { status } = await send(endpoint, ours, idOf, bodies[endpoint.route]?.(our));
        if (status !== 404) wrong.push(`${endpoint.route} (${foreign}): ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await everythingOf(theirs)).toEqual(before);
  }, 60_000);

  it('takes no id of another organization in its body', async () => {
    const before = await everythingOf(theirs);
    const accepted: string[] = [];
    for (const endpoint of endpoints.filter(({ policy }) => policy.kind === 'permission')) {
      const body = bodies[endpoint.route];
      if (!body || JSON.stringify(body(our)) === JSON.stringify(body(their))) continue;
      const { status } = await send(endpoint, ours, named(our), body(their));
      if (status < 400 || status >= 500) accepted.push(`${endpoint.route}: ${status}`);
    }
    expect(accepted).toEqual([]);
    expect(await everythingOf(theirs)).toEqual(before);
  }, 60_000);

  it('takes nothing that its contract does not name: neither an organization, nor roles, nor a version', async () => {
    const smuggled = {
      organization_id: theirs.organizationId,
      organizationId: theirs.organizationId,
      accountId: theirs.accountId,
      account_id: theirs.accountId,
      roles: ['administrator'],
      permissions: ['privacy.reveal'],
      version: 99,
    };
    const [before, members] = [await everythingOf(theirs), await membersOf(ours)];
    const broken: string[] = [];
    for (const endpoint of endpoints.filter(({ policy }) => policy.kind === 'permission')) {
      const body = bodies[endpoint.route];
      if (!body) continue;
      const { status } = await send(endpoint, ours, named(our), { ...smuggled, ...body(our) });
      if (status >= 500 || [401, 403, 422].includes(status)) broken.push(`${endpoint.route}: ${status}`);
    }
    expect(broken).toEqual([]);
    expect(await everythingOf(theirs)).toEqual(before);
    // One route is there to change roles; it changed them to what its body says and not to what was smuggled beside it
    expect(await membersOf(ours)).toEqual(members.map((m) => (m.id === our.user ? { ...m, roles: ['host'], version: 2 } : m)));
    expect(await versionsOver(ours, 90)).toEqual([]);
  }, 60_000);

  async function membersOf({ organizationId }: MemberActor) {
    const { rows } = await world.owner.query<{ id: Id; account_id: Id; roles: string[]; state: string; version: number }>(
      'select id, account_id, roles, state, version from access.memberships where organization_id = $1 order by id',
      [organizationId],
    );
    return rows;
  }

  async function tenantTables(): Promise<string[]> {
    const { rows } = await world.owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
       where c.relkind = 'r' and n.nspname not in ('identity', 'pgboss') order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** A fingerprint of every table's rows of one organization. */
  async function everythingOf({ organizationId }: MemberActor): Promise<Record<string, string>> {
    const prints: Record<string, string> = {};
    for (const table of (await tenantTables()).filter((name) => !/^(messages|interchange)\./.test(name))) {
      const { rows } = await world.owner.query<{ print: string }>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${table} t where organization_id = $1`,
        [organizationId],
      );
      prints[table] = rows[0]?.print ?? '';
    }
    return prints;
  }

  async function versionsOver({ organizationId }: MemberActor, limit: number): Promise<string[]> {
    const { rows } = await world.owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
       join pg_attribute v on v.attrelid = c.oid and v.attname = 'version' and v.atttypid = 'int'::regtype
       where c.relkind = 'r' and n.nspname not in ('identity', 'pgboss')`,
    );
    const over: string[] = [];
    for (const { name } of rows) {
      const found = await world.owner.query(`select 1 from ${name} where organization_id = $1 and version > $2`, [organizationId, limit]);
      if (found.rows.length > 0) over.push(name);
    }
    return over;
  }
});
