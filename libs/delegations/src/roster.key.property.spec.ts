import { foldedName } from '@amity/people';
import fc from 'fast-check';
import { rosterKey } from './roster.key.js';

const name = fc.stringMatching(/^[A-Za-zÀ-ÖÙ-öù-ÿ]{1,12}$/);
const birthDate = fc.option(
  fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)),
);
const noisy = (text: string): string => text.normalize('NFD').toUpperCase();

describe('the roster key', () => {
  it('is the address and the given name when there is an address, however both are typed', () => {
    fc.assert(
      fc.property(name, name, name, birthDate, (given, family, other, born) => {
        fc.pre(!/[ßÿ]/.test(given));
        const key = rosterKey({ email: 'maria@example.org', givenName: given, familyName: family, birthDate: born });
        expect(rosterKey({ email: ' Maria@Example.ORG', givenName: noisy(given), familyName: other })).toBe(key);
      }),
    );
  });

  it('tells brothers and sisters under one address apart', () => {
    fc.assert(
      fc.property(name, name, name, (one, other, familyName) => {
        fc.pre(foldedName(one, '') !== foldedName(other, ''));
        const key = (givenName: string): string => rosterKey({ email: 'parents@example.org', givenName, familyName });
        expect(key(one)).not.toBe(key(other));
      }),
    );
  });

  it('does not change with case and composition of the name', () => {
    fc.assert(
      fc.property(name, name, birthDate, (givenName, familyName, born) => {
        fc.pre(!/[ßÿ]/.test(givenName + familyName));
        expect(rosterKey({ givenName: noisy(givenName), familyName: noisy(familyName), birthDate: born })).toBe(
          rosterKey({ givenName, familyName, birthDate: born }),
        );
      }),
    );
  });

  it('tells two birth dates of one name apart, and never meets a key by address', () => {
    fc.assert(
      fc.property(name, name, birthDate, birthDate, (givenName, familyName, one, other) => {
        fc.pre(one !== other);
        const key = rosterKey({ givenName, familyName, birthDate: one });
        expect(key).not.toBe(rosterKey({ givenName, familyName, birthDate: other }));
        expect(key.startsWith('email:')).toBe(false);
      }),
    );
  });
});
