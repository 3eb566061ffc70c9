import fc from 'fast-check';
import { endingStates, GivingBack, objectionToEnding, restored } from './ending.rules.js';
import type { Naming } from './pseudonym.rules.js';

const account = fc.constantFrom('ada', 'ben', 'eve');
const request = fc.record({ state: fc.constantFrom(...endingStates.states), requestedBy: account });
const word = fc.string({ unit: fc.constantFrom(...'abcde '), minLength: 1, maxLength: 6 });
const optional = fc.option(word);
const naming: fc.Arbitrary<Naming> = fc.record({
  givenName: word,
  familyName: word,
  nativeName: optional,
  email: optional,
  phone: optional,
  birthDate: optional,
  worksAt: optional,
});

describe('the end of a protection', () => {
  it('is never decided by whoever asked, and only once', () => {
    fc.assert(
      fc.property(request, account, (asked, by) => {
        const may = objectionToEnding(asked, by) === null;
        expect(may).toBe(asked.state === 'requested' && asked.requestedBy !== by);
      }),
    );
    expect(endingStates.states.filter((state) => endingStates.allows(state, 'ended'))).toEqual(['requested']);
  });

  it('brings back exactly what was sealed, when nobody touched the record', () => {
    fc.assert(fc.property(naming, naming, (real, alias) => expect(restored(alias, { real, alias })).toEqual(real)));
  });

  it('keeps what was told meanwhile, and never a pseudonym', () => {
    fc.assert(
      fc.property(naming, naming, naming, (now, real, alias) => {
        const after = restored(now, { real, alias });
        expect([after.givenName, after.familyName, after.nativeName]).toEqual([real.givenName, real.familyName, real.nativeName]);
        for (const field of ['email', 'phone', 'birthDate', 'worksAt'] as const)
          expect(after[field]).toBe(now[field] === alias[field] ? real[field] : now[field]);
      }),
    );
  });

  it('gives an address back where a field is nothing else, and leaves every text', () => {
    const real: Naming = { ...nobody, email: 'gwen@thorn.example', phone: '+49 30 1234567' };
    const alias: Naming = { ...nobody, givenName: 'Eva', email: 'eva@post.example', phone: '+49 30 7654321' };
    const back = new GivingBack(real, alias);
    expect([back.value('eva@post.example', 'near'), back.value('+49 30 7654321', 'own')]).toEqual([real.email, real.phone]);
    expect(back.value('eva@post.example', 'anywhere')).toBe('eva@post.example');
    fc.assert(
      fc.property(word, (more) => {
        for (const text of [`eva@post.example${more}x`, `x${more}+49 30 7654321`, 'Eva', more]) expect(back.value(text, 'near')).toBe(text);
      }),
    );
    const inside = { to: 'eva@post.example' };
    expect(back.value(inside, 'near')).toBe(inside);
  });
});

const nobody: Naming = { givenName: 'Gwen', familyName: '', nativeName: null, email: null, phone: null, birthDate: null, worksAt: null };
