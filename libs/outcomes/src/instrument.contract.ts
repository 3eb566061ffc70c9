// An instrument is a survey template: items with their range, direction and place in a scale. Once somebody has answered an
// edition its items never change; a changed instrument is a new edition.
import { Id, issue, Version } from '@amity/kernel';
import * as z from 'zod';

export const ItemKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** One question. A scale item is answered with a whole number from `min` to `max`; a text item with words. */
export const Item = z
  .object({
    key: ItemKey,
    kind: z.enum(['scale', 'text']),
    text: z.string().trim().min(1).max(400),
    /** One more sentence under the question. */
    help: z.string().trim().max(400).nullable(),
    min: z.int(),
    max: z.int(),
    /** What the lowest and the highest answer mean, in words. */
    minLabel: z.string().max(60),
    maxLabel: z.string().max(60),
    /** A high answer means little of what the scale measures: scored as min + max − answer. */
    reverse: z.boolean(),
    /** Key of the scale it belongs to; null stands alone. */
    subscale: ItemKey.nullable(),
    /** Kirkpatrick's level of evaluation, 1 to 4. */
    kirkpatrick: z.int().min(1).max(4).nullable(),
    optional: z.boolean(),
    /** A text about harm: only the number of such answers is ever shown. */
    harm: z.boolean(),
  })
  .refine((item) => item.kind === 'text' || (item.max > item.min && item.max - item.min <= 10), {
    path: ['max'],
    error: issue('scale_length'),
  })
  .meta({ id: 'Item' });
export type Item = z.infer<typeof Item>;

/** `total` joins all scale items of the instrument; any other key joins the items that name it. */
export const Scale = z.object({ key: ItemKey, label: z.string().trim().min(1).max(80) }).meta({ id: 'Scale' });
export type Scale = z.infer<typeof Scale>;
export const TOTAL = 'total';

const content = {
  name: z.string().trim().min(1).max(120),
  /** What it is for, in one sentence. */
  about: z.string().trim().max(300),
  adaptedFrom: z.string().trim().max(200).nullable(),
  scales: z.array(Scale).max(12),
  items: z.array(Item).min(1).max(60),
};

export const InstrumentDraft = z
  .object(content)
  .superRefine((draft, context) => {
    const keys = draft.items.map((item) => item.key);
    const known = new Set(draft.scales.map((scale) => scale.key));
    draft.items.forEach((item, i) => {
      if (keys.indexOf(item.key) !== i) context.addIssue({ code: 'custom', path: ['items', i, 'key'], message: issue('item_named_twice') });
      if (item.subscale !== null && !known.has(item.subscale))
        context.addIssue({ code: 'custom', path: ['items', i, 'subscale'], message: issue('scale_unknown') });
    });
  })
  .meta({ id: 'InstrumentDraft' });
export type InstrumentDraft = z.infer<typeof InstrumentDraft>;

export const Instrument = z
  .object({
    ...content,
    id: Id,
    key: ItemKey,
    edition: z.int().min(1),
    /** Somebody has answered it: its items stay as they are. */
    frozen: z.boolean(),
    version: Version,
  })
  .meta({ id: 'Instrument' });
export type Instrument = z.infer<typeof Instrument>;

/** The newest edition of each instrument, by name. */
export const InstrumentList = z.object({ items: z.array(Instrument) }).meta({ id: 'InstrumentList' });
export type InstrumentList = z.infer<typeof InstrumentList>;

/** What an indicator can take from an instrument: one of its scales or one of its scale items. */
export const Measure = z
  .string()
  .regex(/^(scale|item):[a-z][a-z0-9_]{0,39}$/)
  .meta({ id: 'Measure', description: '`scale:<key>` or `item:<key>`' });
export type Measure = z.infer<typeof Measure>;
