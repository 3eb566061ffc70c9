// A passkey in the pocket of the page's visitor. Passkeys need a name, so the page must be opened at localhost, not at 127.0.0.1.
import type { CDPSession, Page } from '@playwright/test';

export interface Authenticator {
  /** How many passkeys it holds. */
  count(): Promise<number>;
  /** Whether the person confirms when asked; true at first. */
  confirms(yes: boolean): Promise<void>;
}

/** Plugs in a built-in authenticator that keeps passkeys and verifies its user. */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    count: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    confirms: async (isUserVerified) => void (await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
  };
}
