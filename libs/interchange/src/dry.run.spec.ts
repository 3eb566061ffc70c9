import { date, dryRun, email, ImportReport, integer, planFingerprint, reportOf, suggestMapping, text } from './index.js';
import type { Cell, Existing, ImportMapping, ImportSheet, Table } from './index.js';

interface Guest {
  name: string;
  email: string;
  born?: string;
  beds?: number;
}
const guests: ImportSheet<Guest> = {
  id: 'guests',
  columns: [
    { key: 'name', label: 'Name', aliases: ['Nombre', '氏名'], required: true, example: 'Ana Ruiz', parse: text() },
    { key: 'email', label: 'E-mail', aliases: ['Correo electrónico', 'Mail'], required: true, example: 'ana@example.org', parse: email() },
    { key: 'born', label: 'Date of birth', aliases: ['Geburtsdatum'], required: false, example: '1990-12-31', parse: date() },
    { key: 'beds', label: 'Beds', aliases: [], required: false, example: '2', parse: integer() },
  ],
  identity: (guest) => guest.email.toLowerCase(),
  check: (guest) => [
    ...(guest.beds === 0 ? [{ effect: 'refuse' as const, column: 'beds', code: 'hosting.no_bed', sentence: 'A guest needs a bed.' }] : []),
    ...(guest.beds === 9 ? [{ effect: 'note' as const, code: 'hosting.many_beds', sentence: 'Nine beds is a lot.' }] : []),
  ],
};
const headers = ['Name', 'E-mail', 'Date of birth', 'Beds'];
const mapping: ImportMapping = { columns: { name: 'Name', email: 'E-mail', born: 'Date of birth', beds: 'Beds' }, choices: {} };
const tableOf = (...rows: Cell[][]): Pick<Table, 'headers' | 'rows' | 'problems'> => ({
  headers,
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
  problems: [],
});
const nobody = new Map<string, Existing<Guest>>();

