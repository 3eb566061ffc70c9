import type { Appointment } from '@amity/visits';
import { anAppointmentSeen } from './testing/appointment-seen.js';
import { blocksOf, daysInUse, elsewhere, endedBy, hoursOf, localAt, movedBy, weeksOf } from './week.js';

const zone = 'America/New_York';
const stay = { arrivesOn: '2026-05-04', departsOn: '2026-05-10' };
const at = (id: string, startsAt: string, endsAt: string, over: Partial<Appointment> = {}): Appointment =>
  anAppointmentSeen({ id, startsAt, endsAt, ...over });

describe('the week', () => {
  it('shows a stay of seven days at once and a longer one seven by seven', () => {
    expect(weeksOf(stay).map((days) => days.length)).toEqual([7]);
    expect(weeksOf({ ...stay, departsOn: '2026-05-12' }).map((days) => [days[0], days.at(-1)])).toEqual([
      ['2026-05-04', '2026-05-10'],
      ['2026-05-11', '2026-05-12'],
    ]);
  });

  it('widens to days on which something is planned outside the stay', () => {
    expect(daysInUse(stay, [at('a', '2026-05-03T20:00', '2026-05-03T21:00')], zone)).toEqual({
      arrivesOn: '2026-05-03',
      departsOn: '2026-05-10',
    });
  });

  it('puts appointments at the same time side by side, and gives back the width afterwards', () => {
    const blocks = blocksOf(
      [
        at('a', '2026-05-05T09:00', '2026-05-05T11:00'),
        at('b', '2026-05-05T10:00', '2026-05-05T12:00'),
        at('c', '2026-05-05T11:00', '2026-05-05T12:00'),
        at('d', '2026-05-05T13:00', '2026-05-05T14:00'),
      ],
      ['2026-05-05'],
      zone,
    );
    expect(blocks.map(({ appointment, lane, lanes }) => [appointment.id, lane, lanes])).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 2],
      ['d', 0, 1],
    ]);
  });

  it('cuts an appointment at midnight and shows its hours', () => {
    const blocks = blocksOf([at('a', '2026-05-05T22:30', '2026-05-06T01:00')], ['2026-05-05', '2026-05-06'], zone);
    expect(blocks.map(({ day, from, to }) => [day, from, to])).toEqual([
      ['2026-05-05', 1350, 1440],
      ['2026-05-06', 0, 60],
    ]);
    expect(hoursOf(blocks)).toEqual({ from: 0, to: 24 });
    expect(hoursOf([])).toEqual({ from: 8, to: 20 });
  });

  it('stands on the clock of the place, whatever the zone of the site', () => {
    const inDenver = at('a', '2026-05-05T09:00', '2026-05-05T10:00', { zone: 'America/Denver' });
    expect(blocksOf([inDenver], ['2026-05-05'], zone)[0]?.from).toBe(11 * 60);
    expect(movedBy(inDenver, zone, 1, 30)).toEqual({ startsAt: '2026-05-06T09:30', endsAt: '2026-05-06T10:30' });
  });

  it('keeps the length of what is moved across a change of clocks, and drops nothing into a missing hour', () => {
    const early = at('a', '2026-03-07T01:00', '2026-03-07T04:00');
    expect(movedBy(early, zone, 1, 0)).toEqual({ startsAt: '2026-03-08T01:00', endsAt: '2026-03-08T05:00' });
    expect(movedBy(early, zone, 1, 90)).toBeNull();
  });

  it('never stretches below a quarter of an hour', () => {
    expect(endedBy(at('a', '2026-05-05T09:00', '2026-05-05T10:00'), -300)).toEqual({
      startsAt: '2026-05-05T09:00',
      endsAt: '2026-05-05T09:15',
    });
  });

  it('knows the clock at home, and that an hour may be missing', () => {
    expect(elsewhere('2026-05-05', 9, zone, 'Asia/Tokyo')).toBe('22:00');
    expect(elsewhere('2026-03-08', 2, zone, 'Asia/Tokyo')).toBeNull();
    expect(localAt('2026-05-05', 24 * 60)).toBe('2026-05-06T00:00');
  });
});
