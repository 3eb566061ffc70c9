import fc from 'fast-check';
import { generateSync } from 'otplib';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

/** `12345678901234567890` in base32: the secret of RFC 6238, appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of an authenticator app', () => {
  it('are the last six digits of RFC 6238’s', async () => {
    const known = [
      [59, '287082'],
      [1111111109, '081804'],
      [1111111111, '050471'],
      [1234567890, '005924'],
      [2000000000, '279037'],
      [20000000000, '353130'],
    ] as const;
    for (const [second, code] of known)
      expect([second, await totpStep(secret, code, second * 1000)]).toEqual([second, Math.floor(second / 30)]);
  });

  it('are good for one step before and after their own, and no longer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1_000, max: 60_000_000 }), fc.integer({ min: -4, max: 4 }), async (step, off) => {
        const epoch = step * 30 + 7;
        const code = generateSync({ secret, epoch: epoch + off * 30 });
        const near = [-1, 0, 1].map((o) => generateSync({ secret, epoch: epoch + o * 30 })).indexOf(code);
        expect(await totpStep(secret, code, epoch * 1000)).toBe(near === -1 ? null : step + near - 1);
      }),
      { numRuns: 60 },
    );
  });

  it('come from secrets of 160 bits, in an address that apps read', () => {
    const [one, other] = [newTotpSecret(), newTotpSecret()];
    expect([one === other, /^[A-Z2-7]{32}$/.test(one)]).toEqual([false, true]);
    const uri = new URL(totpUri(one, 'ada+x@example.org'));
    expect([
      uri.protocol,
      uri.host,
      decodeURIComponent(uri.pathname),
      uri.searchParams.get('secret'),
      uri.searchParams.get('issuer'),
    ]).toEqual(['otpauth:', 'totp', '/Amity:ada+x@example.org', one, 'Amity']);
  });
});
