import { DomainError } from '@amity/kernel';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

/** A counter of tries that all replicas share, in `identity.sign_in_tries`. `duration` in seconds. */
export function throttle(dataSource: DataSource, keyPrefix: string, limit: { points: number; duration: number }): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: dataSource,
    storeType: 'typeorm',
    schemaName: 'identity',
    tableName: 'sign_in_tries',
    tableCreated: true,
    keyPrefix,
    ...limit,
  });
}

/** Counts one try under a key. Throws `code` when there were too many, with how long to wait. */
export async function countTry(
  limiter: RateLimiterPostgres,
  key: string,
  code: DomainError['code'] = 'access.too_many_tries',
): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal; // the limiter throws its result when the limit is reached
    throw new DomainError(code, ...waitOf(refusal));
  }
}

/** How long whoever was refused has to wait: minutes for the sentence, and seconds in the answer, whose Retry-After header they become. */
function waitOf({ msBeforeNext }: RateLimiterRes): [{ minutes: number }, { retryAfter: number }] {
  return [{ minutes: Math.ceil(msBeforeNext / 60_000) }, { retryAfter: Math.ceil(msBeforeNext / 1000) }];
}
