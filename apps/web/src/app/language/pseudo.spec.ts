import { pseudo, pseudoText } from './pseudo.js';

describe('the pseudo-locale', () => {
  it('marks a string from end to end and makes it longer', () => {
    expect(pseudoText('Sign in')).toBe('⟦Sígñ íñ··⟧');
  });

  it('leaves the names in braces alone', () => {
    expect(pseudoText('{{ done }} of {{ total }}')).toBe('⟦{{ done }} óf {{ total }}·····⟧');
  });

  it('reaches every depth', () => {
    expect(pseudo({ a: { b: 'x' } })).toEqual({ a: { b: '⟦x·⟧' } });
  });
});
