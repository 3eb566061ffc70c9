import { addDays, dayIn, daysBetween, LocalDate, LocalDateTime, nightsOf, Zone } from './time.js';

describe('days, zones and nights', () => {
  // Each row was looked up by hand in the zone's rules; the clock changes at the instants that stand beside it
  it.each([
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['America/New_York', '2026-03-08T05:00:00Z', '2026-03-08'], // standard time in the morning …
    ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'], // … and summer time in the evening: a day of 23 hours
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'], // a day of 25 hours
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['Pacific/Kiritimati', '2026-01-01T10:00:00Z', '2026-01-02'], // UTC+14
    ['Pacific/Pago_Pago', '2026-01-01T10:59:59Z', '2025-12-31'], // UTC−11
    ['Asia/Kathmandu', '2026-01-01T18:15:00Z', '2026-01-02'], // UTC+5:45
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'], // Samoa crossed the date line: the 30th never was
  ])('in %s, %s is %s', (zone, instant, day) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
  });

  it('counts days over leap years, clock changes and years', () => {
    expect([addDays('2028-02-28', 1), addDays('2027-02-28', 1), addDays('2026-01-01', -1)]).toEqual([
      '2028-02-29',
      '2027-03-01',
      '2025-12-31',
    ]);
    expect([daysBetween('2026-03-07', '2026-03-09'), daysBetween('2026-03-09', '2026-03-07')]).toEqual([2, -2]);
  });

  it('names the nights of a stay by their evenings', () => {
    expect(nightsOf({ from: '2026-04-30', to: '2026-05-02' })).toEqual(['2026-04-30', '2026-05-01']);
    expect(nightsOf({ from: '2026-04-30', to: '2026-04-30' })).toEqual([]);
    expect(nightsOf({ from: '2026-05-02', to: '2026-04-30' })).toEqual([]);
  });

  it('refuses days, times and zones that do not exist', () => {
    const days = [
      '2026-02-29',
      '2026-13-01',
      '2026-1-1',
      '0000-01-01',
      '0999-12-31',
      '9999-01-01',
      '2026-01-01T00:00',
      '',
      '+010000-01-01',
    ];
    expect(days.filter((d) => LocalDate.safeParse(d).success)).toEqual([]);
    expect(['2028-02-29', '1000-01-01', '9998-12-31'].filter((d) => !LocalDate.safeParse(d).success)).toEqual([]);
    const times = [
      '2026-02-29T10:00',
      '2026-01-01T24:00',
      '2026-01-01T10:60',
      '2026-01-01T10:00Z',
      '2026-01-01 10:00',
      '2026-01-01T10:00:00',
    ];
    expect(times.filter((t) => LocalDateTime.safeParse(t).success)).toEqual([]);
    expect(LocalDateTime.parse('2028-02-29T23:59')).toBe('2028-02-29T23:59');
    expect(['Mars/Olympus', '', 'UTC+3', '../etc/passwd', 'x'.repeat(65)].filter((z) => Zone.safeParse(z).success)).toEqual([]);
    expect(['Asia/Tokyo', 'America/Argentina/Buenos_Aires', 'UTC'].filter((z) => !Zone.safeParse(z).success)).toEqual([]);
  });
});
