// What an import tells the person who started it: the counts add up to the rows, and every refused row says what to correct.
import * as z from 'zod';
import { Id, fill } from '@amity/kernel';
import { partnershipErrors, type PartnershipRemark } from './partnerships.errors.js';
import type { TwinTownPlan } from './twin-towns.import.js';

export const TwinTownSummary = z
  .object({
    /** True: nothing was written. */
    dryRun: z.boolean(),
    /** Rows of the file without its first line; each is new, changed, unchanged, repeated or refused. */
    rows: z.int(),
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    /** Rows that name a pair another row names already, from either side. */
    repeated: z.int(),
    refused: z.int(),
    /** Communities of this file that the gazetteer lacks. */
    flagged: z.int(),
    /** Line of the file, counted from 1 with the line of column names, and what to correct there. */
    refusals: z.array(z.object({ row: z.int(), sentence: z.string() })),
    /** Rows that were taken although somebody may want to look at them: by what there is to see, ascending, each row once. */
    remarks: z.object({ populationBlank: z.array(z.int()), countryByCoordinates: z.array(z.int()), notInGazetteer: z.array(z.int()) }),
  })
  .meta({ id: 'TwinTownSummary' });
export type TwinTownSummary = z.infer<typeof TwinTownSummary>;

/** The file that was sent, and whether to look only. */
export const TwinTownImport = z.object({ fileId: Id, dryRun: z.boolean().default(true) }).meta({ id: 'TwinTownImport' });
export type TwinTownImport = z.infer<typeof TwinTownImport>;

export const TwinTownFile = z.object({ id: Id, name: z.string() }).meta({ id: 'TwinTownFile' });
export type TwinTownFile = z.infer<typeof TwinTownFile>;

export function summaryOf(plan: TwinTownPlan, dryRun: boolean): TwinTownSummary {
  return {
    dryRun,
    ...plan.counts,
    refusals: plan.refused.map(({ row, code, params }) => ({ row, sentence: fill(partnershipErrors[code].en, params) })),
    remarks: {
      populationBlank: rowsOf(plan, 'population_blank'),
      countryByCoordinates: rowsOf(plan, 'country_by_coordinates'),
      notInGazetteer: rowsOf(plan, 'not_in_gazetteer'),
    },
  };
}

function rowsOf(plan: TwinTownPlan, remark: PartnershipRemark): number[] {
  return [...new Set(plan.remarks.filter(({ code }) => code === remark).map(({ row }) => row))];
}

/** Ascending row numbers for people: `2–14, 17`. */
export function rowRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
