import { leftOut, mappingOf, problemsOf, refusedCsv, rowsToWrite, samplesOf, suggested } from './roster-import.logic.js';

const columns = [
  { key: 'givenName', label: 'Given name', required: true, example: 'Maria' },
  { key: 'email', label: 'E-mail', required: false, example: '' },
];
const preview = {
  columns,
  headers: ['First', 'Mail', 'Shoe size'],
  sampleRows: [
    { line: 2, cells: ['Ana', '', '38'] },
    { line: 3, cells: ['Bo', 'bo@example.org', '41'] },
  ],
  suggestion: { columns: { givenName: 'First' }, unmapped: ['Mail', 'Shoe size'], missing: [] },
};

describe('the import page', () => {
  it('begins with what the file’s headers suggest', () => {
    expect(suggested(preview)).toEqual({ givenName: 'First', email: '' });
  });

  it('sends chosen columns only, with the answers given', () => {
    expect(mappingOf({ givenName: 'First', email: '' }, { birthDate: 'day_first' })).toEqual({
      columns: { givenName: 'First' },
      choices: { birthDate: 'day_first' },
    });
  });

  it('names needed columns without a header and headers chosen twice', () => {
    expect(problemsOf({ givenName: '', email: 'Mail' }, columns)).toEqual({ missing: ['Given name'], doubled: [] });
    expect(problemsOf({ givenName: 'Mail', email: 'Mail' }, columns)).toEqual({ missing: [], doubled: ['Mail'] });
  });

  it('shows what is left out and what stands under a header', () => {
    expect(leftOut({ givenName: 'First', email: 'Mail' }, preview.headers)).toEqual(['Shoe size']);
    expect([samplesOf(preview, 'First'), samplesOf(preview, 'Mail'), samplesOf(preview, 'Gone')]).toEqual([
      'Ana · Bo',
      'bo@example.org',
      '',
    ]);
  });

  it('knows whether there is anything to write', () => {
    const counts = { new: 0, changed: 0, unchanged: 3, refused: 2, blank: 0 };
    expect([rowsToWrite({ counts }), rowsToWrite({ counts: { ...counts, new: 2, changed: 1 } })]).toEqual([0, 3]);
  });

  it('gives the bad rows as a file that no spreadsheet runs', () => {
    const refused = [
      { line: 6, column: 'E-mail', value: '=HYPERLINK("x")', code: 'c', params: {}, sentence: 'E-mail: “a, b” is wrong.' },
      { line: 7, column: null, value: '', code: 'c', params: {}, sentence: 'The quotation marks do not match.' },
    ];
    expect(refusedCsv({ refused }, ['Line', 'Column', 'Value', 'Why'])).toBe(
      '\ufeff"Line","Column","Value","Why"\r\n' +
        '"6","E-mail","\'=HYPERLINK(""x"")","E-mail: “a, b” is wrong."\r\n' +
        '"7","","","The quotation marks do not match."\r\n',
    );
  });
});
