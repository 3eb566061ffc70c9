import fc from 'fast-check';
import { letterHtml, letterText, linksIn, withoutLinks } from './letter.js';

const letter = {
  to: 'family@example.org',
  subject: 'Welcome',
  paragraphs: ['Dear family,', 'thank you.'],
  action: { label: 'Open', url: 'https://amity.test/p?a=1&b=2' },
};

describe('a letter', () => {
  it('is plain text with its address on a line of its own', () => {
    expect(letterText(letter, 'Harbor')).toBe('Dear family,\n\nthank you.\n\nOpen:\nhttps://amity.test/p?a=1&b=2\n\nHarbor');
    expect(letterText({ ...letter, action: undefined }, 'Harbor')).toBe('Dear family,\n\nthank you.\n\nHarbor');
  });

  it('gives its address back from its text', () => {
    expect(linksIn(letterText(letter, 'Harbor'))).toEqual(['https://amity.test/p?a=1&b=2']);
    expect(linksIn('See https://a.test/x. Or (http://b.test/y), please!')).toEqual(['https://a.test/x', 'http://b.test/y']);
    expect(linksIn('nothing, not even javascript:alert(1)')).toEqual([]);
  });

  it('keeps its words and loses its links', () => {
    expect(withoutLinks(letterText(letter, 'Harbor'))).toBe('Dear family,\n\nthank you.\n\nOpen:\n…\n\nHarbor');
    const html = letterHtml(letter, 'Harbor');
    expect(withoutLinks(html)).toBe(html.replace('https://amity.test/p?a=1&#38;b=2', '…'));
    const token = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-'), minLength: 43, maxLength: 43 });
    fc.assert(
      fc.property(token, (secret) => {
        const secretive = { ...letter, action: { label: 'Open', url: `https://amity.test/p/x#token=${secret}` } };
        expect(withoutLinks(letterText(secretive, 'H') + letterHtml(secretive, 'H'))).not.toContain(secret);
      }),
    );
  });

  it('is HTML in which nothing typed can become markup', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g);
    const plain = tags(letterHtml(letter, 'Harbor'));
    const nasty = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '=', ' ', '/', '`', '{', '\n') });
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (subject, paragraph, label, signature) => {
        const html = letterHtml({ ...letter, subject, paragraphs: [paragraph, 'x'], action: { label, url: letter.action.url } }, signature);
        expect(tags(html)).toEqual(plain);
      }),
    );
    expect(letterHtml({ ...letter, action: { label: 'x', url: '"onmouseover="x' }, language: '"><script>' }, 's')).not.toMatch(
      /"onmouse|<script/,
    );
  });

  it('says its language', () => {
    expect(letterHtml({ ...letter, language: 'ar' }, 's')).toContain('<html lang="ar">');
    expect(letterHtml(letter, 's')).toContain('<html lang="en">');
  });
});
