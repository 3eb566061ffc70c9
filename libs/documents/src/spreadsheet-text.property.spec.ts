import fc from 'fast-check';
import { MAX_CELL_CHARACTERS, neutralizeFormula, sheetName, workbookText } from './spreadsheet-text.js';

const anything = fc.string({ unit: 'binary', maxLength: 80 });
const dangerous = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠');

describe('neutralizeFormula', () => {
  it('puts an apostrophe before every formula start and nothing else anywhere', () => {
    fc.assert(fc.property(dangerous, anything, (start, rest) => expect(neutralizeFormula(start + rest)).toBe(`'${start}${rest}`)));
    fc.assert(
      fc.property(anything, (text) => {
        const safe = neutralizeFormula(text);
        expect(/^[=+\-@\t\r\n＝＋－＠]/u.test(safe)).toBe(false);
        expect(safe.endsWith(text)).toBe(true);
        expect(neutralizeFormula(safe)).toBe(safe);
      }),
    );
  });
});

describe('workbookText', () => {
  it('never leaves a character that ends the element or that XML cannot hold', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const xml = workbookText(text);
        expect(xml).not.toMatch(/[<>"\r]|&(?!(amp|lt|gt|quot);)|(?![\t\n])\p{Cc}|[\uD800-\uDFFF\uFFFE\uFFFF]/u);
      }),
    );
  });
  it('leaves ordinary words alone and cuts at the limit of a cell', () => {
    expect(workbookText('Tateyama 館山 – ليلى')).toBe('Tateyama 館山 – ليلى');
    expect(workbookText('a_x0041_b & <c>')).toBe('a_x005F_x0041_b &amp; &lt;c&gt;');
    expect(workbookText('x'.repeat(40_000)).length).toBe(MAX_CELL_CHARACTERS);
  });
});

describe('sheetName', () => {
  it('is always valid and new', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (wanted) => {
        const taken: string[] = [];
        for (const name of wanted) taken.push(sheetName(name, taken));
        expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(wanted.length);
        for (const name of taken) {
          expect(name).toMatch(/^[^\p{Cc}[\]:*?/\\]{1,31}$/u);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/^'|'$/);
        }
      }),
    );
  });
});
