// The one place where errors become answers (RFC 9457). A DomainError finds its sentence in the catalogs; a refusal by
// PostgreSQL that no service foresaw is answered as a conflict, not as a crash; anything else is a 500 with a reference
// that stands in the log, and says nothing of the inside.
import { randomUUID } from 'node:crypto';
import { DomainError, fill, kernelErrors, type ErrorParams, type ProblemDetails } from '@amity/kernel';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState, violationOf } from '../database/constraint-violation.js';
import { isOutage } from '../database/outage.js';
import { entryOf } from './catalog.js';
import { withoutSecrets } from './log.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reference = randomUUID().slice(0, 8);
    const problem = problemOf(error, reference);
    if (problem.status >= 500)
      this.log.error({ reference, method: request.method, url: withoutSecrets(request.url), err: error }, 'request failed');
    if (problem.status === 503 || problem.status === 429)
      void reply.header('retry-after', String(typeof problem['retryAfter'] === 'number' ? problem['retryAfter'] : 5));
    void reply.status(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(problem);
  }
}

export function problemOf(error: unknown, reference: string): ProblemDetails {
  if (error instanceof DomainError) {
    const found = ofCode(error.code, reference, error.params);
    if (found) return { ...found, ...error.extra };
  }
  if (error instanceof HttpException)
    return problem(`http.${error.getStatus()}`, error.getStatus(), httpSentence(error.getStatus(), error.message), reference);
  if (isFastifyError(error))
    return problem(`http.${error.statusCode}`, error.statusCode, httpSentence(error.statusCode, error.message), reference);
  const violation = violationOf(error);
  const held = violation?.constraint === 'under_legal_hold' && ofCode('privacy.under_legal_hold', reference);
  if (held) return held; // a trigger of many tables; no service has to foresee it
  if (violation) return { ...ofKernel(codeOfViolation(violation.state), reference), constraint: violation.constraint };
  if (isOutage(error)) return ofKernel('kernel.unavailable', reference);
  if (illFormed.has(sqlState(error) ?? '')) return ofKernel('kernel.ill_formed', reference);
  return problem(
    'http.500',
    500,
    `Something went wrong on our side. Nothing was saved. If it happens again, tell us the reference ${reference}.`,
    reference,
  );
}

// What PostgreSQL says to a value that it cannot hold: too long, out of range, no such day, NUL, not a UUID, half a character, too wide for an index
const illFormed = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P03', '22P05', '54000']);

/** undefined when no catalog knows the code, which is a fault of ours and answered as one. */
function ofCode(code: string, reference: string, params: ErrorParams = {}): ProblemDetails | undefined {
  const entry = entryOf(code);
  return entry && problem(code, entry.status, fill(entry.en, params), reference);
}

function ofKernel(code: `kernel.${keyof typeof kernelErrors}`, reference: string): ProblemDetails {
  const { status, en } = kernelErrors[code.slice('kernel.'.length) as keyof typeof kernelErrors];
  return problem(code, status, en, reference);
}

function problem(code: string, status: number, detail: string, reference: string): ProblemDetails {
  return { type: `urn:amity:problem:${code}`, title: titles[status] ?? 'Refused', status, code, detail, reference };
}

function codeOfViolation(state: string) {
  if (state === '23503') return 'kernel.refers_nowhere';
  return state === '23505' || state === '23P01' ? 'kernel.already_there' : 'kernel.breaks_rule';
}

const titles: Readonly<Record<number, string>> = {
  400: 'Not understood',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  410: 'No longer there',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong kind of content',
  422: 'Does not fit',
  428: 'Version needed',
  429: 'Too many tries',
  500: 'Our mistake',
  503: 'Not available right now',
};

function httpSentence(status: number, message: string): string {
  if (status === 404) return 'There is nothing at this address.';
  if (status === 413) return 'This is larger than Amity accepts here.';
  if (status === 503) return kernelErrors.unavailable.en;
  if (status === 415) return 'Send JSON here, with Content-Type application/json.';
  return message;
}

function isFastifyError(error: unknown): error is Error & { statusCode: number } {
  return (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode >= 400 &&
    error.statusCode < 500
  );
}
