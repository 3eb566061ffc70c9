// The letters that let somebody in. Tokens travel behind `#`, which no server and no scanner of mail sees in its logs; and opening
// the link changes nothing yet, so a scanner that opens it burns nothing.
import type { AccessLetter } from './letter-box.js';

export function invitationLetter(
  to: string,
  facts: { organization: string; invitedBy: string; publicUrl: string },
  token: string,
): AccessLetter {
  return {
    to,
    subject: `${facts.invitedBy} invites you to ${facts.organization}`,
    paragraphs: [
      'Hello,',
      `${facts.invitedBy} would like you to work with ${facts.organization} in Amity, where its exchanges are planned.`,
      'The link is yours alone and good for seven days. If you do not know what this is about, do nothing, and nothing happens.',
    ],
    action: { label: 'Open the invitation', url: `${facts.publicUrl}/p/invitation#token=${token}` },
    confidential: true,
  };
}

export function magicLinkLetter(to: string, facts: { organization: string; name: string; publicUrl: string }, token: string): AccessLetter {
  return {
    to,
    subject: `Your link to sign in to ${facts.organization}`,
    paragraphs: [
      `Hello ${facts.name},`,
      'here is your link to sign in. It can be used once, within fifteen minutes, on any device.',
      'If you did not ask for it, do nothing: nobody was let in.',
    ],
    action: { label: 'Sign in', url: `${facts.publicUrl}/p/magic-link#token=${token}` },
    confidential: true,
  };
}
