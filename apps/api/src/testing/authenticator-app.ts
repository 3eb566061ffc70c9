// An authenticator app in a test's pocket: it knows a secret and shows the code of any moment.
import { generateSync } from 'otplib';

export class AuthenticatorApp {
  constructor(private readonly secret: string) {}

  /** @param steps of thirty seconds from now */
  code(steps = 0): string {
    return generateSync({ secret: this.secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });
  }
}
