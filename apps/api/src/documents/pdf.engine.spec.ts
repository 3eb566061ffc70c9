import { PdfEngine, PdfError } from './pdf.engine.js';
import { arabicItinerary } from './testing/arabic-itinerary.js';
import { readPdf } from './testing/pdf-text.js';
import { sampleItinerary } from './testing/sample-itinerary.js';
import { sampleReport } from './testing/sample-report.js';

describe('PdfEngine', () => {
  const engine = new PdfEngine();
  const english = { title: 'Tateyama friendship visit', language: 'en', createdAt: '2026-05-02T10:00:00Z' };
  afterAll(() => engine.onModuleDestroy());

  it('writes a tagged PDF/UA-1 with title, language and date', async () => {
    const pdf = await engine.render('itinerary', sampleItinerary(), english);
    const { raw } = readPdf(pdf);
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/Lang \(en\)/);
    expect(raw).toMatch(/\/Title \(Tateyama friendship visit\)/);
    expect(raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(raw).toMatch(/\/CreationDate \(D:20260502/);
  });

  it('gives the same bytes for the same data', async () => {
    const first = await engine.render('itinerary', sampleItinerary(), english);
    await engine.render('itinerary', arabicItinerary(), { ...english, language: 'ar', direction: 'rtl' });
    const second = await engine.render('itinerary', sampleItinerary(), english);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('sets Latin, Arabic and Japanese in one booklet, with embedded fonts only', async () => {
    const { fonts, pages } = readPdf(await engine.render('itinerary', sampleItinerary(), english));
    expect(new Set(fonts.map((name) => name.split('-')[0]))).toEqual(new Set(['NotoSans', 'NotoSansArabic', 'NotoSansJP']));
    const contacts = pages[9] ?? '';
    expect(contacts).toContain('Ellen Whitcomb');
    expect(contacts).toContain('佐藤 健一'.slice(0, 2));
    expect([...'ليلى'].every((letter) => contacts.includes(letter))).toBe(true);
  });

  it('counts cover, overview, seven days, contacts and notes', async () => {
    const { pages } = readPdf(await engine.render('itinerary', sampleItinerary(), english));
    expect(pages.length).toBe(11);
    expect(pages[1]).toContain('2 of 11');
    expect(pages[10]).toContain('11 of 11');
  });

  it('reads right to left when told', async () => {
    const { raw } = readPdf(await engine.render('itinerary', arabicItinerary(), { ...english, language: 'ar', direction: 'rtl' }));
    expect(raw).toMatch(/\/Lang \(ar\)/);
    expect(raw).toMatch(/\/Direction \/R2L/);
  });

  it.each([
    '#eval("1 + 1")',
    '] #panic() [',
    '$ x^2 $ \\ alpha',
    '@label <tag>',
    '*bold* _italic_ `raw`',
    '= heading',
    '- item',
    '#import "/etc/passwd"',
    '"); drop',
    '// comment',
    '{page} of {pages}',
  ])('shows %s as it was typed', async (typed) => {
    const itinerary = sampleItinerary({ days: [], contacts: [], emergency: [], welcome: typed, reader: typed });
    const { pages } = readPdf(await engine.render('itinerary', itinerary, english));
    expect((pages[0] ?? '').replace(/\n/g, '')).toContain(typed);
    expect((pages[1] ?? '').replace(/\n/g, '')).toContain(typed);
  });

  it('prints all the same when no font has a letter, without the PDF/UA claim', async () => {
    const { raw, pages } = readPdf(await engine.render('itinerary', sampleItinerary({ reader: 'Kim 김 😀' }), english));
    expect(raw).not.toContain('pdfuaid');
    expect(raw).toMatch(/\/Marked true/);
    expect(pages[0]).toContain('Kim');
  });

  it('lets very long words break, so that they stay on the page', async () => {
    const word = 'x'.repeat(280);
    const { pages } = readPdf(await engine.render('itinerary', sampleItinerary({ reader: word }), english));
    expect((pages[0] ?? '').split('\n').filter((piece) => piece === 'x'.repeat(10)).length).toBeGreaterThan(20);
  });

  it('refuses data the template does not know', async () => {
    await expect(engine.render('itinerary', { ...sampleItinerary(), days: [{ heading: '', entries: [] }] }, english)).rejects.toThrow(
      /heading/,
    );
    await expect(engine.render('itinerary', sampleItinerary(), { title: '', language: 'en' })).rejects.toThrow(/title/);
  });

  it('writes the outcomes report: figures, withheld cells, caveat, hash', async () => {
    const { pages, raw } = readPdf(await engine.render('outcomes-report', sampleReport(), { title: 'Outcomes', language: 'en' }));
    expect(pages[0]).toContain('53 %');
    expect(pages[0]).toContain('n = 58');
    expect(pages[0]).toContain('These figures show change, not impact.');
    expect(pages[1]).toContain('<5: fewer than five people, withheld.');
    expect((pages.at(-1) ?? '').replace(/\n/g, '')).toContain('sha256:9f86d081');
    expect(raw.match(/\/S \/Figure/g)?.length).toBe(5);
    expect(raw).toMatch(/\/S \/TH\b/);
    expect(raw).not.toContain('CreationDate');
  });

  it('says so when its thread is gone before the document is done', async () => {
    const lost = expect(engine.render('itinerary', sampleItinerary(), english)).rejects.toThrow(PdfError);
    await engine.onModuleDestroy();
    await lost;
  });

  it('starts again after its thread was stopped', async () => {
    await engine.onModuleDestroy();
    expect((await engine.render('itinerary', sampleItinerary(), english)).length).toBeGreaterThan(10_000);
  });
});
