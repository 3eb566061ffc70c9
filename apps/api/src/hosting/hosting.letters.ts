// The letters a host family gets. Tokens travel behind `#`, which no server and no scanner of mail sees in its logs.
import type { Letter } from '@amity/messages';

interface To {
  readonly email: string;
  readonly givenName: string;
  readonly organization: string;
  /** Where the organization's public pages begin, for example `https://amity.example/p/harbor-city`. */
  readonly pages: string;
}

export function confirmationLetter({ email, givenName, organization, pages }: To, token: string): Letter {
  return {
    to: email,
    subject: `Please confirm your sign-up with ${organization}`,
    paragraphs: [
      `Hello ${givenName},`,
      `thank you for opening your home. One step is left: tell us that this address is yours. Then your sign-up goes to the coordinators of ${organization}.`,
      'The link is good for seven days. If you did not sign up, do nothing, and nothing happens.',
    ],
    action: { label: 'Confirm our sign-up', url: `${pages}/host/confirm#token=${token}` },
  };
}

export function alreadySignedUpLetter({ email, givenName, organization, pages }: To, token: string): Letter {
  return {
    to: email,
    subject: `You are already signed up with ${organization}`,
    paragraphs: [
      `Hello ${givenName},`,
      `somebody just signed up as a host family with this address. Your family is on our list already, so there is nothing to confirm and nothing was changed.`,
      'To change your dates, beds or pets, open your family’s page.',
    ],
    action: { label: 'Open our page', url: `${pages}/host/home#token=${token}` },
  };
}

export function thanksLetter({ email, givenName, organization, pages }: To, token: string): Letter {
  return {
    to: email,
    subject: `Thank you: ${organization} has your sign-up`,
    paragraphs: [
      `Hello ${givenName},`,
      'your sign-up is with our coordinators now. One of us will call you to arrange a visit to your home. Nobody stays with you before you have said yes to that guest.',
      'On your family’s page you see how far we are, and you can change your dates, beds and pets at any time. Keep this letter: the link is yours alone.',
    ],
    action: { label: 'Open our page', url: `${pages}/host/home#token=${token}` },
  };
}

export function resumeLetter({ email, givenName, organization, pages }: To, token: string): Letter {
  return {
    to: email,
    subject: `Go on with your sign-up with ${organization}`,
    paragraphs: [
      givenName ? `Hello ${givenName},` : 'Hello,',
      'here is the link to your sign-up as a host family. Everything you wrote so far is kept for sixty days.',
      'If you did not ask for this, do nothing.',
    ],
    action: { label: 'Go on', url: `${pages}/host#token=${token}` },
  };
}
