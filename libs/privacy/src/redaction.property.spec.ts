import fc from 'fast-check';
import { redacted, withoutOthers, withoutOthersIn } from './redaction.js';

const names = ['Renée Müller', 'Sato Yuki', 'O’Neil'];
const filler = fc.stringMatching(/^[bcdfg ]{0,12}$/);

describe('an archive', () => {
  it('is rid of names, addresses and numbers of others, and keeps the person’s own', () => {
    const others = { names, own: ['ana@example.org', '+351 912 345 678'] };
    expect(withoutOthers('Sits with RENEE MULLER, call +1 (360) 555-0142 or write to renee@example.org by 2026-05-31.', others)).toBe(
      `Sits with ${redacted}, call ${redacted} or write to ${redacted} by 2026-05-31.`,
    );
    expect(withoutOthers('ana@example.org, +351912345678, Satomi', others)).toBe('ana@example.org, +351912345678, Satomi');
  });

  it('takes an address out whole, although a name stands in it, and a mark is never read as text', () => {
    const others = { names: ['Renata', 'Else', 'Okonkwo'], own: [] };
    expect(withoutOthers('mail renata@others.example, Else Okonkwo', others)).toBe(`mail ${redacted}, ${redacted} ${redacted}`);
  });

  it('never keeps a name, wherever it stands and however it is written', () =>
    fc.assert(
      fc.property(filler, fc.constantFrom(...names), fc.boolean(), filler, (before, name, isLoud, after) => {
        const written = isLoud ? name.toUpperCase() : name;
        const clean = withoutOthers(`${before} ${written}, ${after}`, { names, own: [] });
        expect(clean).toBe(`${before} ${redacted}, ${after}`);
        expect(withoutOthers(clean, { names, own: [] })).toBe(clean);
      }),
    ));

  it('keeps keys, numbers, ids and moments as they are, however deep', () => {
    const value = {
      id: '0193a000-0000-7000-8000-000000000001',
      at: '2026-05-03T10:00:00.000Z',
      list: [{ note: 'with Sato Yuki', nights: 4, none: null }],
    };
    expect(withoutOthersIn(value, { names, own: [] })).toEqual({ ...value, list: [{ note: `with ${redacted}`, nights: 4, none: null }] });
  });
});
