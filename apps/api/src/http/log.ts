// What the log may know: which route failed and why, never who sent what. Cookies, tokens in addresses, query strings and the
// values of a failed statement stay out.
import type { Params } from 'nestjs-pino';

export function logOptions(level: string): Params {
  return {
    pinoHttp: {
      level,
      serializers: { req: describeRequest, res: ({ statusCode }: { statusCode: number }) => ({ statusCode }), err: describeError },
      wrapSerializers: false,
    },
  };
}

function describeRequest(request: { id?: unknown; method?: string; url?: string }): Record<string, unknown> {
  return { id: request.id, method: request.method, url: withoutSecrets(request.url ?? '') };
}

/** The path alone, and in it `…` for whatever is long enough to be a token. */
export function withoutSecrets(url: string): string {
  return (url.split('?')[0] ?? '').replace(/[\w-]{40,}/g, '…');
}

/** A failed statement keeps its text and its code; its values, and PostgreSQL's detail that repeats them, are somebody's data. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code: unknown = Reflect.get(error, 'code');
  const query: unknown = Reflect.get(error, 'query');
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof query === 'string' ? { query } : {}),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}
