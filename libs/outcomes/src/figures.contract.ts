// The shapes of a figure that may be shown. A figure behind which fewer than five people stand is withheld: its numbers are
// null and `withheld` says so. Only `suppression.ts` decides that; every screen and file shows what it left.
import * as z from 'zod';

/** A number of people. null: withheld, somewhere from 1 to 4. Zero is never withheld. */
export const PeopleCount = z.int().min(0).nullable().meta({ id: 'PeopleCount', description: 'null: withheld, from 1 to 4' });
export type PeopleCount = z.infer<typeof PeopleCount>;

/** A mean with the n it rests on and its 95 % interval, in the unit of the measure. */
export const Estimate = z
  .object({
    n: PeopleCount,
    /** null when nobody answered or when withheld */
    mean: z.number().nullable(),
    /** null as well when all answers are equal: no interval can be computed then */
    low: z.number().nullable(),
    high: z.number().nullable(),
    withheld: z.boolean(),
  })
  .meta({ id: 'Estimate' });
export type Estimate = z.infer<typeof Estimate>;

/** A share of people, 0 to 1, with its Wilson interval; null when withheld or when nobody could answer. */
export const Share = z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable().meta({ id: 'Share' });
export type Share = z.infer<typeof Share>;

/** How many were asked and how many answered. */
export const ResponseFlow = z.object({ invited: z.int().min(0), answered: PeopleCount, rate: Share }).meta({ id: 'ResponseFlow' });
export type ResponseFlow = z.infer<typeof ResponseFlow>;
