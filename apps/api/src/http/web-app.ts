// Serves the built web app beside the api. Files with a hash in their name never change; every other address that is
// not the api's is the app itself, which has its own routes. The app's page is written anew for each answer, with a nonce
// that its scripts and styles carry; a file that is not there is said not to be there, whoever asks for it.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from './response-headers.js';

export const webRoot = path.resolve(import.meta.dirname, '../../../web/dist/browser');

/** Stands in the built index.html wherever the nonce belongs. */
const nonceMark = 'amity-nonce';

/** @param root the built web app; without an index.html in it the api stands alone, as in its own tests */
export async function serveWebApp(app: NestFastifyApplication, root = webRoot): Promise<void> {
  const index = path.join(root, 'index.html');
  if (!existsSync(index)) return;
  const parts = readFileSync(index, 'utf8').split(nonceMark);
  const fastify = app.getHttpAdapter().getInstance();
  const sendPage = (_: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(18).toString('base64');
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'private, no-cache') // never from a cache that others share: the nonce is of this answer alone
      .type('text/html; charset=utf-8')
      .send(parts.join(nonce));
  };
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    globIgnore: ['index.html'],
    index: false,
    cacheControl: false,
    setHeaders: (reply, file) =>
      void reply.header('cache-control', /-[A-Za-z0-9_-]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  fastify.get('/', sendPage);
  fastify.get('/index.html', sendPage);
  fastify.get('/*', (request, reply) => (isPage(request) ? sendPage(request, reply) : reply.callNotFound()));
}

/** An address of the app's own routes: not the api's, not a file's, and wanted as a page (or by somebody who takes anything). */
function isPage({ url, headers }: FastifyRequest): boolean {
  const address = url.split('?')[0] ?? '/';
  if (address === '/api' || address.startsWith('/api/') || path.extname(address)) return false;
  return headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept);
}
