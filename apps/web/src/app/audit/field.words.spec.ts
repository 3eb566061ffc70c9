import fc from 'fast-check';
import { fieldChanges, inWords, labelOf, type ValueWords } from './field.words.js';

const words: ValueWords = {
  none: 'empty',
  yes: 'yes',
  no: 'no',
  date: (date) => `on ${date}`,
  dates: (from, to) => `${from} to ${to}`,
  moment: (instant) => `at ${instant}`,
  number: (value) => `#${value}`,
  record: (id) => `record ${id.slice(-4)}`,
};

describe('a value in words', () => {
  it.each([
    [null, 'empty'],
    ['', 'empty'],
    [[], 'empty'],
    [{}, 'empty'],
    [{ street: null, city: '' }, 'empty'],
    [false, 'no'],
    [0, '#0'],
    ['2026-05-01', 'on 2026-05-01'],
    ['2026-13-41', '2026-13-41'],
    ['2026-05-01T07:00:00.123Z', 'at 2026-05-01T07:00:00.123Z'],
    ['[2026-05-01,2026-05-04)', '2026-05-01 to 2026-05-04'],
    ['01a2013f-7aa4-7873-8e08-475a972c512e', 'record 512e'],
    ['sister_city', 'sister city'],
    ['Ana & José', 'Ana & José'],
    [['pt', 'en'], 'pt, en'],
    [{ street: 'Rua 1', floor: 2, note: '' }, 'Street: Rua 1; Floor: #2'],
  ])('%j is “%s”', (value, said) => expect(inWords(value, words)).toBe(said));

  it('is said whatever it is', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof inWords(value, words) === 'string'));
  });
});

describe('a change in words', () => {
  it('names each field with both sides, and leaves bookkeeping out', () => {
    const entry = { before: { birthDate: null, version: 1 }, after: { birthDate: '2010-02-03', version: 2 } };
    expect(fieldChanges(entry, words)).toEqual([{ field: 'birthDate', label: 'Birth date', before: 'empty', after: 'on 2010-02-03' }]);
  });

  it('of a new or a removed record says only what was said', () => {
    const record = { id: 'x', name: 'Ana', email: null, personId: '01a2013f-7aa4-7873-8e08-475a972c512e' };
    const [name, person] = [
      { field: 'name', label: 'Name' },
      { field: 'personId', label: 'Person' },
    ];
    expect(fieldChanges({ before: null, after: record }, words)).toEqual([
      { ...name, before: null, after: 'Ana' },
      { ...person, before: null, after: 'record 512e' },
    ]);
    expect(fieldChanges({ before: record, after: null }, words).map(({ after }) => after)).toEqual([null, null]);
  });

  it('reads names of fields as people do', () => {
    expect(['givenName', 'signed_up', 'ISO2', 'delegationId', 'x'].map(labelOf)).toEqual([
      'Given name',
      'Signed up',
      'Iso2',
      'Delegation',
      'X',
    ]);
  });
});
