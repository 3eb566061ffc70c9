import { contentDisposition, safeFileName } from './file-name.js';

describe('safeFileName', () => {
  it.each([
    ['Tateyama visit, May 2026', 'Tateyama visit, May 2026.pdf'],
    ['館山市 訪問', '館山市 訪問.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['a\r\nSet-Cookie: x', 'a Set-Cookie x.pdf'],
    ['CON', '_CON.pdf'],
    ['aux.2026', '_aux.2026.pdf'],
    ['report\u202Efdp', 'report fdp.pdf'],
    [' . ', 'document.pdf'],
    ['', 'document.pdf'],
  ])('%j → %j', (stem, expected) => expect(safeFileName(stem, 'pdf')).toBe(expected));

  it('takes plain extensions only', () => expect(() => safeFileName('a', 'p/df')).toThrow(RangeError));
});

describe('contentDisposition', () => {
  it('keeps plain names plain', () => {
    expect(contentDisposition('attachment', 'Itinerary 3.pdf')).toBe('attachment; filename="Itinerary 3.pdf"');
  });
  it('gives both forms of any other name', () => {
    expect(contentDisposition('inline', 'Besuch Köln (Mai).pdf')).toBe(
      'inline; filename="Besuch Koln (Mai).pdf"; filename*=UTF-8\'\'Besuch%20K%C3%B6ln%20%28Mai%29.pdf',
    );
    expect(contentDisposition('attachment', '館山.pdf')).toBe('attachment; filename="_.pdf"; filename*=UTF-8\'\'%E9%A4%A8%E5%B1%B1.pdf');
  });
});
