import type { LocalDate } from '@amity/kernel';
import type { Letter } from '@amity/messages';
import type { RequestKind } from '@amity/privacy';

interface Facts {
  readonly to: string;
  readonly kind: RequestKind;
  readonly what: 'extended' | 'answered' | 'refused';
  readonly words: string;
  readonly due: LocalDate;
}

const asked: Readonly<Record<RequestKind, string>> = {
  access: 'to see the data we hold about you',
  rectification: 'to have your data put right',
  erasure: 'to have your data erased',
  portability: 'to take your data with you',
};

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** What the person hears about their request; the refusal says where to turn. */
export function requestLetter({ to, kind, what, words, due }: Facts): Letter {
  const news = {
    extended: `We need more time: you will have our answer by ${day.format(new Date(`${due}T00:00:00Z`))}. The reason:`,
    answered: 'We have done so. In our words:',
    refused: 'We cannot do this. The reason:',
  }[what];
  const next = what === 'refused' ? ['If you do not agree, you may complain to your data protection authority, or go to court.'] : [];
  return { to, subject: `Your request ${asked[kind]}`, paragraphs: [`You asked ${asked[kind]}.`, news, words, ...next] };
}
