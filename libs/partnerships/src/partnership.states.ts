// A partnership sleeps and wakes as often as it likes; an ended one stays ended, and starting again is a new partnership.
import { transitions } from '@amity/kernel';

export const partnershipStates = transitions({ active: ['dormant', 'ended'], dormant: ['active', 'ended'], ended: [] });
