import fc from 'fast-check';
import { canonicalJson, date, decimal, dryRun, integer, planFingerprint, suggestMapping, text } from './index.js';
import type { Cell, Existing, ImportPlan, ImportSheet } from './index.js';

interface Entry {
  key: string;
  day?: string;
  amount?: number;
  count?: number;
}
const sheet: ImportSheet<Entry> = {
  id: 'entries',
  columns: [
    { key: 'key', label: 'Key', aliases: ['Schlüssel', 'id'], required: true, example: 'a', parse: text() },
    { key: 'day', label: 'Day', aliases: ['Tag', 'date'], required: false, example: '2026-03-31', parse: date() },
    { key: 'amount', label: 'Amount', aliases: ['Betrag', 'sum'], required: false, example: '1.5', parse: decimal() },
    { key: 'count', label: 'Count', aliases: ['Anzahl', 'sum'], required: false, example: '3', parse: integer() },
  ],
  identity: (entry) => entry.key,
};
const mapping = { columns: { key: 'Key', day: 'Day', amount: 'Amount', count: 'Count' }, choices: {} };
const iso = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell[]>(
    '',
    ' ',
    '1,234',
    '1.5',
    '3',
    '03/04/2026',
    '25/04/2026',
    '31.02.2026',
    { formula: 'A1' },
    { fault: '#N/A' },
    7,
    2.5,
    true,
  ),
  iso,
  iso.map((day) => ({ date: day })),
  fc.string(),
);
const row = fc.tuple(fc.constantFrom<Cell[]>('a', 'b', 'c', 'd', '', 5), cell, cell, cell);
const table = fc.array(row, { maxLength: 12 }).map((rows) => ({
  headers: ['Key', 'Day', 'Amount', 'Count'],
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
  problems: [],
}));

function apply(plan: ImportPlan<Entry>, before: ReadonlyMap<string, Existing<Entry>>): Map<string, Existing<Entry>> {
  const stored = new Map(before);
  for (const planned of plan.rows) {
    if (planned.kind === 'new') stored.set(planned.identity, { id: planned.identity, values: planned.values });
    if (planned.kind === 'changed')
      stored.set(planned.identity, { id: planned.id, values: { ...stored.get(planned.identity)?.values, ...planned.values } });
  }
  return stored;
}

describe('an import', () => {
  it('changes nothing the second time, whatever was stored before', () => {
    fc.assert(
      fc.property(table, table, fc.constantFrom<('refuse' | 'keep_first')[]>('refuse', 'keep_first'), (earlier, file, repeats) => {
        const bulk = { ...sheet, repeats };
        const stored = apply(dryRun(earlier, mapping, bulk, new Map()), new Map());
        const first = dryRun(file, mapping, bulk, stored);
        const second = dryRun(file, mapping, bulk, apply(first, stored));
        expect(second.counts).toEqual({
          ...first.counts,
          new: 0,
          changed: 0,
          unchanged: first.counts.new + first.counts.changed + first.counts.unchanged,
        });
      }),
    );
  });
  it('accounts for every row once, on its own line', () => {
    fc.assert(
      fc.property(table, (file) => {
        const { counts, rows } = dryRun(file, mapping, sheet, new Map());
        expect(counts.new + counts.changed + counts.unchanged + counts.refused + counts.blank).toBe(file.rows.length);
        expect(rows.map((planned) => planned.line)).toEqual(
          file.rows.filter(({ cells }) => cells.some((each) => typeof each !== 'string' || each.trim() !== '')).map(({ line }) => line),
        );
        expect(
          rows.every(
            (planned) =>
              planned.kind !== 'refused' || planned.refusals.every((reason) => !/[{}]/.test(reason.sentence.replace(reason.value, ''))),
          ),
        ).toBe(true);
      }),
    );
  });
  it('has a fingerprint that does not depend on the order of lines', () => {
    fc.assert(
      fc.property(table, (file) => {
        const print = (rows: typeof file.rows): string => planFingerprint(dryRun({ ...file, rows }, mapping, sheet, new Map()));
        expect(print(file.rows.toReversed())).toBe(print(file.rows));
      }),
    );
  });
});

describe('a suggested mapping', () => {
  const header = fc.oneof(
    fc.constantFrom('Key', 'KEY', 'key', 'Schlussel', 'Day', 'Tag (optional)', 'sum', 'Sum', 'Date', 'id', 'Id'),
    fc.string(),
  );
  it('never gives two headers to one column nor one header to two columns', () => {
    fc.assert(
      fc.property(fc.uniqueArray(header), (headers) => {
        const { columns, unmapped, missing } = suggestMapping(headers, sheet);
        const mapped = Object.values(columns);
        expect(new Set(mapped).size).toBe(mapped.length);
        expect([...mapped, ...unmapped].sort()).toEqual([...headers].sort());
        expect(missing).toEqual('key' in columns ? [] : ['key']);
      }),
    );
  });
});

describe('a date', () => {
  it('comes out as it went in, in every way of writing, once the column is decided', () => {
    fc.assert(
      fc.property(iso, fc.constantFrom('day_first', 'month_first'), fc.constantFrom('/', '-'), (day, order, mark) => {
        const [y = '', m = '', d = ''] = day.split('-');
        const written = order === 'day_first' ? [d, m, y].join(mark) : [m, d, y].join(mark);
        const decider = order === 'day_first' ? `25${mark}01${mark}2026` : `01${mark}25${mark}2026`;
        expect(date().column([written, decider]).read(written)).toEqual({ ok: true, value: day });
        expect(
          date()
            .column([])
            .read(`${Number(d)}.${Number(m)}.${y}`),
        ).toEqual({ ok: true, value: day });
      }),
    );
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys and parses back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
