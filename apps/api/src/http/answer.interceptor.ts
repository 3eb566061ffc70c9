// Two things every answer may need: the ETag of a versioned record, and the replay of a POST that was sent twice.
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { DomainError } from '@amity/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, map, Observable, of, throwError } from 'rxjs';
import { IdempotentCall, ReplayedAnswer } from '../database/idempotent-call.js';

@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return handled(request, next).pipe(
      catchError((error: unknown) => {
        if (!(error instanceof ReplayedAnswer)) return throwError(() => error); // only the replay is an answer, all else is a refusal
        void reply.header('idempotency-replayed', 'true');
        return of(error.answer);
      }),
      map((answer: unknown) => {
        const version = versionOf(answer);
        if (version !== null) void reply.header('etag', `"${version}"`);
        return answer;
      }),
    );
  }
}

function handled(request: FastifyRequest, next: CallHandler): Observable<unknown> {
  const key = request.headers['idempotency-key'];
  // A file that is sent is known by its bytes, which are not read yet: the same file twice is one file without any key
  if (request.method !== 'POST' || typeof key !== 'string' || request.isMultipart()) return next.handle();
  if (!/^[\x21-\x7e]{8,200}$/.test(key))
    return throwError(
      () => new DomainError('kernel.invalid', {}, { errors: [{ path: 'Idempotency-Key', detail: 'Use 8 to 200 printable characters.' }] }),
    );
  const call = new IdempotentCall(key, { method: request.method, url: request.url, body: request.body });
  // Subscribing inside run() is what carries the call to the first tenant write
  return new Observable((subscriber) => call.run(() => next.handle().subscribe(subscriber)));
}

function versionOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return null;
  return typeof answer.version === 'number' ? answer.version : null;
}
