// A real name is opened by two people: one asks and says why, another one agrees. It is then visible to the one who asked, for a
// quarter of an hour, counted from the decision.
import { transitions } from '@amity/kernel';
import type { RevealState } from './protection.contract.js';

export const revealStates = transitions<RevealState>({ requested: ['approved', 'refused'], approved: [], refused: [] });

export const visibleMinutes = 15;

export interface RevealRequest {
  readonly state: RevealState;
  readonly requestedBy: string;
  readonly visibleUntil: Date | null;
}

/** Why this account may not decide; null when it may. */
export function objectionToDeciding({ state, requestedBy }: RevealRequest, account: string): 'reveal_own' | 'reveal_decided' | null {
  if (!revealStates.allows(state, 'approved')) return 'reveal_decided';
  return requestedBy === account ? 'reveal_own' : null;
}

/** May this account see the name now? */
export function isOpenTo({ state, requestedBy, visibleUntil }: RevealRequest, account: string, now: Date): boolean {
  return state === 'approved' && requestedBy === account && visibleUntil !== null && now < visibleUntil;
}

export function visibleUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + visibleMinutes * 60_000);
}
