// The outcomes report as it is printed. Figures arrive computed, suppressed, rounded and formatted by the area that knows them;
// this contract only says where they stand on the page. Every estimate can carry its n and its interval, so the page can show both.
import { issue } from '@amity/kernel';
import * as z from 'zod';

const Line = z.string().max(300);
const Text = z.string().max(8000);

/** One figure on an axis: where it is drawn, and how it is written. `low`/`high` bound its interval, same unit. */
const Point = z.object({ value: z.number(), text: Line, low: z.number().optional(), high: z.number().optional() });
/** An axis in the unit of its points. */
const Axis = z.object({ min: z.number(), max: z.number() }).refine((axis) => axis.max > axis.min, issue('axis_without_length'));

/** A figure large enough to be read across a room. At most five. */
const BigNumber = z.object({
  value: Line.min(1),
  label: Line.min(1),
  /** "n = 38" */
  n: Line.optional(),
  /** "95 % interval 29–53" */
  interval: Line.optional(),
});

/** Baseline, target and actual of one indicator. */
const IndicatorBar = z.object({
  label: Line.min(1),
  axis: Axis,
  baseline: Point.optional(),
  target: Point.optional(),
  actual: Point,
  n: Line.optional(),
  /** "Target reached", "Below target": never color alone. */
  verdict: Line.optional(),
});

/** A table cell: text, or a figure withheld because too few people stand behind it. */
const Cell = z.union([z.string().max(1000), z.object({ suppressed: z.literal(true) })]);

const chart = { caption: Line.min(1), /** The same in words, for readers who do not see it. */ alt: Text.min(1), notes: Line.optional() };

const blocks = [
  z.object({ kind: z.literal('paragraph'), text: Text }),
  z.object({ kind: z.literal('list'), items: z.array(Text) }),
  z.object({
    kind: z.literal('table'),
    caption: Line.min(1),
    columns: z.array(z.object({ label: Line, align: z.enum(['start', 'end']).default('start') })).min(1),
    rows: z.array(z.array(Cell)),
    notes: Line.optional(),
  }),
  z.object({ kind: z.literal('quotes'), quotes: z.array(z.object({ text: Text, by: Line, theme: Line.optional() })) }),
  z.object({ kind: z.literal('indicators'), ...chart, rows: z.array(IndicatorBar).min(1) }),
  /** Reciprocity: what one side gave against what the other gave. */
  z.object({
    kind: z.literal('mirrored'),
    ...chart,
    home: Line,
    partner: Line,
    rows: z.array(z.object({ label: Line, home: Point, partner: Point })).min(1),
  }),
  /** Contact conditions by side. */
  z.object({
    kind: z.literal('dots'),
    ...chart,
    home: Line,
    partner: Line,
    axis: Axis,
    rows: z.array(z.object({ label: Line, home: Point.optional(), partner: Point.optional() })).min(1),
  }),
  /** Change between two waves, or over several (durability). Points may be missing at a wave. */
  z.object({
    kind: z.literal('waves'),
    ...chart,
    axis: Axis,
    waves: z.array(Line).min(2),
    series: z
      .array(z.object({ label: Line, points: z.array(Point.nullable()) }))
      .min(1)
      .max(6),
  }),
] as const;
export const OutcomesBlock = z.discriminatedUnion('kind', blocks);
export type OutcomesBlock = z.infer<typeof OutcomesBlock>;

export const OutcomesSection = z.object({ heading: Line.min(1), lead: Text.optional(), blocks: z.array(OutcomesBlock) });
export type OutcomesSection = z.infer<typeof OutcomesSection>;

export const OutcomesDocument = z
  .object({
    organization: Line.min(1),
    title: Line.min(1),
    /** "Harbor City – Tateyama, exchange of May 2026" */
    subtitle: Line.optional(),
    period: Line,
    numbers: z.array(BigNumber).max(5),
    /** The primary outcome and, at most, three more. */
    headline: z.array(IndicatorBar).max(4),
    /** "This is change, not impact: …" */
    caveat: Text.min(1),
    /** What the reader is asked to decide. */
    decision: Text.optional(),
    sections: z.array(OutcomesSection),
    annex: z.object({
      method: z.array(Text),
      suppression: Text.optional(),
      /** "Amity 0.1.0" */
      software: Line,
      /** Hash of the frozen data this report was computed from. */
      snapshot: Line,
      /** Anything else worth keeping: instruments, response flow, sources. */
      entries: z.array(z.object({ term: Line, text: Text })).default([]),
    }),
    labels: z.object({
      baseline: Line,
      target: Line,
      actual: Line,
      headline: Line,
      caveat: Line,
      decision: Line,
      contents: Line,
      table: Line,
      figure: Line,
      /** Printed in a withheld cell: "<5" */
      suppressed: Line,
      /** Explains it under the table: "<5: fewer than five people, withheld" */
      suppressedNote: Line,
      annex: Line,
      method: Line,
      suppression: Line,
      software: Line,
      snapshot: Line,
      /** "{page} of {pages}" */
      pageOf: Line,
    }),
  })
  .meta({ id: 'OutcomesDocument' });
export type OutcomesDocument = z.infer<typeof OutcomesDocument>;
/** What a caller writes; defaults may be left out. */
export type OutcomesDocumentDraft = z.input<typeof OutcomesDocument>;
