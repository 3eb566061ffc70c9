import type { ConsentText, Decided } from '@amity/privacy';
import type { ConsentEntity, ConsentTextEntity } from './consent.entities.js';

export function toDecided({ id, purpose, decision, language, edition, by, guardianName, note, createdAt }: ConsentEntity): Decided {
  return { id, purpose, decision, language, edition, by, guardianName, note, at: createdAt.toISOString() };
}

export function toText({ purpose, language, edition, text }: ConsentTextEntity): ConsentText {
  return { purpose, language, edition, text };
}
