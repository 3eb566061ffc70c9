import fc from 'fast-check';
import { weaknessOf } from './password.rules.js';

const ada = { name: 'Ada Müller-Lovelace', email: 'a.byron@engines.example' };

describe('a password', () => {
  it('is refused when it is short, common, or says who its owner is', () => {
    const passwords = [
      'elevenchars',
      '🦜🦜🦜🦜🦜🦜',
      'Password 1234',
      'q1w2e3r4t5y6',
      'aaaaaaaaaaaaaaa',
      'abcabcabcabcabc',
      '!!!!!!!!!!!!!!!!',
      'my name is lovelace',
      'MULLER.LOVELACE.99',
      'l-o-v-e-l-a-c-e 77',
      'byron forever and ever',
      'working on engines daily',
    ];
    expect(passwords.map((password) => weaknessOf(password, ada))).toEqual([
      'short',
      'short',
      'common',
      'common',
      'common',
      'common',
      'common',
      'personal',
      'personal',
      'personal',
      'personal',
      'personal',
    ]);
  });

  it('is taken when it is a sentence of one’s own, in any script', () => {
    for (const password of [
      'correct horse battery',
      'a long way between two cities',
      'зелёные фонари у реки',
      '川辺の灯りが三つ見える夜です',
    ])
      expect([password, weaknessOf(password, ada)]).toEqual([password, null]);
  });

  it('never gets better by being shorter, and never passes with the whole name or address in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 11 }), (text) => [...text].length >= 12 || weaknessOf(text, ada) === 'short'),
    );
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => weaknessOf(`${a} ada müller-lovelace ${b}`, ada) !== null));
    fc.assert(fc.property(fc.string(), (a) => weaknessOf(`${a}a.byron@engines.example`, ada) !== null));
  });

  it('is not held against names too short to mean anything', () => {
    expect(weaknessOf('canada has many lakes', ada)).toBe(null);
    expect(weaknessOf('bright lanterns above', { name: 'Bo Li', email: 'x@y.example' })).toBe(null);
  });
});
