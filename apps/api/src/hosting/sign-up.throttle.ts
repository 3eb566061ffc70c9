// What strangers may do is counted in PostgreSQL, where every replica sees it: sign-ups begun from one network address, and
// letters written to one mailbox, so that nobody can fill either.
import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { countTry, throttle } from '../access/index.js';

export const signUpsAnHour = 30;
export const lettersAnHour = 6;

@Injectable()
export class SignUpThrottle {
  private readonly signUps: RateLimiterPostgres;
  private readonly letters: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    this.signUps = throttle(dataSource, 'host-sign-up', { points: signUpsAnHour, duration: 3600 });
    this.letters = throttle(dataSource, 'host-letter', { points: lettersAnHour, duration: 3600 });
  }

  /** @param address the network address it came from */
  countSignUp(address: string): Promise<void> {
    return countTry(this.signUps, address, 'hosting.too_many_sign_ups');
  }

  countLetter(mailbox: string): Promise<void> {
    return countTry(this.letters, mailbox.toLowerCase(), 'hosting.too_many_letters');
  }
}
