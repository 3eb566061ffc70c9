// What a delegate is written about a survey: what it is for, how long it takes, what happens with the answers.
import type { Id, LocalDate } from '@amity/kernel';
import type { Letter } from '@amity/messages';

export interface SurveyLetterFacts {
  /** The delegation, whose names only some may read. */
  readonly about: Id;
  readonly email: string;
  readonly name: string;
  readonly organization: string;
  readonly delegation: string;
  readonly survey: string;
  readonly itemCount: number;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly url: string;
}

const promise =
  'The link is yours alone and can be used once. Results are shown only for groups of five people or more, never with a name.';

export function invitationLetter(facts: SurveyLetterFacts, today: LocalDate): Letter {
  const from = today < facts.opensOn ? `from ${longDay(facts.opensOn)} ` : '';
  return {
    to: facts.email,
    about: facts.about,
    subject: `${facts.delegation}: ${facts.itemCount} ${facts.itemCount === 1 ? 'question' : 'questions'} for you`,
    paragraphs: [
      `Dear ${facts.name},`,
      `${facts.organization} would like to know what the exchange changed for you. ${minutes(facts.itemCount)}, on a phone as well. You can answer ${from}until ${longDay(facts.closesOn)}.`,
      promise,
    ],
    action: { label: 'Answer the questions', url: facts.url },
  };
}

export function reminderLetter(facts: SurveyLetterFacts): Letter {
  return {
    to: facts.email,
    about: facts.about,
    subject: `Still time to answer: ${facts.delegation}`,
    paragraphs: [
      `Dear ${facts.name},`,
      `your answers would help ${facts.organization} to make the next exchange better. ${minutes(facts.itemCount)}, and there is time until ${longDay(facts.closesOn)}.`,
      'If you have answered already, thank you: nothing is left to do. We do not look who has.',
      promise,
    ],
    action: { label: 'Answer the questions', url: facts.url },
  };
}

/** A scale item takes some ten seconds; nobody is told less than a minute. */
function minutes(items: number): string {
  const rounded = Math.max(1, Math.ceil(items / 5));
  return rounded === 1 ? 'It takes about a minute' : `It takes about ${rounded} minutes`;
}

export function longDay(day: LocalDate): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
