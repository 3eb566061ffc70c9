import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { PdfEngine } from './pdf.engine.js';
import { readPdf } from './testing/pdf-text.js';
import { sampleItinerary } from './testing/sample-itinerary.js';

const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '');
const markup = fc.string({ unit: fc.constantFrom(...'#$*_`@<>[](){}\\/"=-+~^&%;:,.!?|\'abc 123'), minLength: 1, maxLength: 60 });

describe('PdfEngine, whatever was typed', () => {
  const engine = new PdfEngine();
  beforeAll(() => Logger.overrideLogger(false)); // letters without a font are expected here
  afterAll(() => engine.onModuleDestroy());

  it('always gives a tagged booklet', async () => {
    await fc.assert(
      fc.asyncProperty(anything, anything, fc.constantFrom('ltr' as const, 'rtl' as const), async (title, note, direction) => {
        const [day] = sampleItinerary().days;
        const itinerary = sampleItinerary({
          title,
          welcome: note,
          days: day === undefined ? [] : [{ ...day, heading: title, notes: note }],
        });
        const pdf = Buffer.from(await engine.render('itinerary', itinerary, { title: 'Any', language: 'en-12', direction }));
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
        expect(pdf.includes('/Marked true')).toBe(true);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('shows markup signs as they were typed', async () => {
    const solid = (text: string) => text.replace(/\s/g, '');
    await fc.assert(
      fc.asyncProperty(
        markup.map((text) => text.replace(/\S{20}/g, '$& ')),
        async (typed) => {
          const pdf = await engine.render('itinerary', sampleItinerary({ days: [], reader: `>>${typed}<<` }), {
            title: 'Any',
            language: 'en',
          });
          expect(solid(readPdf(pdf).pages[0] ?? '')).toContain(solid(`>>${typed}<<`));
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
