// What every answer carries. The policy of the web app's page lets only scripts and styles run that carry the nonce of that one
// answer, and what these load themselves; anything else the server hands out (files, answers of the api) may run nothing at all.
import fastifyHelmet from '@fastify/helmet';
import fastifyCompress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Names of the Trusted Types policies in the app: Angular's own. Whoever needs another adds it here, with the reason. */
const trustedTypes = 'angular';

/** @param nonce of this one answer, base64 */
export function pagePolicy(nonce: string): string {
  return policy({
    ...everywhere,
    'default-src': "'self'",
    // 'self' is for browsers that do not know 'strict-dynamic'; the others forget it, so that no file people sent us can run
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'worker-src': "'self'",
    'require-trusted-types-for': "'script'",
    'trusted-types': trustedTypes,
  });
}

const everywhere = {
  'object-src': "'none'",
  'base-uri': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

export async function protectResponses(app: NestFastifyApplication): Promise<void> {
  // Answers only: a request that arrives packed is refused unread (`unsafe-bodies.ts`), so nothing can unpack to gigabytes
  await app.register(fastifyCompress, { threshold: 1024, globalDecompression: false });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(
        Object.entries({ 'default-src': "'self'", 'script-src': "'none'", ...everywhere }).map(([name, source]) => [name, [source]]),
      ),
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  });
  // Personal data is nobody's cache's business
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    });
}
