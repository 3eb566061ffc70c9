// A delegation is planned, then confirmed, then completed. It may be called off until it is over, and calling off can be
// undone: it is planned again.
import { transitions } from '@amity/kernel';
import type { DelegationState } from './delegation.contract.js';

export const delegationStates = transitions<DelegationState>({
  planned: ['confirmed', 'cancelled'],
  confirmed: ['completed', 'planned', 'cancelled'],
  completed: [],
  cancelled: ['planned'],
});
