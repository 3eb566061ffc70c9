// Whoever acts: a member of an organization, somebody holding a personal link, or Amity itself.
// The actor is the first argument of every service; it decides the tenant and what may be done there.
import type { Id } from '@amity/kernel';
import type { Permission } from './permissions.js';
import type { Reach } from './row-rules.js';

export interface MemberActor {
  readonly kind: 'member';
  readonly organizationId: Id;
  readonly accountId: Id;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Those of the permissions that are held only through a role that reaches assigned delegations. */
  readonly assignedOnly: ReadonlySet<Permission>;
  /** Which delegations this request may meet: decided by the guard, from the permission that let it in. */
  readonly reach: Reach;
}

/** Somebody who came by a personal link: may do what the link is for, to its subject alone. */
export interface LinkActor {
  readonly kind: 'link';
  readonly organizationId: Id;
  readonly linkId: Id;
  readonly purpose: LinkPurpose;
  readonly subjectId: Id;
}

/** A worker, the seed or the command line. */
export interface SystemActor {
  readonly kind: 'system';
  readonly organizationId: Id;
  readonly name: string;
}

export type Actor = MemberActor | LinkActor | SystemActor;

/** What a personal link is good for; each area's purposes begin with its word. */
export const linkPurposes = [
  'access.invitation', // somebody joins an organization
  'access.recovery', // the owner of an account stops the removal of its second factor
  'hosting.sign_up', // a sign-up while it is typed
  'hosting.confirm', // the address of a sign-up is its writer's own
  'hosting.home', // a family's own page
  'placements.answer', // a family accepts or declines one placement
  'visits.feed', // a calendar feed
  'outcomes.answer', // one delegate's survey
  'privacy.consents', // a person, or the guardian, gives and withdraws consents
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How the audit log names an actor. */
export function nameOf(actor: Actor): string {
  return actor.kind === 'member' ? actor.name : actor.kind === 'link' ? `link:${actor.purpose}` : `system:${actor.name}`;
}
