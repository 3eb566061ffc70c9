import fc from 'fast-check';
import { transitions } from './transitions.js';

describe('a table of states', () => {
  const table = { planned: ['confirmed', 'cancelled'], confirmed: ['completed', 'cancelled'], completed: [], cancelled: [] } as const;
  const states = transitions(table);

  it('knows its states in the order they were written', () => {
    expect(states.states).toEqual(['planned', 'confirmed', 'completed', 'cancelled']);
  });

  it('allows exactly what the table names, and never staying', () => {
    const allowed = states.states.flatMap((from) => states.states.filter((to) => states.allows(from, to)).map((to) => `${from} → ${to}`));
    expect(allowed).toEqual(['planned → confirmed', 'planned → cancelled', 'confirmed → completed', 'confirmed → cancelled']);
    expect(states.next('planned')).toEqual(['confirmed', 'cancelled']);
  });

  it('agrees with its table, whatever the table', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(
        fc.record({ a: fc.array(name), b: fc.array(name), c: fc.array(name), d: fc.array(name) }),
        name,
        name,
        (any, from, to) => {
          const made = transitions<'a' | 'b' | 'c' | 'd'>(any);
          return made.allows(from, to) === any[from].includes(to) && made.next(from) === any[from];
        },
      ),
    );
  });
});
