// Fails closed: a handler without a policy is refused before it runs. Unsafe requests from another origin are refused
// whatever their cookie says; and where a cookie says who acts, an unsafe request must also carry the session's own token.
import { type MemberActor, reachOf } from '@amity/access';
import { DomainError } from '@amity/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiTokens } from '../access/api-tokens.js';
import { sessionTokenOf } from '../access/browser.js';
import { isCsrfOf } from '../access/csrf.js';
import { Links } from '../access/links.js';
import { type OpenSession, Sessions } from '../access/sessions.js';
import { CONFIRMED, POLICY, type Policy } from './can.js';
import type { GuardedRequest } from './current-actor.js';

/** Who acts; a program that came with a token has no session. */
interface Caller {
  readonly actor: MemberActor;
  readonly session?: OpenSession;
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly links: Links,
    private readonly tokens: ApiTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.declared<Policy>(POLICY, context);
    if (!policy) throw new DomainError('kernel.not_allowed', { permission: 'nobody: this route declares no policy' });
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    refuseForeignOrigin(request);
    if (policy.kind === 'public') return true;
    if (policy.kind === 'link') {
      request.actor = await this.links.actorOf(linkToken(request), policy.purpose);
      return true;
    }
    const { actor, session } = await this.callerOf(request, policy);
    if (policy.kind === 'permission' && !actor.permissions.has(policy.permission))
      throw new DomainError('kernel.not_allowed', { permission: policy.permission });
    if (this.declared<boolean>(CONFIRMED, context) && !session?.isConfirmed)
      throw new DomainError(session ? 'access.confirm_needed' : 'access.token_not_here'); // a program cannot show that it is really them
    // A permission held only through a role that reaches assigned delegations reaches those alone
    request.actor = { ...actor, reach: reachOf(policy.kind === 'permission' ? policy.permission : null, actor.assignedOnly) };
    if (session) request.session = session;
    return true;
  }

  /** A program comes with a token and needs no cookie; what concerns a person's own account is not for it. */
  private async callerOf(request: GuardedRequest, policy: Policy): Promise<Caller> {
    const secret = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (secret === undefined) return this.byCookie(request);
    const actor = await this.tokens.actorOf(secret);
    if (!actor) throw new DomainError('access.token_unknown');
    if (policy.kind === 'signed_in') throw new DomainError('access.token_not_here');
    return { actor };
  }

  /** Whoever the cookie stands for. Only a cookie comes along by itself, so only here the session's token is asked for. */
  private async byCookie(request: GuardedRequest): Promise<Caller> {
    const visit = await this.sessions.find(sessionTokenOf(request));
    if (!visit) throw new DomainError('access.sign_in_needed');
    if (isUnsafe(request) && !isCsrfOf(visit.session.token, request.headers['x-amity-csrf'])) throw new DomainError('access.stale_page');
    return visit;
  }

  private declared<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}

function isUnsafe({ method }: GuardedRequest): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function linkToken(request: GuardedRequest): string {
  const header = request.headers['x-amity-link'];
  if (typeof header === 'string') return header;
  const { token } = request.params as { token?: string };
  return token?.replace(/\.ics$/, '') ?? '';
}

/** Browsers name the origin of every unsafe request; other clients send none and bring no cookie by accident. */
function refuseForeignOrigin(request: GuardedRequest): void {
  const { origin } = request.headers;
  if (!isUnsafe(request) || !origin) return;
  if (URL.parse(origin)?.host !== request.host) throw new DomainError('access.foreign_origin');
}
