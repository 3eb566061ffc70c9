// A letter is shown as the text it is; only the addresses the api found in it become links.
import type { OutboxMessage } from '@amity/messages';

export interface Piece {
  readonly text: string;
  readonly isLink: boolean;
}

/** The text in order, cut at its links; put together again it is the text. */
export function piecesOf({ text, links }: Pick<OutboxMessage, 'links'> & { readonly text: string }): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const link of links) {
    const start = text.indexOf(link, at);
    if (start < 0) continue;
    pieces.push({ text: text.slice(at, start), isLink: false }, { text: link, isLink: true });
    at = start + link.length;
  }
  return [...pieces, { text: text.slice(at), isLink: false }].filter(({ text: part }) => part !== '');
}
