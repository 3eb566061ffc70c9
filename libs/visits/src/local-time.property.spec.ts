import fc from 'fast-check';
import { localIn, resolveLocal } from './local-time.js';

const zones = [
  'America/New_York',
  'Asia/Tokyo',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
];
const moments = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 }).map((minutes) => minutes * 60_000);

describe('local times', () => {
  it('every instant is meant by what the clock shows at it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (zone, at) => {
        const time = resolveLocal(localIn(zone, at), zone);
        expect(time.kind === 'twice' ? [time.at, time.later] : time.kind === 'once' ? [time.at] : []).toContain(at);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a time that means an instant is what the clock shows then; a missing one lies in the jump', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (zone, at) => {
        const local = new Date(at).toISOString().slice(0, 16);
        const time = resolveLocal(local, zone);
        if (time.kind === 'missing') expect(time.before <= local && local < time.after).toBe(true);
        else expect(localIn(zone, time.at)).toBe(local);
      }),
      { numRuns: 2_000 },
    );
  });
});
