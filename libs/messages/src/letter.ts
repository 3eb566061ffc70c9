// A letter is written once and sent in two forms: plain text and simple HTML. Everything a person typed is escaped.
import type { Letter } from './messages.contract.js';

export function letterText(letter: Letter, signature: string): string {
  const action = letter.action ? [`${letter.action.label}:\n${letter.action.url}`] : [];
  return [...letter.paragraphs, ...action, signature].join('\n\n');
}

export function letterHtml(letter: Letter, signature: string): string {
  const paragraphs = letter.paragraphs.map((p) => `<p style="margin:0 0 16px">${escape(p)}</p>`).join('');
  const action = letter.action
    ? `<p style="margin:0 0 24px"><a href="${escape(letter.action.url)}" style="background:#1f5f8b;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none;display:inline-block">${escape(letter.action.label)}</a></p>`
    : '';
  return `<!doctype html><html lang="${escape(letter.language ?? 'en')}"><body style="font:16px/1.5 system-ui,sans-serif;color:#1d2126;max-width:34em;margin:0 auto;padding:24px"><h1 style="font-size:20px;margin:0 0 16px">${escape(letter.subject)}</h1>${paragraphs}${action}<p style="color:#5b6269;margin:0">${escape(signature)}</p></body></html>`;
}

/** The web addresses in a text; the punctuation of the sentence around them is not part of them. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map((m) => m[0].replace(/[.,;:!?)\]'’”]+$/, ''));
}

/** The same text with `…` for each web address: what was written stays, what it opened does not. Works on both forms of a letter. */
export function withoutLinks(text: string): string {
  return text.replace(/https?:\/\/[^\s<>"]+/g, '…');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
