import fc from 'fast-check';
import { changesBetween } from './changes.js';

const snapshot = fc.dictionary(fc.constantFrom('name', 'state', 'beds', 'draft', 'version', 'updatedAt'), fc.jsonValue({ maxDepth: 3 }));

describe('what an audit entry says changed', () => {
  it('is nothing between a record and itself, even when its keys were stored in another order', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([k, v]) => [k, reversed(v)]),
            )
          : value;
    fc.assert(fc.property(snapshot, (s) => changesBetween(s, reversed(s) as typeof s) === null));
  });

  it('has the same fields on both sides, only ones that differ, and never bookkeeping', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const changes = changesBetween(before, after);
        if (!changes) return;
        expect(Object.keys(changes.before)).toEqual(Object.keys(changes.after));
        for (const key of Object.keys(changes.before)) {
          expect(changes.before[key]).not.toEqual(changes.after[key]);
          expect(['version', 'updatedAt']).not.toContain(key);
        }
      }),
    );
  });

  it('applied to the old record gives the new one', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const without = ({ version: _v, updatedAt: _u, ...rest }: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== null));
        expect(without({ ...before, ...changesBetween(before, after)?.after })).toEqual(without(after));
      }),
    );
  });

  it('takes missing and null for the same, and sees dates', () => {
    expect(changesBetween({ a: null }, { a: undefined })).toBeNull();
    expect(changesBetween({}, { a: null })).toBeNull();
    expect(changesBetween({ at: new Date(0) }, { at: new Date(1) })).toEqual({ before: { at: new Date(0) }, after: { at: new Date(1) } });
    expect(changesBetween({ at: new Date(5) }, { at: new Date(5) })).toBeNull();
  });
});
