import fc from 'fast-check';
import { foldedName } from '@amity/people';
import { poolFor } from './pseudonym.pools.js';
import { mayLeaveToPartners, type Naming, pseudonymFor, wordsOf } from './pseudonym.rules.js';
import { Renaming } from './renaming.rules.js';

const name = fc.constantFrom('Maria', 'José', "O'Neil", 'Anne-Marie', 'van der Berg', 'Zöbelberg', '由紀', 'Costa', 'Emily');
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const naming: fc.Arbitrary<Naming> = fc.record({
  givenName: name,
  familyName: fc.oneof(fc.constant(''), name),
  nativeName: orNull(fc.constantFrom('佐藤 由紀', '김민수', 'ليلى حداد', 'Олена', 'Ελένη', '李芳')),
  email: orNull(fc.constantFrom('maria@silva.example', 'x.y@mail.example')),
  phone: orNull(fc.constantFrom('+351 912 345 678', '555-0142', '12', '+1 (360) 555 0142')),
  birthDate: orNull(fc.constantFrom('1980-01-01', '2010-12-31', '2008-02-29', '1999-11-30')),
  worksAt: orNull(fc.constantFrom('City Hall', 'Museum of the city')),
});
const hints = fc.record({
  nameOrder: fc.constantFrom('given_first' as const, 'family_first' as const),
  countryCode: orNull(fc.constantFrom('PT', 'JP', 'US', 'EG', 'UA', 'KR', 'CN', 'FR', 'DE', 'KE')),
  salutation: orNull(fc.constantFrom('Mr.', 'Dr.', 'Frau')),
  gender: orNull(fc.constantFrom('female', 'male', 'other')),
  domains: fc.constant(['post.example', 'mail.example']),
});
const rolls = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
const diceOf = (list: readonly number[]) => {
  let at = 0;
  return (below: number) => (list[at++ % list.length] ?? 0) % below;
};
const filled = (one: Naming) => Object.entries(one).map(([key, value]) => [key, value !== null && value !== '']);

describe('a pseudonym', () => {
  it('fills the fields that were filled, and no other', () => {
    fc.assert(
      fc.property(naming, hints, rolls, (real, known, list) => {
        expect(filled(pseudonymFor(real, known, () => false, diceOf(list)))).toEqual(filled(real));
      }),
    );
  });

  it('has no word of the real name, no address, number or workplace of theirs', () => {
    fc.assert(
      fc.property(naming, hints, rolls, (real, known, list) => {
        const alias = pseudonymFor(real, known, () => false, diceOf(list));
        expect(wordsOf(alias).filter((word) => wordsOf(real).includes(word))).toEqual([]);
        for (const field of ['email', 'phone', 'worksAt'] as const) if (real[field] !== null) expect(alias[field]).not.toBe(real[field]);
        expect(alias.phone?.replace(/\d/g, '0')).toBe(real.phone?.replace(/\d/g, '0'));
      }),
      { numRuns: 10_000 },
    );
  });

  it('makes nobody older, and leaves the year of birth', () => {
    fc.assert(
      fc.property(naming, hints, rolls, (real, known, list) => {
        const { birthDate } = pseudonymFor(real, known, () => false, diceOf(list));
        if (real.birthDate === null || birthDate === null) return;
        expect([birthDate >= real.birthDate, birthDate.slice(0, 4)]).toEqual([true, real.birthDate.slice(0, 4)]);
      }),
    );
  });

  it('is nobody’s name on the list while there is another one', () => {
    fc.assert(
      fc.property(naming, hints, fc.nat(), (real, known, seed) => {
        let [first, state] = ['', seed];
        const dice = (below: number) => (state = (state * 48_271 + 11) % 2_147_483_647) % below;
        const isTaken = (folded: string) => folded === (first ||= folded);
        const alias = pseudonymFor(real, known, isTaken, dice);
        expect(foldedName(alias.givenName, alias.familyName)).not.toBe(first);
      }),
    );
  });

  it('has no part of the name in its own script', () => {
    const real = { givenName: 'Maria', familyName: 'Maria', nativeName: 'Олена', email: null, phone: null, birthDate: null, worksAt: null };
    fc.assert(
      fc.property(hints, rolls, (known, list) => {
        expect(pseudonymFor(real, known, () => false, diceOf(list)).nativeName).not.toContain('Олена');
      }),
    );
  });

  it('comes from where the person does', () => {
    const alias = pseudonymFor(
      { givenName: 'Yuki', familyName: 'Sato', nativeName: '佐藤 由紀', email: null, phone: null, birthDate: null, worksAt: null },
      { nameOrder: 'family_first', countryCode: 'JP', salutation: null, gender: 'male', domains: ['x.example'] },
      () => false,
      () => 0,
    );
    expect([alias.familyName, alias.givenName, alias.nativeName]).toEqual(['Tanaka', 'Takashi', '田中 隆']);
    expect(poolFor(null, 'ليلى')).toBe(poolFor('EG', null));
  });
});

describe('a renaming', () => {
  it('leaves nothing of the real name where it is about the person, and changes nothing the second time', () => {
    fc.assert(
      fc.property(naming, hints, rolls, fc.constantFrom('near' as const, 'own' as const), (real, known, list, how) => {
        const alias = pseudonymFor(real, known, () => false, diceOf(list));
        const renaming = new Renaming(real, alias);
        fc.pre(real.phone !== '12'); // too short to be told from any other number
        const text = `Meet ${real.givenName} ${real.familyName}, ${real.email ?? '-'}, ${real.phone ?? '-'}; ${real.nativeName ?? '-'}. Ask ${real.givenName}.`;
        const renamed = renaming.text(text, how);
        for (const part of [real.email, real.nativeName, real.phone, real.givenName])
          if (part !== null) expect(renamed).not.toContain(part);
        expect(renaming.text(renamed, how)).toBe(renamed);
      }),
      { numRuns: 10_000 },
    );
  });

  it('changes only texts that hold one of its needles', () => {
    fc.assert(
      fc.property(naming, hints, rolls, fc.lorem(), (real, known, list, text) => {
        const renaming = new Renaming(
          real,
          pseudonymFor(real, known, () => false, diceOf(list)),
        );
        for (const some of [text, `${text} ${real.givenName} ${real.familyName}`, JSON.stringify(real)]) {
          const folded = some.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
          if (renaming.text(some, 'own') !== some) expect(renaming.needles.some((needle) => folded.includes(needle))).toBe(true);
        }
      }),
    );
  });
});

describe('what may leave to partners', () => {
  it('is whoever is known not to be protected', () => {
    expect([true, false, undefined].map((isProtected) => mayLeaveToPartners({ isProtected }))).toEqual([false, true, false]);
  });
});
