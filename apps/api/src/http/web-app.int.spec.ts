// The web app's page and files over real requests, from a small built app in a folder of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemFilter } from './problem.filter.js';
import { protectResponses } from './response-headers.js';
import { serveWebApp } from './web-app.js';

@Module({ providers: [{ provide: APP_FILTER, useClass: ProblemFilter }] })
class NothingElse {}

const index = '<script src="main-Y2XIYBF4.js" nonce="amity-nonce"></script><amity-root ngCspNonce="amity-nonce"></amity-root>';
const asPage = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the web app, served', () => {
  let root: string;
  let app: NestFastifyApplication;
  const get = (url: string, headers: Record<string, string> = asPage, method: 'GET' | 'HEAD' = 'GET') =>
    app.inject({ method, url, headers });

  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'amity-web-'));
    writeFileSync(path.join(root, 'index.html'), index);
    writeFileSync(path.join(root, 'main-Y2XIYBF4.js'), `export const long = '${'a'.repeat(2_000)}';`);
    writeFileSync(path.join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(path.join(root, 'manifest.webmanifest'), '{}');
    writeFileSync(path.join(root, 'robots.txt'), 'User-agent: *');
    app = await NestFactory.create<NestFastifyApplication>(NothingElse, new FastifyAdapter(), { logger: false });
    app.setGlobalPrefix('api');
    await protectResponses(app);
    await serveWebApp(app, root);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });

  it('writes a nonce into its page that is never used twice, and allows nothing without it', async () => {
    const nonces = new Set<string>();
    for (const url of ['/', '/', '/index.html', '/visits/one?tab=board', '/p/hosting/some-token']) {
      const page = await get(url);
      const policy = String(page.headers['content-security-policy']);
      const nonce = /script-src 'self' 'nonce-([A-Za-z0-9+/]{24})' 'strict-dynamic'/.exec(policy)?.[1] ?? 'none';
      nonces.add(nonce);
      expect([page.statusCode, page.body]).toEqual([200, index.replaceAll('amity-nonce', nonce)]);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types angular");
      expect(policy).not.toContain('unsafe');
      expect(page.headers).toMatchObject({ 'cache-control': 'private, no-cache', 'content-type': 'text/html; charset=utf-8' });
      expect([page.headers['etag'], page.headers['last-modified']]).toEqual([undefined, undefined]);
    }
    expect(nonces.size).toBe(5);
  });

  it('lets files with a hash be kept forever, the others be asked for again, and nothing of them run by itself', async () => {
    const answers = await Promise.all(
      ['/main-Y2XIYBF4.js', '/favicon.svg', '/manifest.webmanifest', '/robots.txt'].map((url) => get(url, { accept: '*/*' })),
    );
    expect(
      answers.map(({ statusCode, headers }) => [statusCode, String(headers['content-type']).split(';')[0], headers['cache-control']]),
    ).toEqual([
      [200, 'application/javascript', 'public, max-age=31536000, immutable'],
      [200, 'image/svg+xml', 'no-cache'],
      [200, 'application/manifest+json', 'no-cache'],
      [200, 'text/plain', 'no-cache'],
    ]);
    for (const { headers } of answers)
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("script-src 'none'"),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
  });

  it('says that a file or an address of the api is not there, even to a browser that would take a page', async () => {
    for (const url of ['/main-00000000.js', '/assets/gone.png', '/api/nowhere', '/api', '/api/']) {
      const answer = await get(url);
      expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 404, 'application/problem+json; charset=utf-8']);
      expect(answer.json()).toMatchObject({ status: 404, code: 'http.404' });
    }
    expect((await get('/visits', { accept: 'application/json' })).statusCode).toBe(404);
  });

  it('answers whoever takes anything, and HEAD as GET without the page', async () => {
    expect((await get('/visits', { accept: '*/*' })).statusCode).toBe(200);
    expect((await get('/visits', {})).statusCode).toBe(200);
    const head = await get('/visits/one', asPage, 'HEAD');
    expect([head.statusCode, head.body, head.headers['content-type']]).toEqual([200, '', 'text/html; charset=utf-8']);
    expect((await get('/favicon.svg', {}, 'HEAD')).statusCode).toBe(200);
    expect((await get('/gone.svg', {}, 'HEAD')).statusCode).toBe(404);
  });

  it('sends long files smaller to those who can read that', async () => {
    const packed = await get('/main-Y2XIYBF4.js', { 'accept-encoding': 'br' });
    expect([packed.headers['content-encoding'], packed.rawPayload.length < 200]).toEqual(['br', true]);
  });

  it('does not leave its folder', async () => {
    for (const url of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/%00.js'])
      expect((await get(url)).statusCode).not.toBe(200);
  });
});
