import fc from 'fast-check';
import { readCode, recoveryAlphabet, recoveryLetters, writeRecoveryCode } from './codes.js';

const numbers = fc.uint8Array({ minLength: recoveryLetters, maxLength: recoveryLetters });

describe('codes that people type', () => {
  it('are read however they are spaced, hyphenated and capitalized', () => {
    expect([readCode('123456'), readCode(' 123 456 '), readCode('123-456')]).toEqual(Array(3).fill({ kind: 'app', digits: '123456' }));
    fc.assert(
      fc.property(numbers, fc.constantFrom('-', ' ', ''), fc.boolean(), (random, gap, capital) => {
        const code = writeRecoveryCode(random);
        const typed = code.replaceAll('-', gap);
        expect(readCode(capital ? typed.toUpperCase() : typed)).toEqual({ kind: 'recovery', letters: code.replaceAll('-', '') });
      }),
    );
  });

  it('are read although letters were taken for digits', () => {
    expect(readCode('OIl00-00000-00000')).toEqual({ kind: 'recovery', letters: '011000000000000' });
  });

  it('are neither when they are too short, too long or have other signs', () => {
    for (const typed of ['', '12345', '1234567', '12345a', 'k3m9x-2v7qd', 'k3m9x-2v7qd-0hp4tt', 'k3m9x-2v7qd-0hp4u', '１２３４５６'])
      expect([typed, readCode(typed)]).toEqual([typed, null]);
    fc.assert(fc.property(fc.string(), (typed) => ['app', 'recovery', undefined].includes(readCode(typed)?.kind)));
  });

  it('are written with three groups of five letters that cannot be mistaken, one code for each five bits', () => {
    fc.assert(
      fc.property(numbers, (random) => {
        const code = writeRecoveryCode(random);
        expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{5}-){2}[0-9a-hjkmnp-tv-z]{5}$/);
        expect([...code.replaceAll('-', '')].map((letter) => recoveryAlphabet.indexOf(letter))).toEqual([...random].map((n) => n % 32));
      }),
    );
  });
});
