import type { Fact, SameDocument } from '@amity/privacy';
import type { FactEntity } from './privacy.entities.js';

export function toFact({ id, kind, value, version }: FactEntity, sameDocument: SameDocument[]): Fact {
  return { id, kind, value, sameDocument, version };
}
