import fc from 'fast-check';
import { DomainError, fill, kernelErrors } from './errors.js';

describe('refusals', () => {
  it('fill the names of their sentence, and leave a name without a value visible', () => {
    expect(fill('This {what} is {from} and cannot become {to}.', { what: 'visit', from: 'planned' })).toBe(
      'This visit is planned and cannot become {to}.',
    );
  });

  it('never read a name from anywhere but the given values', () => {
    expect(fill('{constructor} {toString} {__proto__}', {})).toBe('{constructor} {toString} {__proto__}');
  });

  it('put values in as they are, even ones that look like names or patterns', () => {
    fc.assert(fc.property(fc.string(), (value) => fill('<{a}>', { a: value }) === `<${value}>`));
    expect(fill('{a}{b}', { a: '{b}', b: '$&' })).toBe('{b}$&');
  });

  it('say code and values in the log', () => {
    expect(new DomainError('kernel.unknown', { what: 'visit' }).message).toBe('kernel.unknown {"what":"visit"}');
  });

  it('have sentences that begin with a capital and end with a period', () => {
    expect(Object.entries(kernelErrors).filter(([, { en }]) => !/^[A-Z].*(\.|\})$/.test(en))).toEqual([]);
  });
});
