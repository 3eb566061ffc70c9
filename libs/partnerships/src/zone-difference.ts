// How far one community's clock is ahead of another's. It depends on the day: the two may change to summer time weeks apart.
import type { Zone } from '@amity/kernel';

/** Minutes by which the clocks in `there` are ahead of those in `here` at the moment `at`; negative when they are behind. */
export function minutesAhead(here: Zone, there: Zone, at: Date): number {
  return offsetOf(there, at) - offsetOf(here, at);
}

/** Minutes ahead of UTC. */
function offsetOf(zone: Zone, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  if (sign === undefined) return 0; // plain "GMT"
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
