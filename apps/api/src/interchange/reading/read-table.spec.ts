import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import iconv from 'iconv-lite';
import { interchangeErrors, type InterchangeError } from '@amity/interchange';
import { fill } from '@amity/kernel';
import { readingLimits } from './reading-limits.js';
import { readTable, refuseTooLarge, type ReadingOptions } from './read-table.js';
import { UnreadableFile } from './unreadable-file.js';

const bytesOf = (text: string, encoding = 'utf-8', addBOM = false): Uint8Array => new Uint8Array(iconv.encode(text, encoding, { addBOM }));
const read = (text: string, options: Partial<ReadingOptions> = {}) => readTable(bytesOf(text), { fileName: 'roster.csv', ...options });

/** The sentence a coordinator gets. */
async function refusal(bytes: Uint8Array, options: Partial<ReadingOptions> = {}): Promise<string> {
  try {
    await readTable(bytes, { fileName: 'roster.csv', ...options });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const entry = Object.keys(interchangeErrors).find((name): name is InterchangeError => `interchange.${name}` === error.code);
    return entry ? fill(interchangeErrors[entry].en, error.params) : error.code;
  }
  return 'was read';
}

const roster = 'Name;Stadt;Größe\nJosé Müller;Köln;1,80\nZoë Ångström;Malmö;1,75\n';
const rosterRows = [
  { line: 2, cells: ['José Müller', 'Köln', '1,80'] },
  { line: 3, cells: ['Zoë Ångström', 'Malmö', '1,75'] },
];

describe('encodings', () => {
  it.each([
    ['utf-8', false, 'utf-8'],
    ['utf-8', true, 'utf-8'],
    ['utf-16le', true, 'utf-16le'],
    ['utf-16be', true, 'utf-16be'],
    ['utf-16le', false, 'utf-16le'],
    ['utf-16be', false, 'utf-16be'],
    ['latin1', false, 'windows-1252'],
    ['windows-1252', false, 'windows-1252'],
  ])('reads %s (mark: %s) as %s', async (written, mark, detected) => {
    const table = await readTable(bytesOf(roster, written, mark), { fileName: 'roster.csv' });
    expect(table).toEqual({
      kind: 'csv',
      encoding: detected,
      separator: ';',
      sheet: null,
      sheets: [],
      headers: ['Name', 'Stadt', 'Größe'],
      rows: rosterRows,
      problems: [],
    });
  });
  it('reads a Japanese roster in Shift_JIS and a Russian one in Windows-1251', async () => {
    const japanese = '氏名,都市,備考\n山田太郎,長野市,ベジタリアンです\n鈴木花子,松本市,猫アレルギーがあります\n';
    const russian = 'Имя,Город,Заметки\nАнна Иванова,Новосибирск,не ест мясо и рыбу\nПётр Смирнов,Екатеринбург,аллергия на кошек\n';
    expect(await readTable(bytesOf(japanese, 'shift_jis'), { fileName: 'a.csv' })).toMatchObject({
      encoding: 'shift_jis',
      headers: ['氏名', '都市', '備考'],
    });
    expect(await readTable(bytesOf(russian, 'windows-1251'), { fileName: 'a.csv' })).toMatchObject({
      encoding: 'windows-1251',
      headers: ['Имя', 'Город', 'Заметки'],
    });
  });
  it('asks for the encoding where the bytes leave it open', async () => {
    expect(await refusal(bytesOf('Имя;Город\nАнна;Москва\n', 'windows-1251'))).toBe(
      'The text encoding of roster.csv could not be recognized. Choose the encoding, or save the file as “CSV UTF-8”.',
    );
  });
  it('believes the person who knows better, and says where the bytes contradict', async () => {
    const polish = bytesOf('Imię,Miasto\nŁucja,Łódź\n', 'iso-8859-2');
    expect((await readTable(polish, { fileName: 'a.csv', encoding: 'iso-8859-2' })).rows).toEqual([{ line: 2, cells: ['Łucja', 'Łódź'] }]);
    expect(await refusal(bytesOf(roster.replace('Größe', 'Height'), 'latin1'), { encoding: 'utf-8' })).toBe(
      'The file is not in the encoding utf-8: line 2 has characters that do not exist in it. Save the file as “CSV UTF-8”, or choose another encoding.',
    );
    expect(await refusal(polish, { encoding: 'klingon' })).toBe(
      'The text encoding klingon is not known. Choose UTF-8, or save the file as “CSV UTF-8”.',
    );
  });
});

