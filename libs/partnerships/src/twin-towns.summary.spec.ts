import { planTwinTowns } from './twin-towns.import.js';
import { textOf, readTwinTowns, twinTownColumns } from './twin-towns.rows.js';
import { TwinTownSummary, rowRanges, summaryOf } from './twin-towns.summary.js';

const names = new Map([
  ['ireland', 'IE'],
  ['germany', 'DE'],
]);
const around = { communities: [], partnerships: [], places: [], zoneAt: () => 'Europe/Dublin' };
const row = (...cells: string[]) => cells.join('\t');
const text = [
  row(...twinTownColumns),
  row('Cork', 'Ireland', '51.9', '-8.47', '', 'Cologne', '50.94', '6.96', '', 'Germany', '1', 'EU'),
  row('Cologne', 'Germany', '50.94', '6.96', '', 'Cork', '51.9', '-8.47', '', 'Ireland', '1', 'EU'),
  row('Cork', 'Ireland', '', '', '', 'Cologne', '50.94', '6.96', '', 'Germany', '1', 'EU'),
].join('\n');

describe('the summary of an import', () => {
  it('accounts for every row and says in a sentence what is wrong with the refused ones', () => {
    const summary = summaryOf(planTwinTowns(readTwinTowns(text, names), around), true);
    expect(summary).toEqual({
      dryRun: true, rows: 3, new: 1, changed: 0, unchanged: 0, repeated: 1, refused: 1, flagged: 2,
      refusals: [{ row: 4, sentence: 'Row 4 leaves originlat blank. Fill it in and import the file again.' }],
      remarks: { populationBlank: [2, 3], countryByCoordinates: [], notInGazetteer: [2, 3] },
    }); // prettier-ignore
    expect(TwinTownSummary.parse(summary)).toEqual(summary);
  });
});

describe('row numbers for people', () => {
  it('stand as ranges', () => {
    expect([rowRanges([]), rowRanges([7]), rowRanges([2, 3, 4, 9, 11, 12])]).toEqual(['', '7', '2–4, 9, 11–12']);
  });
});

describe('the text of a file', () => {
  const bytes = (encoding: BufferEncoding, mark: number[] = []) => Uint8Array.from([...mark, ...Buffer.from('Saint-Étienne', encoding)]);

  it('is read in UTF-8 and in marked UTF-16', () => {
    expect([textOf(bytes('utf8')), textOf(bytes('utf8', [0xef, 0xbb, 0xbf])), textOf(bytes('utf16le', [0xff, 0xfe]))]).toEqual(
      Array(3).fill('Saint-Étienne'),
    );
  });

  it.each([['latin1', bytes('latin1')], ['unmarked UTF-16', bytes('utf16le')], ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]])('is refused in %s', (_, file) => {
    expect(() => textOf(file)).toThrow(expect.objectContaining({ code: 'partnerships.not_text' }));
  }); // prettier-ignore
});
