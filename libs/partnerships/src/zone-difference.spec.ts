import { minutesAhead } from './zone-difference.js';

describe('the difference of two clocks', () => {
  const winter = new Date('2026-01-15T12:00:00Z');
  const betweenTheChanges = new Date('2026-03-20T12:00:00Z'); // America has changed to summer time, Europe has not

  it.each([
    ['America/Chicago', 'Europe/Berlin', winter, 420],
    ['America/Chicago', 'Europe/Berlin', betweenTheChanges, 360],
    ['Asia/Tokyo', 'America/Chicago', winter, -900],
    ['Europe/London', 'Asia/Kathmandu', winter, 345],
    ['Europe/Berlin', 'Europe/Berlin', winter, 0],
    ['America/St_Johns', 'Europe/London', winter, 210],
  ])('%s to %s', (here, there, at, minutes) => {
    expect(minutesAhead(here, there, at)).toBe(minutes);
    expect(minutesAhead(there, here, at)).toBe(minutes === 0 ? 0 : -minutes);
  });
});
