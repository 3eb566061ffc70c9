import { transitions } from '@amity/kernel';
import type { HouseholdState } from './household.contract.js';

/** Becoming `approved` is allowed only when every requirement is met. A family that was declined may be looked at again. */
export const householdStates = transitions<HouseholdState>({
  applied: ['vetting', 'declined'],
  vetting: ['approved', 'declined'],
  approved: ['paused'],
  paused: ['approved', 'declined'],
  declined: ['vetting'],
});
