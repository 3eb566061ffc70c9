import { TestWorld } from '../testing/test-world.js';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { describeApi, refuseUndeclared } from './openapi.js';
import { countRoutes } from './route-census.js';

@Controller('forgotten')
class ForgottenController {
  @Get('door')
  open(): string {
    return 'open';
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

describe('the census of routes', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  it('finds a policy on every handler', async () => {
    expect((await countRoutes(world.app)).filter((r) => !r.policy)).toEqual([]);
  });

  it('stops a build in which one is forgotten', async () => {
    const app = await NestFactory.create(ForgottenModule, new FastifyAdapter(), { logger: false });
    expect(() => refuseUndeclared(app)).toThrow('Say who may call ForgottenController.open: @Can, @SignedIn, @ByLink or @Public.');
    await expect(describeApi(app)).rejects.toThrow('Say who may call GET /forgotten/door: @Can, @SignedIn, @ByLink or @Public.');
    await app.close();
  });

  it('knows every public route by name', async () => {
    const open = (await countRoutes(world.app)).filter((r) => r.policy?.kind === 'public');
    expect(open.map((r) => r.route).sort()).toEqual([
      'GET /api/access/provider',
      'GET /api/access/session',
      'GET /api/access/set-up',
      'GET /api/health/live',
      'GET /api/health/ready',
      'GET /api/hosting/welcome/{slug}',
      'GET /api/openapi.json',
      'POST /api/access/magic-links',
      'POST /api/access/magic-links/use',
      'POST /api/access/provider/answers',
      'POST /api/access/provider/codes',
      'POST /api/access/provider/sign-ins',
      'POST /api/access/recoveries',
      'POST /api/access/sessions',
      'POST /api/access/sessions/passkey',
      'POST /api/access/sessions/passkey/options',
      'POST /api/access/set-up',
      'POST /api/hosting/sign-ups',
    ]);
  });

  it('refuses every other route to a stranger', async () => {
    for (const { route, policy } of await countRoutes(world.app)) {
      if (policy?.kind === 'public') continue;
      const [method, path = ''] = route.split(' ');
      const answer = await world.call(method as 'GET', path.replaceAll(/\{\w+\}/g, '01a2013f-7aa4-7873-8e08-475a972c512e'), {
        body: method === 'GET' ? undefined : {},
      });
      expect({ route, status: answer.status }).toEqual({ route, status: policy?.kind === 'link' ? 404 : 401 });
    }
  });

  it('says of every operation how one is let in', async () => {
    type Operation = { security: object[]; 'x-amity-policy': { kind: string } };
    const { body } = await world.call<{
      paths: Record<string, Record<string, Operation>>;
      components: { securitySchemes: Record<string, object> };
    }>('GET', '/api/openapi.json');
    const ways = { public: [], link: [{ link: [] }], signed_in: [{ cookie: [] }], permission: [{ cookie: [] }, { token: [] }] };
    for (const item of Object.values(body.paths))
      for (const { security, 'x-amity-policy': policy } of Object.values(item))
        expect(security).toEqual(ways[policy.kind as keyof typeof ways]);
    expect(body.components.securitySchemes['link']).toEqual({
      type: 'apiKey',
      in: 'header',
      name: 'X-Amity-Link',
      description: 'The token of a personal link.',
    });
  });

  it('tags every operation with its area', async () => {
    const { body } = await world.call<{ paths: Record<string, Record<string, { tags: string[] }>> }>('GET', '/api/openapi.json');
    for (const [path, item] of Object.entries(body.paths))
      for (const operation of Object.values(item)) expect(operation.tags).toEqual([path.split('/')[2]]);
  });
});
