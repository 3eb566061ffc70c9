// A protection is ended by two people, as a real name is opened. The record then bears the real name and everything that was sealed with it,
// except what somebody wrote anew meanwhile: a new number is truer than the one from before.
import { transitions } from '@amity/kernel';
import type { EndingState } from './ending.contract.js';
import type { Naming } from './pseudonym.rules.js';

export const endingStates = transitions<EndingState>({
  requested: ['ended', 'refused', 'withdrawn'],
  ended: [],
  refused: [],
  withdrawn: [],
});

export interface EndingRequest {
  readonly state: EndingState;
  readonly requestedBy: string;
}

/** Why this account may not decide; null when it may. */
export function objectionToEnding({ state, requestedBy }: EndingRequest, account: string): 'ending_own' | 'ending_decided' | null {
  if (!endingStates.allows(state, 'ended')) return 'ending_decided';
  return requestedBy === account ? 'ending_own' : null;
}

/** What the record says from now on. A name is always the real one: whoever corrected the pseudonym knew no other. */
export function restored(now: Naming, { real, alias }: { readonly real: Naming; readonly alias: Naming }): Naming {
  return {
    givenName: real.givenName,
    familyName: real.familyName,
    nativeName: real.nativeName,
    email: now.email === alias.email ? real.email : now.email,
    phone: now.phone === alias.phone ? real.phone : now.phone,
    birthDate: now.birthDate === alias.birthDate ? real.birthDate : now.birthDate,
    worksAt: now.worksAt === alias.worksAt ? real.worksAt : now.worksAt,
  };
}

/**
 * Addresses and numbers that were given with the pseudonym become the real ones where a field holds nothing else. Inside a text they stay, and
 * so does the pseudonym's name everywhere: there nobody can tell it for certain from somebody who is really called so.
 */
export class GivingBack {
  private readonly back: ReadonlyMap<string, string>;

  constructor(real: Naming, alias: Naming) {
    const pairs = [
      [alias.email, real.email],
      [alias.phone, real.phone],
    ] as const;
    this.back = new Map(pairs.flatMap(([from, to]) => (from !== null && to !== null && from !== to ? [[from, to] as const] : [])));
  }

  get needles(): string[] {
    return [...this.back.keys()];
  }

  /** A field of something that is about the person or their journeys; anything else comes back as it is. */
  value<T>(value: T, how: 'anywhere' | 'near' | 'own'): T {
    const real = how !== 'anywhere' && typeof value === 'string' ? this.back.get(value) : undefined;
    return (real ?? value) as T;
  }
}
