import type { HouseholdState, ScreeningCell } from '@amity/hosting';
import type { Tone } from '@amity/ui';

export const toneOfState: Readonly<Record<HouseholdState, Tone>> = {
  applied: 'waits',
  vetting: 'calm',
  approved: 'done',
  paused: 'waits',
  declined: 'blocked',
};

export const toneOfScreening: Readonly<Record<ScreeningCell['status'], Tone>> = {
  met: 'done',
  missing: 'waits',
  lapsed: 'blocked',
  failed: 'blocked',
};
