// What cannot be read safely is refused before it is read: bodies that unpack, and JSON nested so deeply that walking it
// would exhaust the stack.
import { UnsupportedMediaTypeException, UnprocessableEntityException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const deepest = 60;

export function refuseUnsafeBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request) => {
    const packing = request.headers['content-encoding'];
    if (packing !== undefined && packing !== 'identity') throw new UnsupportedMediaTypeException();
  });
  fastify.addHook('preValidation', async (request) => {
    if (isDeeperThan(request.body, deepest))
      throw new UnprocessableEntityException(`What was sent is nested more than ${deepest} levels deep.`);
  });
}

/** Walks without recursion. Buffers and streams of files count as leaves. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((part) => (isPlain(part) ? Object.values(part) : [])).filter(isPlain);
  }
  return false;
}

function isPlain(part: unknown): part is object {
  return (
    typeof part === 'object' &&
    part !== null &&
    (Array.isArray(part) || Object.getPrototypeOf(part) === Object.prototype || Object.getPrototypeOf(part) === null)
  );
}
