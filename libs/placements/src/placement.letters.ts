// What a family hears from us about a placement. A letter names the guest by first name alone: who comes in full, with
// languages, food and allergies, stands behind the link. Under the Chatham House rule it names nobody, and of a closed delegation
// not even the delegation.
import type { Id, Interval, LocalDate } from '@amity/kernel';
import type { Letter } from '@amity/messages';
import { stayInWords } from './stay.words.js';

interface LetterFacts {
  readonly to: string;
  readonly family: string;
  /** Null where nobody is named. */
  readonly guestGivenName: string | null;
  readonly delegation: string | null;
  readonly nights: Interval<LocalDate>;
  /** The delegation whose guest it is. */
  readonly about: Id;
}

export function offerLetter(facts: LetterFacts & { readonly message: string | null; readonly url: string }): Letter {
  return {
    to: facts.to,
    about: facts.about,
    subject: `A guest for the ${facts.family} family${facts.guestGivenName ? `: ${facts.guestGivenName}` : ''}`,
    paragraphs: [
      `Dear ${facts.family} family,`,
      `We would love ${guestOf(facts)} to stay with you ${stayInWords(facts.nights)}.`,
      ...(facts.message ? [facts.message] : []),
      'Please have a look at who comes, and tell us yes or no. A no is fine too: the sooner we know, the better.',
    ],
    action: { label: 'See who comes and answer', url: facts.url },
  };
}

export function withdrawalLetter(facts: LetterFacts & { readonly wasAccepted: boolean }): Letter {
  return {
    to: facts.to,
    about: facts.about,
    subject: `${facts.guestGivenName ?? 'A guest'} will not stay with you`,
    paragraphs: [
      `Dear ${facts.family} family,`,
      `The stay of ${guestOf(facts)} ${stayInWords(facts.nights)} is cancelled. You need not do anything.`,
      facts.wasAccepted
        ? 'Thank you for having said yes. We know that you made room, and we are sorry for the change.'
        : 'Thank you for having your door open.',
    ],
  };
}

export function acceptanceLetter(facts: LetterFacts): Letter {
  return {
    to: facts.to,
    about: facts.about,
    subject: `Thank you: ${facts.guestGivenName ?? 'a guest'} stays with you`,
    paragraphs: [
      `Dear ${facts.family} family,`,
      `It is settled: ${guestOf(facts)} stays with you ${stayInWords(facts.nights)}.`,
      'We will write again with the arrival time. If anything changes at your home, call us at once; we will find another bed without fuss.',
    ],
  };
}

function guestOf({ guestGivenName, delegation }: LetterFacts): string {
  return `${guestGivenName ?? 'a guest'}${delegation === null ? '' : ` of “${delegation}”`}`;
}

/** Whether a text names somebody: one of the names as a word of its own, whatever its case and accents. */
export function mentions(text: string, names: readonly string[]): boolean {
  const words = ` ${folded(text)} `;
  return names.map(folded).some((name) => name !== '' && words.includes(` ${name} `));
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
