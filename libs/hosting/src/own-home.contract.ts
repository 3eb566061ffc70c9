// What a family sees of itself after signing in: its home as behind its own link, and who comes to stay. A guest is a first name, as in the
// letter that asked the family.
import { Id, LocalDate } from '@amity/kernel';
import * as z from 'zod';
import { Home } from './household.contract.js';

export const OwnGuest = z
  .object({ placementId: Id, name: z.string(), from: LocalDate, to: LocalDate, state: z.enum(['offered', 'accepted']) })
  .meta({ id: 'OwnGuest' });
export type OwnGuest = z.infer<typeof OwnGuest>;

/** `guests`: from tonight on, the next one first. */
export const OwnHome = z.object({ home: Home, guests: z.array(OwnGuest) }).meta({ id: 'OwnHome' });
export type OwnHome = z.infer<typeof OwnHome>;

/** Most people belong to one household; an address may stand for two. */
export const OwnHomes = z.object({ items: z.array(OwnHome) }).meta({ id: 'OwnHomes' });
export type OwnHomes = z.infer<typeof OwnHomes>;