describe('separators', () => {
  it.each([',', ';', '\t', '|'])('finds %j, quotation marks respected', async (mark) => {
    const table = await read(
      ['Name', '"City, Land; or | tab\t"', 'Bed'].join(mark) + '\n' + ['Ana', '"a,b;c|d\te"', '2'].join(mark) + '\n',
    );
    expect(table).toMatchObject({ separator: mark, rows: [{ line: 2, cells: ['Ana', 'a,b;c|d\te', '2'] }] });
  });
  it('is not misled by decimal commas, and heeds sep= and the option', async () => {
    expect(await read('a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n')).toMatchObject({ separator: ';' });
    expect(await read('sep=|\na|b\n1|2\n')).toMatchObject({ separator: '|', headers: ['a', 'b'], rows: [{ line: 3, cells: ['1', '2'] }] });
    expect(await read('a;b,c\n1;2,3\n', { separator: ',' })).toMatchObject({ headers: ['a;b', 'c'] });
    expect(await read('Name\nAna\n')).toMatchObject({ separator: ',', headers: ['Name'], rows: [{ line: 2, cells: ['Ana'] }] });
  });
});

describe('quotation marks and line numbers', () => {
  it('keeps the line of the file after cells with line breaks, whatever ends a line', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const table = await read(['Name,Note', `Ana,"one${end}two${end}${end}four"`, '', 'Bo,"said ""hi"""', ''].join(end));
      expect(table.rows).toEqual([
        { line: 2, cells: ['Ana', `one${end}two${end}${end}four`] },
        { line: 6, cells: [] },
        { line: 7, cells: ['Bo', 'said "hi"'] },
      ]);
    }
  });
  it('reports broken quotation marks by line and reads the rest', async () => {
    const table = await read('Name,City\nAna,"Bonn\nBo,"Graz"\nCy "Cyril" Day,Cork\nDi,"Oslo"x\nEd,Lyon\nFay,"Rome\n');
    expect(table.problems).toEqual([2, 4, 5, 7].map((line) => ({ line, code: 'interchange.quotes_broken', params: {} })));
    expect(table.rows).toEqual([
      { line: 3, cells: ['Bo', 'Graz'] },
      { line: 6, cells: ['Ed', 'Lyon'] },
    ]);
  });
  it('takes stray marks literally where tabs separate the cells', async () => {
    const table = await read('Name\tCity\nCy "Cyril" Day\tCork\nDi\t"Oslo\nEd\tLyon\n');
    expect(table.problems).toEqual([]);
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['Cy "Cyril" Day', 'Cork'],
      ['Di', '"Oslo'],
      ['Ed', 'Lyon'],
    ]);
  });
  it('reads a tab-separated file with many stray marks as one that does not quote', async () => {
    const table = await read('Name\tCity\n"Ana"\tBonn\n' + 'Cy "C" Day\tCork\n'.repeat(3000));
    expect(table.problems).toEqual([]);
    expect(table.rows.length).toBe(3001);
    expect(table.rows.slice(0, 2)).toEqual([
      { line: 2, cells: ['"Ana"', 'Bonn'] },
      { line: 3, cells: ['Cy "C" Day', 'Cork'] },
    ]);
  });
  it('gives up where most of the file is broken', async () => {
    expect(await refusal(bytesOf('Name,City\n' + 'Cy "C" Day,Cork\n'.repeat(readingLimits.brokenLines + 1)))).toBe(
      'The quotation marks do not match on more than 500 lines, first on line 2. Close every opened quotation mark, and double those inside a cell.',
    );
  });
  it('reports lines with more or fewer cells than the header', async () => {
    const table = await read('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n,,\n');
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', '2', '3'] },
      { line: 5, cells: ['1', '2', '3'] },
      { line: 6, cells: [] },
    ]);
    expect(table.problems).toEqual([
      { line: 3, code: 'interchange.row_too_short', params: { found: 2, expected: 3 } },
      { line: 4, code: 'interchange.row_too_long', params: { found: 4, expected: 3 } },
    ]);
  });
});

