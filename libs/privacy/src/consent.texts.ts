// The words an organization begins with, in plain language and one thing each. It may release editions of its own; these stay edition 1.
import type { ConsentPurpose, ConsentText } from './consent.contract.js';

const english: Readonly<Record<ConsentPurpose, string>> = {
  participation: 'I want to take part in this exchange, and my name and contact details may be used to organize it.',
  survey:
    'You may send me short surveys about this exchange. I may skip any question, and results are shown only for groups of five or more.',
  follow_up: 'You may write to me after the exchange, to ask how things went on and to tell me about meetings.',
  photo: 'Photos and videos in which I can be recognized may be shown by the organization and its partner.',
  quote: 'You may quote what I said or wrote about the exchange, with my first name, after showing me the quotation.',
  partner_sharing:
    'You may share my name, language, meals and arrival with the partner organization in the other city, so that it can receive me.',
  transfer: 'My data may be sent to the partner’s country, where the law may protect them less than at home.',
};

export const defaultConsentTexts: readonly ConsentText[] = Object.entries(english).map(([purpose, text]) => ({
  purpose: purpose as ConsentPurpose, // the keys of the record above
  language: 'en',
  edition: 1,
  text,
}));
