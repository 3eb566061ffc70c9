import { sortedName } from '@amity/people';
import type { Delegate } from './delegate.contract.js';

/** Leaders first, then by family name: the order in which a roster is read and printed. */
export function inRosterOrder<D extends Pick<Delegate, 'role' | 'person' | 'id'>>(delegates: readonly D[]): D[] {
  const names = new Intl.Collator('en', { sensitivity: 'base' });
  return [...delegates].sort(
    (a, b) =>
      Number(b.role === 'leader') - Number(a.role === 'leader') ||
      names.compare(sortedName(a.person), sortedName(b.person)) ||
      (a.id < b.id ? -1 : 1),
  );
}
