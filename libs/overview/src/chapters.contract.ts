// What an umbrella organization is told of its chapters: sums over a year, and nothing that could be one person's or one family's.
import { Id, Instant, LocalDate } from '@amity/kernel';
import { PeopleCount } from '@amity/outcomes';
import * as z from 'zod';

/** The first year anybody asks about: the sister-city movement in its present form began with the White House Conference of 1956. */
export const ChaptersQuery = z
  .object({
    year: z.coerce.number().int().min(1956).max(2200).optional().describe('this year on the asking organization’s clock, unless said'),
  })
  .meta({ id: 'ChaptersQuery' });
export type ChaptersQuery = z.infer<typeof ChaptersQuery>;

/** Counts over the days asked for. `null`: withheld, because from one to four people or homes stand behind it. */
export const ChapterFigures = z
  .object({
    partnerships: z.int().describe('not ended today'),
    inbound: z.int().describe('delegations received on at least one of the days'),
    outbound: z.int().describe('delegations sent on at least one of the days'),
    travellers: PeopleCount.describe('people in these delegations, each once'),
    delegateDays: z.int().nullable().describe('one person on the way for one day; withheld with the travellers'),
    homes: PeopleCount.describe('households in which a guest slept'),
    hostNights: z.int().nullable().describe('one guest hosted for one night; withheld with the homes'),
  })
  .meta({ id: 'ChapterFigures' });
export type ChapterFigures = z.infer<typeof ChapterFigures>;

export const Chapter = z
  .object({ id: Id, name: z.string(), slug: z.string(), since: Instant, figures: ChapterFigures })
  .meta({ id: 'Chapter' });
export type Chapter = z.infer<typeof Chapter>;

export const ChapterOverview = z
  .object({
    from: LocalDate,
    until: LocalDate.describe('the last day counted: the year’s last, or today'),
    /** By name. */
    chapters: z.array(Chapter),
    total: ChapterFigures.describe('of what is shown above: a withheld figure is in no sum, so that none can be computed'),
    withheld: z.int().describe('chapters of which at least one figure is withheld'),
  })
  .meta({ id: 'ChapterOverview' });
export type ChapterOverview = z.infer<typeof ChapterOverview>;
