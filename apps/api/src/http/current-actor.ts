import type { Actor, LinkActor, MemberActor } from '@amity/access';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { OpenSession } from '../access/sessions.js';

/** A request after the guard: `actor` is set unless the route is public, `session` when the actor came by one. */
export type GuardedRequest = FastifyRequest & { actor?: Actor; session?: OpenSession };

function actorOf<K extends 'member' | 'link'>(context: ExecutionContext, kind: K): Extract<Actor, { kind: K }> {
  const { actor } = context.switchToHttp().getRequest<GuardedRequest>();
  if (actor?.kind !== kind) throw new Error(`This handler needs a ${kind} actor; its policy lets others in.`);
  return actor as Extract<Actor, { kind: K }>;
}

/** The signed-in member. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): MemberActor => actorOf(context, 'member'));

/** The holder of a personal link. */
export const LinkHolder = createParamDecorator((_: unknown, context: ExecutionContext): LinkActor => actorOf(context, 'link'));

/** The session the member came by. */
export const ThisSession = createParamDecorator((_: unknown, context: ExecutionContext): OpenSession => {
  const { session } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!session) throw new Error('This handler needs a session; its policy lets others in.');
  return session;
});
