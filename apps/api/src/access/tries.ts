// Wrong tries are counted per address and per account in PostgreSQL, so every replica knows of them.
import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { countTry, throttle } from './throttle.js';

@Injectable()
export class Tries {
  private readonly perAccount: RateLimiterPostgres;
  private readonly perAddress: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    this.perAccount = throttle(dataSource, 'account', { points: 10, duration: 15 * 60 });
    this.perAddress = throttle(dataSource, 'address', { points: 60, duration: 15 * 60 });
  }

  /** Counts a try from an address. Throws `access.too_many_tries`. */
  from(address: string): Promise<void> {
    return countTry(this.perAddress, address);
  }

  /** Counts a try on an account, known or not. Throws `access.too_many_tries`. @param email in small letters */
  on(email: string): Promise<void> {
    return countTry(this.perAccount, email);
  }

  /** After success the account's count begins anew; the address's does not. */
  async forgive(email: string): Promise<void> {
    await this.perAccount.delete(email);
  }
}
