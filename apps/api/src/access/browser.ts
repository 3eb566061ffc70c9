// What a handler knows of the browser it talks to: the session it brought, where it stands, and how to hand it another session.
// The cookie is `__Host-` and Secure wherever browsers keep such a cookie: over https, and over http at this very machine. Over
// plain http at another name they would drop it, so there it has its plain name. A cookie of the other name is never read.
import { deviceOf, networkOf, providerMinutes, type SessionMethod } from '@amity/access';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { csrfOf } from './csrf.js';
import { type Arrival, sessionDays } from './sessions.js';

export class Browser {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  get address(): string {
    return this.request.ip;
  }

  /** The token it brought; empty when none. It need not be a session. */
  get token(): string {
    return sessionTokenOf(this.request);
  }

  arrival(method: SessionMethod): Arrival {
    return { method, device: deviceOf(this.request.headers['user-agent'] ?? ''), network: networkOf(this.request.ip) };
  }

  /** Gives it a session, and the token its unsafe requests must carry from now on. */
  keep(token: string): void {
    const { name, secure } = cookieFor(this.request);
    void this.reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: sessionDays * 86_400 });
    void this.reply.header('x-amity-csrf', csrfOf(token));
  }

  forget(): void {
    const { name, secure } = cookieFor(this.request);
    void this.reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }

  /** What ties an attempt to sign in elsewhere to this browser; empty when it brought none. */
  get attempt(): string {
    return this.request.cookies[cookieFor(this.request).attempt] ?? '';
  }

  /** Lax, because the way back comes from the provider's website. */
  keepAttempt(token: string): void {
    const { attempt, secure } = cookieFor(this.request);
    void this.reply.setCookie(attempt, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: providerMinutes * 60 });
  }

  forgetAttempt(): void {
    const { attempt, secure } = cookieFor(this.request);
    void this.reply.clearCookie(attempt, { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }
}

/** The browser behind a request. */
export const FromBrowser = createParamDecorator((_: unknown, context: ExecutionContext): Browser => {
  const http = context.switchToHttp();
  return new Browser(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});

export const hostCookie = '__Host-amity_session';
export const plainCookie = 'amity_session';
export const attemptCookie = '__Host-amity_attempt';

export function sessionTokenOf(request: FastifyRequest): string {
  return request.cookies[cookieFor(request).name] ?? '';
}

function cookieFor(request: FastifyRequest): { name: string; attempt: string; secure: boolean } {
  const secure = request.protocol === 'https' || isThisMachine(request.hostname);
  return { name: secure ? hostCookie : plainCookie, attempt: secure ? attemptCookie : 'amity_attempt', secure };
}

/** Hosts that browsers trust without https. */
function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]';
}
