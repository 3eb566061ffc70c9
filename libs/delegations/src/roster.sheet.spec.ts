import { dryRun, suggestMapping, type Cell } from '@amity/interchange';
import { rosterSheet } from './roster.sheet.js';

const tableOf = (headers: string[], ...rows: Cell[][]) => ({
  headers,
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
  problems: [],
});
const read = (headers: string[], ...rows: Cell[][]) => {
  const { columns } = suggestMapping(headers, rosterSheet);
  return dryRun(tableOf(headers, ...rows), { columns, choices: {} }, rosterSheet, new Map());
};

describe('the roster sheet', () => {
  it.each([
    [
      ['Vorname', 'Nachname', 'E-Mail-Adresse', 'Geburtsdatum', 'Tierhaarallergie'],
      {
        givenName: 'Vorname',
        familyName: 'Nachname',
        email: 'E-Mail-Adresse',
        birthDate: 'Geburtsdatum',
        petAllergies: 'Tierhaarallergie',
      },
    ],
    [['Name', 'Vorname'], { givenName: 'Vorname', familyName: 'Name' }],
    [['Prénom', 'Nom', 'Langues'], { givenName: 'Prénom', familyName: 'Nom', languages: 'Langues' }],
    [['姓', '名', '生年月日'], { givenName: '名', familyName: '姓', birthDate: '生年月日' }],
  ])('finds its columns under %j', (headers, columns) => {
    expect(suggestMapping(headers, rosterSheet).columns).toEqual(columns);
  });

  it('leaves food allergies for a person to place', () => {
    expect(suggestMapping(['First name', 'Allergies'], rosterSheet).unmapped).toEqual(['Allergies']);
  });

  it('reads animals in any language of the product and refuses one that nobody knows', () => {
    const plan = read(
      ['First name', 'Pet allergies'],
      ['Ana', 'Katzen und Hunde'],
      ['Bo', 'none'],
      ['Cy', '猫'],
      ['Di', 'unicorns'],
      ['Ed', ''],
    );
    expect(plan.rows.map((row) => (row.kind === 'new' ? row.values.petAllergies : row.kind))).toEqual([
      ['dog', 'cat'],
      [],
      ['cat'],
      'refused',
      undefined,
    ]);
  });

  it('refuses what does not tell one delegate from another, in a sentence', () => {
    const plan = read(
      ['Given name', 'E-mail', 'Birth date'],
      ['-', 'x@example.org', ''],
      ['Jo', 'parents@example.org', '2012-03-04'],
      ['JO', 'parents@example.org', '2014-05-06'],
    );
    expect(plan.rows.flatMap((row) => (row.kind === 'refused' ? row.refusals.map(({ code }) => [row.line, code]) : [row.kind]))).toEqual([
      [2, 'delegations.row_nameless'],
      [3, 'interchange.row_repeated'],
      [4, 'interchange.row_repeated'],
    ]);
    const sentences = plan.rows.flatMap((row) => (row.kind === 'refused' ? row.refusals.map((refused) => refused.sentence) : []));
    expect(sentences[0]).toBe('“-” is not a name. Write the name by which this delegate can be told from the others.');
  });

  it('keeps every wish about food, known or not', () => {
    const plan = read(['First name', 'Diet'], ['Ana', 'Vegetarisch; no peanuts'], ['Bo', '-'], ['Cy', 'Halal, halal']);
    expect(plan.rows.map((row) => row.kind === 'new' && row.values.diet)).toEqual([['vegetarian', 'no peanuts'], [], ['halal']]);
  });

  it('refuses a row with every reason at once', () => {
    const plan = read(['Given name', 'E-mail', 'Birth date', 'Role'], ['', 'maria@', '30.2.1990', 'king']);
    expect(plan.rows.flatMap((row) => (row.kind === 'refused' ? row.refusals.map((r) => [r.column, r.code]) : []))).toEqual([
      ['Given name', 'interchange.cell_required'],
      ['E-mail', 'interchange.not_an_email'],
      ['Birth date', 'interchange.date_does_not_exist'],
      ['Role', 'interchange.not_a_choice'],
    ]);
  });

  it('knows one delegate by address and given name, or by name and birth date', () => {
    const headers = ['Given name', 'Family name', 'E-mail', 'Birth date'];
    const plan = read(
      headers,
      ['Ana', 'Lima', 'ANA@example.org', ''],
      ['Bo', 'Lima', 'ana@example.org', ''],
      ['Ana', 'Lima', '', '1990-01-02'],
      ['ANA', 'LÍMA', '', '1990-01-03'],
    );
    expect(plan.rows.map((row) => (row.kind === 'new' ? row.identity : row.kind))).toEqual([
      'email:ana@example.org|ana',
      'email:ana@example.org|bo',
      'name:ana lima|1990-01-02',
      'name:ana lima|1990-01-03',
    ]);
  });
});
