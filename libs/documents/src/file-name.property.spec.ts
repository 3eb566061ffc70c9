import fc from 'fast-check';
import { contentDisposition, safeFileName } from './file-name.js';

const anything = fc.string({ unit: 'binary', maxLength: 300 });

describe('file names, whatever was typed', () => {
  it('never carry a path, a control character, a reserved name or an outer dot', () => {
    fc.assert(
      fc.property(anything, (stem) => {
        const name = safeFileName(stem, 'pdf');
        expect(name).toMatch(/^[^\p{Cc}\p{Cf}<>:"/\\|?*.\s][^\p{Cc}\p{Cf}<>:"/\\|?*]*\.pdf$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*\./i);
        expect(Buffer.byteLength(name)).toBeLessThan(500);
      }),
    );
  });

  it('do not change when made safe a second time', () => {
    fc.assert(
      fc.property(anything, (stem) => {
        const name = safeFileName(stem, 'pdf');
        expect(safeFileName(name.slice(0, -4), 'pdf')).toBe(name);
      }),
    );
  });

  it('stay inside their header and decode to what was meant', () => {
    fc.assert(
      fc.property(anything, (stem) => {
        const name = safeFileName(stem, 'xlsx');
        const header = contentDisposition('attachment', name);
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"(; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+)?$/);
        const encoded = /filename\*=UTF-8''(.*)$/.exec(header)?.[1];
        const plain = /filename="([^"]*)"/.exec(header)?.[1];
        expect(encoded === undefined ? plain : decodeURIComponent(encoded)).toBe(name);
      }),
    );
  });
});
