import { localIn, offsetAt, resolveLocal } from './local-time.js';

const at = (iso: string): number => Date.parse(iso);

describe('a local time', () => {
  it('means one instant on most days', () => {
    expect(resolveLocal('2026-05-05T09:00', 'America/New_York')).toEqual({ kind: 'once', at: at('2026-05-05T13:00:00Z') });
    expect(resolveLocal('2026-05-05T09:00', 'Asia/Kathmandu')).toEqual({ kind: 'once', at: at('2026-05-05T03:15:00Z') });
  });

  it('is missing when the clock jumps over it, and says between which times', () => {
    expect(resolveLocal('2026-03-29T02:30', 'Europe/Berlin')).toEqual({
      kind: 'missing',
      before: '2026-03-29T02:00',
      after: '2026-03-29T03:00',
    });
    expect(resolveLocal('2026-03-29T03:00', 'Europe/Berlin')).toEqual({ kind: 'once', at: at('2026-03-29T01:00:00Z') });
    expect(resolveLocal('2026-10-04T02:15', 'Australia/Lord_Howe')).toEqual({
      kind: 'missing',
      before: '2026-10-04T02:00',
      after: '2026-10-04T02:30',
    });
  });

  it('comes twice when the clock is set back; the earlier is meant', () => {
    expect(resolveLocal('2026-11-01T01:30', 'America/New_York')).toEqual({
      kind: 'twice',
      at: at('2026-11-01T05:30:00Z'),
      later: at('2026-11-01T06:30:00Z'),
    });
  });

  it('knows a day that a country skipped', () => {
    expect(resolveLocal('2011-12-30T12:00', 'Pacific/Apia').kind).toBe('missing');
  });
});

it('the clock of a zone is read at any instant', () => {
  expect(localIn('Asia/Tokyo', at('2026-05-05T20:30:00Z'))).toBe('2026-05-06T05:30');
  expect(offsetAt('America/New_York', at('2026-11-01T05:59:59Z'))).toBe(-4 * 3_600_000);
  expect(offsetAt('America/New_York', at('2026-11-01T06:00:00Z'))).toBe(-5 * 3_600_000);
});
