// Umbrellas and chapters. Each side declares for itself, in its own records and alone, whether the other is its umbrella or its chapter;
// only while both say so does the umbrella see the chapter's aggregates (overview), and never a record.
import { Id, Instant, Version } from '@amity/kernel';
import * as z from 'zod';
import { Slug } from './access.contract.js';

export const affiliationSides = ['umbrella', 'chapter'] as const;
export const AffiliationSide = z.enum(affiliationSides).meta({ id: 'AffiliationSide' });
export type AffiliationSide = z.infer<typeof AffiliationSide>;

/** What we say of another organization: it is our umbrella, or our chapter, and we agree to that or do not. */
export const AffiliationDraft = z
  .object({
    slug: z.string().trim().toLowerCase().pipe(Slug).describe('address of the other organization, as in its sign-up page'),
    otherIs: AffiliationSide,
    agrees: z.boolean().describe('false: the other side asked and we decline'),
  })
  .meta({ id: 'AffiliationDraft' });
export type AffiliationDraft = z.infer<typeof AffiliationDraft>;

/** One other organization, with what either side says. Chapters first, by name. */
export const Affiliation = z
  .object({
    other: z.object({ id: Id, name: z.string(), slug: Slug }),
    otherIs: AffiliationSide,
    ours: z.object({ id: Id, agrees: z.boolean(), version: Version }).nullable().describe('null: we have not said anything'),
    theirs: z.object({ agrees: z.boolean() }).nullable().describe('null: they have not said anything'),
    since: Instant.nullable().describe('from when both agree; null while they do not'),
  })
  .meta({ id: 'Affiliation' });
export type Affiliation = z.infer<typeof Affiliation>;

export const AffiliationList = z.object({ items: z.array(Affiliation) }).meta({ id: 'AffiliationList' });
export type AffiliationList = z.infer<typeof AffiliationList>;
