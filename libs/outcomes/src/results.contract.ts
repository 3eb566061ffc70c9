// What a wave says, computed from its answers and passed through suppression. Nobody's name and nobody's whole sheet is in it.
import { Id, LocalDate } from '@amity/kernel';
import * as z from 'zod';
import { Caveat } from './caveats.js';
import { Estimate, PeopleCount, ResponseFlow } from './figures.contract.js';
import { Indicator } from './indicator.contract.js';
import { Item } from './instrument.contract.js';
import { Wave } from './wave.contract.js';

export const ScaleResult = z
  .object({
    key: z.string(),
    label: z.string(),
    min: z.number(),
    max: z.number(),
    itemCount: z.int(),
    estimate: Estimate,
    /** The mean moved to 0–100, for comparison between scales of different lengths. */
    outOf100: z.number().nullable(),
    /** Cronbach's alpha; null with fewer than three items or ten complete answers. */
    alpha: z.number().nullable(),
  })
  .meta({ id: 'ScaleResult' });
export type ScaleResult = z.infer<typeof ScaleResult>;

export const ItemResult = z
  .object({
    item: Item,
    estimate: Estimate,
    /** How many chose each step, in the order of steps; null where withheld. Empty when the item as a whole is withheld. */
    distribution: z.array(z.object({ value: z.int(), count: PeopleCount })),
  })
  .meta({ id: 'ItemResult' });
export type ItemResult = z.infer<typeof ItemResult>;

/** Words people wrote, without names, in an order that says nothing. `answers` is null while fewer than five have answered. */
export const TextResult = z
  .object({ item: Item, answers: z.array(z.string()).nullable(), withheld: z.boolean() })
  .meta({ id: 'TextResult' });
export type TextResult = z.infer<typeof TextResult>;

export const WaveResults = z
  .object({
    wave: Wave,
    flow: ResponseFlow,
    adaptedFrom: z.string().nullable(),
    scales: z.array(ScaleResult),
    items: z.array(ItemResult),
    texts: z.array(TextResult),
    /** How many described harm or a negative contact; `asked` false when the instrument does not ask. */
    harm: z.object({ asked: z.boolean(), count: PeopleCount }),
    /** Of 0–10 recommendation answers: share of 9–10 minus share of 0–6, −100 to 100. Never a headline. */
    netRecommendation: z.number().nullable(),
    caveats: z.array(Caveat),
  })
  .meta({ id: 'WaveResults' });
export type WaveResults = z.infer<typeof WaveResults>;

/** Everything the outcomes report shows, after suppression: the screen, the PDF and the workbook are written from this. */
export const OutcomesReport = z
  .object({
    organizationName: z.string(),
    delegation: z.object({ id: Id, name: z.string(), arrivesOn: LocalDate, departsOn: LocalDate, delegateCount: z.int() }).nullable(),
    from: LocalDate.nullable(),
    to: LocalDate.nullable(),
    indicators: z.array(Indicator),
    waves: z.array(WaveResults),
    flow: ResponseFlow,
    harm: z.object({ asked: z.boolean(), count: PeopleCount }),
    caveats: z.array(Caveat),
    /** `sha256:…` of everything above. */
    snapshot: z.string(),
  })
  .meta({ id: 'OutcomesReport' });
export type OutcomesReport = z.infer<typeof OutcomesReport>;

/** Without a delegation: everything of the organization. */
export const ReportQuery = z.object({ delegationId: Id.optional() });
export type ReportQuery = z.infer<typeof ReportQuery>;
