// Between the clock on the wall and the instant it means. In spring an hour of the clock is missing, in autumn one comes twice:
// a missing time means nothing and is refused, of a doubled one the earlier is meant. Offsets come from the runtime's zone data.
import type { LocalDateTime, Zone } from '@amity/kernel';

/** Instants are milliseconds since 1970. */
export type ResolvedTime =
  | { readonly kind: 'once'; readonly at: number }
  | { readonly kind: 'twice'; readonly at: number; readonly later: number }
  /** `before` and `after` are the local times at which the clock jumps. */
  | { readonly kind: 'missing'; readonly before: LocalDateTime; readonly after: LocalDateTime };

const minute = 60_000;
const day = 24 * 60 * minute;
const quarter = 15 * minute;
const firstRegular = Date.UTC(1980, 0, 1);
const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** The instant a wall clock in `zone` means by `local`. */
export function resolveLocal(local: LocalDateTime, zone: Zone): ResolvedTime {
  const wall = Date.parse(`${local}:00Z`);
  const offsets = [offsetAt(zone, wall - day), offsetAt(zone, wall + day)];
  const meant = [...new Set(offsets)].map((offset) => wall - offset).filter((at) => wall - at === offsetAt(zone, at));
  const [first, second] = meant.sort((a, b) => a - b);
  if (first === undefined) {
    const jump = jumpBetween(zone, wall - day, wall + day);
    return {
      kind: 'missing',
      before: localOf(jump + offsetAt(zone, jump - minute)),
      after: localOf(jump + offsetAt(zone, jump)),
    };
  }
  return second === undefined ? { kind: 'once', at: first } : { kind: 'twice', at: first, later: second };
}

/** What the clock in `zone` shows at an instant, to the minute. */
export function localIn(zone: Zone, at: number): LocalDateTime {
  return localOf(at + offsetAt(zone, at));
}

/** Milliseconds that the clock in `zone` is ahead of UTC at an instant. Since 1980 clocks jump on a quarter of an hour. */
export function offsetAt(zone: Zone, at: number): number {
  if (at < firstRegular) return computedOffset(zone, at);
  const key = `${zone} ${Math.floor(at / quarter)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = computedOffset(zone, at);
    if (offsets.size >= 20_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

function computedOffset(zone: Zone, at: number): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(at / 1000) * 1000;
}

function localOf(wall: number): LocalDateTime {
  return new Date(wall).toISOString().slice(0, 16);
}

/** The first minute with the later offset; halves the span until it is found. */
function jumpBetween(zone: Zone, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let [low, high] = [Math.floor(from / minute), Math.ceil(to / minute)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * minute) === before) low = middle;
    else high = middle;
  }
  return high * minute;
}

function formatOf(zone: Zone): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    if (formats.size < 600) formats.set(zone, format);
  }
  return format;
}
