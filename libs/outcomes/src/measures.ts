// What an indicator can take from an instrument, and how that is called.
import type { Instrument, Item } from './instrument.contract.js';
import { itemsOf } from './scoring.js';

type Content = Pick<Instrument, 'name' | 'scales' | 'items'>;

export interface MeasureChoice {
  readonly measure: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

/** Scales first, then single items, in the instrument's order. */
export function measuresOf({ scales, items }: Pick<Content, 'scales' | 'items'>): MeasureChoice[] {
  const range = (item: Item) => ({ min: item.min, max: item.max });
  return [
    ...scales.flatMap((scale) => {
      const [first] = itemsOf(scale, items);
      return first ? [{ measure: `scale:${scale.key}`, label: scale.label, ...range(first) }] : [];
    }),
    ...items.filter((item) => item.kind === 'scale').map((item) => ({ measure: `item:${item.key}`, label: item.text, ...range(item) })),
  ];
}

/** "Trust: All items together", or null when the instrument no longer has it. */
export function measureLabel(instrument: Content, measure: string): string | null {
  const choice = measuresOf(instrument).find((each) => each.measure === measure);
  return choice ? `${instrument.name}: ${choice.label}` : null;
}
