import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MemberActor } from '@amity/access';
import type { Delegation } from '@amity/delegations';
import type { ProblemDetails } from '@amity/kernel';
import { aDelegation, aPerson } from '@amity/testing';
import { TestWorld } from './test-world.js';
import { allCodes, entryOf } from '../http/catalog.js';

describe('refusals', () => {
  let world: TestWorld;
  let as: MemberActor;
  beforeAll(async () => {
    world = await TestWorld.open();
    as = await world.organization();
  });
  afterAll(() => world.close());

  const short = ({ status, body }: { status: number; body: ProblemDetails }) => [status, body.code];
  const person = (body: unknown, headers: Record<string, string> = {}) =>
    world.call<ProblemDetails>('POST', '/api/people', { as, body, headers });

  it('have a sentence for every code that is written anywhere in the api', () => {
    const source = path.resolve(import.meta.dirname, '..');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (f) => f.endsWith('.ts') && !f.endsWith('.spec.ts') && !f.startsWith('testing'),
    );
    const thrown = new Set(
      files.flatMap((f) =>
        [...readFileSync(path.join(source, f), 'utf8').matchAll(/DomainError\(\s*'([a-z]+\.[a-z_]+)'/g)].map((m) => m[1] ?? ''),
      ),
    );
    expect(thrown.size).toBeGreaterThan(20);
    expect([...thrown].filter((code) => !entryOf(code))).toEqual([]);
  });

  it('have sentences a person can read, and names in braces that are words', () => {
    expect(allCodes().filter((code) => !/^[A-Z“{].*[.!?}”]$/s.test(entryOf(code)?.en ?? ''))).toEqual([]);
  });

  it('are named by a URN of the project', async () => {
    const { body } = await world.call<ProblemDetails>('GET', '/api/people/01a2013f-7aa4-7873-8e08-475a972c512e', { as });
    expect([body.type, body.code]).toEqual(['urn:amity:problem:kernel.unknown', 'kernel.unknown']);
  });

  it('tell a missing version from one that cannot be read', async () => {
    const { body: made } = await world.call<Delegation>('POST', '/api/delegations', { as, body: aDelegation() });
    const change = (headers: Record<string, string>) =>
      world.call<ProblemDetails>('PUT', `/api/delegations/${made.id}`, { as, headers, body: aDelegation() });
    expect(short(await change({}))).toEqual([428, 'kernel.version_required']);
    for (const unclear of ['1', '*', '"x"', '"1", "2"', '"-1"', '"99999999999999"', '""'])
      expect([unclear, ...short(await change({ 'if-match': unclear }))]).toEqual([unclear, 400, 'kernel.if_match_unclear']);
    expect((await change({ 'if-match': 'W/"1"' })).status).toBe(200);
  });

  it('meet characters that PostgreSQL cannot hold', async () => {
    expect(short(await person(aPerson({ givenName: 'a\u0000b' })))).toEqual([422, 'kernel.ill_formed']);
    expect(short(await world.call<ProblemDetails>('GET', '/api/people?q=%00', { as }))).toEqual([422, 'kernel.ill_formed']);
  });

  it('meet bodies that are packed, too deep, or try to reach the prototype', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    expect((await person(bomb, { 'content-type': 'application/json', 'content-encoding': 'gzip' })).status).toBe(415);
    const deep = Buffer.from(`{"givenName":${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
    expect((await person(deep, { 'content-type': 'application/json' })).status).toBe(422);
    expect(
      (await person(Buffer.from('{"__proto__":{"admin":true},"givenName":"Eve"}'), { 'content-type': 'application/json' })).status,
    ).toBe(400);
    expect(
      (await person(Buffer.from('{"constructor":{"prototype":{"admin":true}},"givenName":"Eve"}'), { 'content-type': 'application/json' }))
        .status,
    ).toBe(400);
    expect(Reflect.get({}, 'admin')).toBeUndefined();
  });

  it('let unknown fields pass without keeping them', async () => {
    const { status, body } = await person({ ...aPerson(), admin: true, organizationId: as.accountId, version: 9 });
    expect([status, 'admin' in body, body['version']]).toEqual([201, false, 1]);
  });

  it('meet long, repeated and odd queries', async () => {
    const get = (query: string) => world.call<ProblemDetails>('GET', `/api/people?${query}`, { as });
    expect(short(await get(`q=${'x'.repeat(10_000)}`))).toEqual([422, 'kernel.invalid']);
    expect((await get('q=a&q=b')).status).toBe(422);
    expect((await get('__proto__=1&constructor=2&q=a')).status).toBe(200);
    expect((await get('limit=1e2')).status).toBeLessThan(500);
    expect((await get('q=%E0%A4%A')).status).toBeLessThan(500);
    expect(short(await world.call<ProblemDetails>('GET', '/api/people/%E0%A4%A', { as }))).toEqual([400, 'http.400']);
    expect((await world.call('GET', `/api/people/${'x'.repeat(5_000)}`, { as })).status).toBeLessThan(500);
  });

  it('answer HEAD like GET and nothing to OPTIONS, and refuse an origin that is no address', async () => {
    const inject = (method: 'HEAD' | 'OPTIONS' | 'POST', url: string, headers = {}) => world.app.inject({ method, url, headers });
    const head = await inject('HEAD', '/api/health/live');
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(
      (await inject('OPTIONS', '/api/people', { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' })).headers[
        'access-control-allow-origin'
      ],
    ).toBeUndefined();
    for (const origin of ['null', 'nonsense', 'http://', 'https://elsewhere.example'])
      expect((await inject('POST', '/api/access/set-up', { origin })).statusCode).toBe(403);
  });
});
