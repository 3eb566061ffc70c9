import fc from 'fast-check';
import { isOwnPath, OwnPath } from './own-path.js';

const ours = 'https://amity.example';

describe('where somebody goes on after signing in', () => {
  it('is on our website, whatever was asked for', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '\\',
        '//',
        '\t',
        '\n',
        '\r',
        '\0',
        '@',
        ':',
        '?',
        '#',
        '.',
        '..',
        'https:',
        'javascript:',
        'evil.example',
        '%2f',
      ),
      fc.string({ maxLength: 4 }),
    );
    const asked = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          asked,
          asked.map((path) => `/${path}`),
        ),
        (path) => {
          expect(new URL(OwnPath.parse(path), ours).origin).toBe(ours);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['/', true],
    ['/visits?week=20#monday', true],
    ['/a//b', true],
    ['', false],
    ['visits', false],
    ['//evil.example', false],
    ['/\\evil.example', false],
    ['/a\\b', false],
    ['/\t/evil.example', false],
    ['https://evil.example/', false],
    ['javascript:alert(1)', false],
  ])('%j: %s', (path, isOurs) => {
    expect([isOwnPath(path), OwnPath.parse(path)]).toEqual([isOurs, isOurs ? path : '/']);
  });

  it('is the first page when nothing, or nonsense, was asked for', () => {
    expect([undefined, null, 7, '/'.padEnd(2000, 'a')].map((path) => OwnPath.parse(path))).toEqual(['/', '/', '/', '/']);
  });
});