describe('dry run', () => {
  it('sorts rows into new, changed with differences, unchanged and refused', () => {
    const stored = new Map<string, Existing<Guest>>([
      ['bo@example.org', { id: '1', values: { name: 'Bo', email: 'bo@example.org', beds: 1 } }],
      ['cy@example.org', { id: '2', values: { name: 'Cy', email: 'cy@example.org', born: '1990-12-31', beds: 2 } }],
    ]);
    const plan = dryRun(
      tableOf(
        ['Ana', 'ana@example.org', '31.12.1990', '2'],
        ['Bo', 'bo@example.org', '', '3'],
        ['Cy', 'cy@example.org', '', ''],
        ['', 'nowhere', '31.02.1990', { formula: 'A1+1' }],
        ['', ' '],
      ),
      mapping,
      guests,
      stored,
    );
    expect(plan.counts).toEqual({ new: 1, changed: 1, unchanged: 1, refused: 1, blank: 1 });
    expect(plan.rows.slice(0, 3)).toEqual([
      { kind: 'new', line: 2, identity: 'ana@example.org', values: { name: 'Ana', email: 'ana@example.org', born: '1990-12-31', beds: 2 } },
      {
        kind: 'changed',
        line: 3,
        identity: 'bo@example.org',
        id: '1',
        values: { name: 'Bo', email: 'bo@example.org', beds: 3 },
        changes: [{ key: 'beds', column: 'Beds', before: 1, after: 3 }],
      },
      { kind: 'unchanged', line: 4, identity: 'cy@example.org', id: '2' },
    ]);
    expect(reportOf(plan).refused.map(({ line, column, value, sentence }) => ({ line, column, value, sentence }))).toEqual([
      { line: 5, column: 'Name', value: '', sentence: 'Name is empty. Fill it in; this column is needed for every row.' },
      { line: 5, column: 'E-mail', value: 'nowhere', sentence: 'E-mail: “nowhere” is not an e-mail address.' },
      {
        line: 5,
        column: 'Date of birth',
        value: '31.02.1990',
        sentence: 'Date of birth: “31.02.1990” does not exist: February 1990 has 28 days.',
      },
      {
        line: 5,
        column: 'Beds',
        value: '=A1+1',
        sentence: 'Beds contains a formula; paste values instead (in Excel: Copy, then Paste Special, Values).',
      },
    ]);
    expect(ImportReport.parse(reportOf(plan))).toEqual(reportOf(plan));
  });
  it('merges equal repeats and refuses all differing ones, naming their lines', () => {
    const plan = dryRun(
      tableOf(['Ana', 'ana@example.org'], ['Bo', 'bo@example.org', '', '1'], ['Ana', 'ana@example.org'], ['Bo', 'BO@example.org', '', '2']),
      mapping,
      guests,
      nobody,
    );
    expect(plan.counts).toEqual({ new: 1, changed: 0, unchanged: 1, refused: 2, blank: 0 });
    expect(plan.notes.map((note) => note.sentence)).toEqual(['Line 4 repeats line 2 and counts once.']);
    expect(reportOf(plan).refused.map(({ line, sentence }) => [line, sentence])).toEqual([
      [3, 'Lines 3, 5 are about the same entry but differ in E-mail, Beds. Keep one of them.'],
      [5, 'Lines 3, 5 are about the same entry but differ in E-mail, Beds. Keep one of them.'],
    ]);
  });
  it('takes the first of differing repeats where the sheet says so', () => {
    const plan = dryRun(
      tableOf(['Ana', 'ana@example.org'], ['Anna', 'ana@example.org']),
      mapping,
      { ...guests, repeats: 'keep_first' },
      nobody,
    );
    expect(plan.counts).toEqual({ new: 1, changed: 0, unchanged: 1, refused: 0, blank: 0 });
    expect(plan.notes.map((note) => note.sentence)).toEqual(['Line 3 is about the same entry as line 2; line 2 was taken.']);
  });
  it("applies the area's own rules and keeps its notes", () => {
    const plan = dryRun(tableOf(['Ana', 'ana@example.org', '', '0'], ['Bo', 'bo@example.org', '', '9']), mapping, guests, nobody);
    expect(reportOf(plan).refused).toEqual([
      { line: 2, column: 'Beds', value: '', code: 'hosting.no_bed', params: {}, sentence: 'A guest needs a bed.' },
    ]);
    expect(plan.notes).toEqual([{ line: 3, code: 'hosting.many_beds', sentence: 'Nine beds is a lot.', params: {} }]);
  });
  it('asks for the order of dates as an obstacle with choices, and goes by the answer', () => {
    const table = tableOf(['Ana', 'ana@example.org', '03/04/1990'], ['Bo', 'bo@example.org', '']);
    const asked = dryRun(table, mapping, guests, nobody);
    expect(asked.obstacles.map(({ code, column, choices }) => ({ code, column, choices }))).toEqual([
      { code: 'interchange.date_order_unclear', column: 'born', choices: ['day_first', 'month_first'] },
    ]);
    expect(asked.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 1, blank: 0 });
    const answered = dryRun(table, { ...mapping, choices: { born: 'month_first' } }, guests, nobody);
    expect(answered.obstacles).toEqual([]);
    expect(answered.rows[0]).toMatchObject({ kind: 'new', values: { born: '1990-03-04' } });
  });
  it('stops at a mapping that does not fit', () => {
    const plan = dryRun(
      tableOf(['Ana', 'ana@example.org']),
      { columns: { name: 'Name', born: 'Name', beds: 'Betten', age: 'Beds' }, choices: {} },
      guests,
      nobody,
    );
    expect(plan.obstacles.map((obstacle) => obstacle.sentence)).toEqual([
      'The header “Name” cannot be both Name and Date of birth.',
      'The file has no header “Betten” for Beds.',
      'This import has no column “age”.',
      'E-mail is needed for every row. Choose the header that holds it, or add one to the file.',
    ]);
    expect(plan.rows).toEqual([]);
  });
  it('lists lines the file reader could not split', () => {
    const plan = dryRun(
      { ...tableOf(), problems: [{ line: 7, code: 'interchange.row_too_long', params: { found: 5, expected: 4 } }] },
      mapping,
      guests,
      nobody,
    );
    expect(reportOf(plan).refused.map(({ line, sentence }) => [line, sentence])).toEqual([
      [7, 'This line has 5 cells but the header has 4. Put cells that contain the separator in quotation marks.'],
    ]);
  });
  it('has one fingerprint for equal effects in any order of lines, another for other effects', () => {
    const rows: Cell[][] = [
      ['Ana', 'ana@example.org'],
      ['Bo', 'bo@example.org'],
    ];
    const print = (...cells: Cell[][]): string => planFingerprint(dryRun(tableOf(...cells), mapping, guests, nobody));
    expect(print(...rows)).toEqual(print(...rows.toReversed(), ['refused', '?']));
    expect(print(...rows)).not.toEqual(print(['Ann', 'ana@example.org'], ['Bo', 'bo@example.org']));
  });
});

describe('suggested mapping', () => {
  it('compares headers without case, accents, punctuation and remarks in brackets', () => {
    expect(suggestMapping(['氏名', 'CORREO ELECTRONICO', 'date_of_birth (dd/mm/yyyy)', 'Shoe size'], guests)).toEqual({
      columns: { name: '氏名', email: 'CORREO ELECTRONICO', born: 'date_of_birth (dd/mm/yyyy)' },
      unmapped: ['Shoe size'],
      missing: [],
    });
  });
  it('prefers the label to an alias and lists what is missing', () => {
    expect(suggestMapping(['Mail', 'email', 'E-Mail'], guests)).toEqual({
      columns: { email: 'email' },
      unmapped: ['Mail', 'E-Mail'],
      missing: ['name'],
    });
  });
});
