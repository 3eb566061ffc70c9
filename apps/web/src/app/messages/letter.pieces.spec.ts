import fc from 'fast-check';
import { linksIn } from '@amity/messages';
import { piecesOf } from './letter.pieces.js';

describe('the pieces of a letter', () => {
  it('are its words and its links, in order', () => {
    const text = 'Dear Ana,\n\nOpen:\nhttps://amity.test/p/a\n\nor https://amity.test/p/a. Harbor';
    expect(piecesOf({ text, links: linksIn(text) })).toEqual([
      { text: 'Dear Ana,\n\nOpen:\n', isLink: false },
      { text: 'https://amity.test/p/a', isLink: true },
      { text: '\n\nor ', isLink: false },
      { text: 'https://amity.test/p/a', isLink: true },
      { text: '. Harbor', isLink: false },
    ]);
  });

  it('are the whole text, whatever stands in it', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('https://a.test/x', 'http://b.test', ' ', '.', '\n'));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        const pieces = piecesOf({ text, links: linksIn(text) });
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.filter(({ isLink }) => isLink).map((piece) => piece.text)).toEqual(linksIn(text));
      }),
    );
  });
});