describe('headers', () => {
  it('are unique and never empty; blank lines above them are skipped', async () => {
    expect((await read('\n\nName,Note,,Note,\nAna,a,x,b,\n')).headers).toEqual(['Name', 'Note', 'Column 3', 'Note (2)']);
  });
});

describe('files that are no tables', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['an empty file', new Uint8Array(), 'a.csv', 'The file is empty. Choose a file with a header line and at least one row.'],
    ['blank lines only', bytesOf('\n \n,,\n'), 'a.csv', 'The file is empty. Choose a file with a header line and at least one row.'],
    [
      'a byte order mark only',
      bytesOf('', 'utf-8', true),
      'a.csv',
      'The file is empty. Choose a file with a header line and at least one row.',
    ],
    ['a header only', bytesOf('Name,City\n\n'), 'a.csv', 'The file has a header line but no rows. Add the rows and choose it again.'],
    [
      'a broken header',
      bytesOf('Na"me,City\nAna,Bonn\n'),
      'a.csv',
      'No header line was found. The first line with content must hold the names of the columns.',
    ],
    ['NUL bytes', bytesOf('Name,City\nA\0na,Bonn\n'), 'a.csv', 'a.csv is not a table. Save it as XLSX or CSV and choose that file.'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      'a.png',
      'a.png is not a table. Save it as XLSX or CSV and choose that file.',
    ],
    [
      'a web page named XLS',
      bytesOf('<html><table><tr><td>Name'),
      'a.xls',
      'a.xls is in the format HTML/XML, which cannot be read. Save it as XLSX or CSV and choose that file.',
    ],
    [
      'an old XLS',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'a.xls',
      'a.xls is in the format XLS, which cannot be read. Save it as XLSX or CSV and choose that file.',
    ],
  ])('refuses %s', async (_, bytes, fileName, sentence) => {
    expect(await refusal(bytes, { fileName })).toBe(sentence);
  });
  it('refuses 50 MB at once, with the limit', async () => {
    const sentence = 'This file is 50 MB; the limit is 20 MB. Remove pictures and unused sheets, or split it into several files.';
    expect(await refusal(new Uint8Array(50_000_000), { fileName: 'big.xlsx' })).toBe(sentence);
    expect(() => refuseTooLarge(50_000_000)).toThrow(new UnreadableFile('file_too_large', { size: 50, limit: 20 }));
    expect(() => refuseTooLarge(20_000_000)).not.toThrow();
  });
  it('refuses more rows or columns than the limits', async () => {
    await expect(readTable(bytesOf('a\n1\n2\n3\n'), { fileName: 'a.csv' }, { ...readingLimits, rows: 2 })).rejects.toThrow(
      new UnreadableFile('too_many_rows', { limit: 2 }),
    );
    await expect(readTable(bytesOf('a,b,c\n1,2,3\n'), { fileName: 'a.csv' }, { ...readingLimits, columns: 2 })).rejects.toThrow(
      new UnreadableFile('too_many_columns', { found: 3, limit: 2 }),
    );
  });
});

const twinTowns = new URL('../../../../../../shared/data/twin-towns/germany.tsv', import.meta.url);
(existsSync(twinTowns) ? describe : describe.skip)('real data: twin-towns/germany.tsv', () => {
  it('is read whole', async () => {
    const table = await readTable(new Uint8Array(await readFile(twinTowns)), { fileName: 'germany.tsv' });
    expect({
      encoding: table.encoding,
      separator: table.separator,
      columns: table.headers.length,
      rows: table.rows.length,
      problems: table.problems.length,
    }).toEqual({
      encoding: 'utf-8',
      separator: '\t',
      columns: 12,
      rows: 5681,
      problems: 0,
    });
  });
});
