import { transitions } from '@amity/kernel';
import type { PlacementState } from './placement.contract.js';

/** An offer waits for the family's answer. A yes can still be cancelled; a no and a cancelled offer are over: a new one is made instead. */
export const placementStates = transitions<PlacementState>({
  offered: ['accepted', 'declined', 'cancelled'],
  accepted: ['cancelled'],
  declined: [],
  cancelled: [],
});

/** While in one of these, the placement holds its bed and its guest. */
export const holdingStates = ['offered', 'accepted'] as const satisfies readonly PlacementState[];

/** True while the placement holds its bed and its guest. */
export function holds(state: PlacementState): boolean {
  return state === 'offered' || state === 'accepted';
}
