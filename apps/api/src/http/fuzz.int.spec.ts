import { randomUUID } from 'node:crypto';
import type { MemberActor } from '@amity/access';
import { ProblemDetails } from '@amity/kernel';
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { TestWorld } from '../testing/test-world.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  $ref?: string;
  format?: string;
  anyOf?: Schema[];
};
type Operation = {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses: Record<string, unknown>;
};
interface Endpoint {
  readonly method: Method;
  readonly path: string;
  readonly operation: Operation;
}

const seed = Number(process.env['AMITY_SEED'] ?? Date.now() % 1_000_000);
const requests = Number(process.env['AMITY_FUZZ'] ?? 400);

describe('requests nobody would send', () => {
  let world: TestWorld;
  let as: MemberActor;
  let document: OpenAPIObject;
  let endpoints: Endpoint[];
  beforeAll(async () => {
    world = await TestWorld.open();
    as = await world.organization();
    document = (await world.call<OpenAPIObject>('GET', '/api/openapi.json')).body;
    endpoints = Object.entries(document.paths)
      .flatMap(([path, item]) =>
        (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
          const operation = item[method];
          return operation ? [{ method: method.toUpperCase() as Method, path, operation: operation as Operation }] : [];
        }),
      )
      // Signing in counts tries and signing out ends the session that the rest needs: both have tests of their own
      .filter(({ path }) => !path.startsWith('/api/access/sessions') && path !== '/api/health/ready');
  });
  afterAll(() => world.close());

  const nasty = fc.oneof(
    fc.constantFrom<unknown>(
      '',
      '\u0000',
      'a\u0000b',
      '\ud800',
      '‮',
      '2026-02-30',
      '9999-12-31',
      '0000-00-00',
      '-1',
      '1e999',
      'Infinity',
      "' or 1=1 --",
      '__proto__',
      '../../etc/passwd',
      '%',
      '_',
      '\\',
      '{{7*7}}',
      'x'.repeat(3_000),
      0,
      -1,
      1e308,
      2_147_483_648,
      0.1,
      true,
      null,
      [],
      {},
      [[]],
      [null],
      { constructor: { prototype: 1 } },
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.integer(),
    fc.jsonValue({ maxDepth: 2 }),
  );

  /** A value that fits the schema in most places and is nasty in some. */
  const valueOf = (schema: Schema | undefined, depth = 0): fc.Arbitrary<unknown> => {
    const named = schema?.$ref?.split('/').at(-1);
    const real = named ? (document.components?.schemas?.[named] as Schema | undefined) : schema;
    if (!real || depth > 5) return nasty;
    return fc.oneof({ weight: 6, arbitrary: fitting(real, depth) }, { weight: 1, arbitrary: nasty });
  };
  const fitting = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    if (schema.enum?.length) return fc.constantFrom(...schema.enum);
    const [first] = schema.anyOf ?? [];
    if (schema.anyOf && first) return fc.oneof(...schema.anyOf.map((one) => valueOf(one, depth + 1)));
    if (schema.properties)
      return fc.record(Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, valueOf(value, depth + 1)])), {
        requiredKeys: [],
      });
    if (schema.type === 'array') return fc.array(valueOf(schema.items, depth + 1), { maxLength: 3 });
    if (schema.type === 'integer') return fc.integer({ min: -2, max: 20 });
    if (schema.type === 'number') return fc.double({ noNaN: true });
    if (schema.type === 'boolean') return fc.boolean();
    if (schema.format === 'uuid') return fc.constantFrom(randomUUID(), as.organizationId, as.accountId);
    if (schema.format === 'date') return fc.constantFrom('2026-05-01', '2026-05-04', '1999-12-31');
    return fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('Europe/Berlin', 'DE', 'en', '2026-05-01T10:00', 'ada@example.org'));
  };
  const requestOf = (endpoint: Endpoint) =>
    fc.record({
      endpoint: fc.constant(endpoint),
      path: fc.record(
        Object.fromEntries(
          [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
            name,
            fc.oneof({ weight: 3, arbitrary: fc.constant<unknown>(randomUUID()) }, { weight: 1, arbitrary: nasty }),
          ]),
        ),
      ),
      query: fc.dictionary(
        fc.oneof(
          fc.constantFrom('q', 'limit', 'cursor', 'state', 'direction', 'subjectId', '__proto__', 'constructor'),
          fc.constantFrom(...['x', ...(endpoint.operation.parameters ?? []).filter((p) => p.in === 'query').map((p) => p.name)]),
        ),
        nasty,
        { maxKeys: 3 },
      ),
      body:
        endpoint.method === 'GET' ? fc.constant(undefined) : valueOf(endpoint.operation.requestBody?.content?.['application/json']?.schema),
      ifMatch: fc.constantFrom(undefined, '"1"', '"2"', '1', '*', '"x"', '"99999999999"'),
      key: fc.constantFrom(undefined, undefined, 'short', 'a-key-of-good-length'),
    });

  const asText = (value: unknown): string =>
    encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed()).slice(0, 900) || '%20';

  it(`are answered with what is documented or with a problem, never with 5xx (AMITY_SEED=${seed}, ${requests} requests)`, async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: endpoints.length - 1 }).chain((i) => requestOf(endpoints[i] as Endpoint)),
        async (request) => {
          const address = request.endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => asText(request.path[name]));
          const query = Object.entries(request.query)
            .map(([k, v]) => `${k}=${asText(v)}`)
            .join('&');
          const answer = await world.call<unknown>(request.endpoint.method, `${address}${query ? `?${query}` : ''}`, {
            as,
            body: request.body,
            headers: {
              ...(request.ifMatch ? { 'if-match': request.ifMatch } : {}),
              ...(request.key ? { 'idempotency-key': request.key } : {}),
            },
          });
          seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 400) {
            expect(String(answer.headers['content-type'])).toMatch(/^application\/problem\+json/);
            expect(ProblemDetails.safeParse(answer.body).error).toBeUndefined();
            expect((answer.body as ProblemDetails).status).toBe(answer.status);
          } else expect(Object.keys(request.endpoint.operation.responses)).toContain(String(answer.status));
        },
      ),
      { seed, numRuns: requests, endOnFailure: true },
    );
    expect([...seen.keys()].sort()).toContain(200);
  }, 120_000);
});
