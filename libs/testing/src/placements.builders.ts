import type { PlacementInput } from '@amity/placements';

/** A bed at a family for a guest, for every night of the stay. */
export function aPlacement(overrides: Partial<PlacementInput> & Pick<PlacementInput, 'delegateId' | 'householdId'>): PlacementInput {
  return { message: null, ...overrides };
}
