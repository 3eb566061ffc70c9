import fc from 'fast-check';
import type { DelegationState } from './delegation.contract.js';
import { delegationStates } from './delegation.states.js';

const state = fc.constantFrom<DelegationState>(...delegationStates.states);

describe('the states of a delegation', () => {
  it('lead only to states there are, and never to themselves', () => {
    fc.assert(fc.property(state, (from) => delegationStates.next(from).every((to) => to !== from && delegationStates.states.includes(to))));
  });

  it('never leave completed, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(state, { maxLength: 12 }), (asked) => {
        let now: DelegationState = 'planned';
        let wasCompleted = false;
        for (const to of asked) {
          if (delegationStates.allows(now, to)) now = to;
          if (wasCompleted) expect(now).toBe('completed');
          wasCompleted ||= now === 'completed';
        }
      }),
    );
  });

  it('undo a cancellation by planning again, and complete only what was confirmed', () => {
    expect(delegationStates.next('cancelled')).toEqual(['planned']);
    expect(delegationStates.states.filter((from) => delegationStates.allows(from, 'completed'))).toEqual(['confirmed']);
  });
});
