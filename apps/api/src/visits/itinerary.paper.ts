// The itinerary as the printed booklet wants it: every string in words and in local time.
import type { ItineraryDocument, ItineraryEntry } from '@amity/documents';
import { addDays } from '@amity/kernel';
import { itineraryDays, type ItineraryContent, type ItineraryItem } from '@amity/visits';

export function paperOf(
  content: ItineraryContent,
  version: { readonly number: number | null; readonly publishedAt: string | null },
): ItineraryDocument {
  return {
    organization: content.organization,
    title: version.number === null ? `DRAFT · ${content.title}` : content.title,
    dates: range(content.arrivesOn, content.departsOn),
    travelling: placeOf(content.travelling, content.title),
    receiving: placeOf(content.receiving, content.organization),
    zoneNote: `All times are local (${content.zone.replaceAll('_', ' ')}).`,
    version:
      version.number === null || version.publishedAt === null
        ? 'DRAFT: not published, everything may change'
        : `Version ${version.number} · published ${dateInWords(version.publishedAt.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' })}`,
    days: itineraryDays(content, content.items).map(({ day, ordinal, items }) => ({
      heading: dateInWords(day, { weekday: 'long', day: 'numeric', month: 'long' }),
      ...(ordinal === null ? {} : { ordinal: `Day ${ordinal}` }),
      ...(items.length > 0
        ? {
            summary: items
              .map(({ title }) => title)
              .join(', ')
              .slice(0, 300),
          }
        : {}),
      entries: items.map((item) => entryOf(item, content.zone)),
    })),
    emergency: content.emergencyContact ? [{ label: content.organization.slice(0, 300), phone: content.emergencyContact }] : [],
    contacts: [],
    labels: {
      overview: 'The days at a glance',
      metBy: 'Met by',
      contacts: 'People to call',
      emergency: 'In an emergency',
      freeDay: 'Nothing is planned. Enjoy the day.',
      notes: 'Notes',
      pageOf: '{page} of {pages}',
    },
  };
}

function entryOf(item: ItineraryItem, zone: string): ItineraryEntry {
  const starts = item.startsAt.slice(11) + (item.zone === zone ? '' : ` ${cityOf(item.zone)}`);
  const subgroup = item.people ? { subgroup: item.people.length > 0 ? shortened(item.people.join(', ')) : 'A part of the group' } : {};
  if (item.kind === 'transfer')
    return {
      kind: 'transfer',
      starts,
      title: item.title,
      ...subgroup,
      ...optional('detail', [item.site, item.address, item.metBy, item.notes].filter(Boolean).join(' · ')),
    };
  return {
    kind: 'appointment',
    starts,
    ends: endOf(item),
    title: item.title,
    ...subgroup,
    ...optional('site', item.site),
    ...optional('address', item.address),
    ...optional('metBy', item.metBy),
    ...(item.tentative ? { mark: 'Tentative' } : {}),
    ...optional('notes', notesOf(item), 4000),
  };
}

function notesOf(item: ItineraryItem): string {
  return [
    ...(item.interpreters.length > 0 ? [`Interpreter: ${item.interpreters.join(', ')}`] : []),
    ...(item.escorts.length > 0 ? [`Escort: ${item.escorts.join(', ')}`] : []),
    item.accessNotes,
    item.notes,
  ]
    .filter(Boolean)
    .join('\n');
}

/** An end on a later day says so. */
function endOf({ startsAt, endsAt }: ItineraryItem): string {
  const day = endsAt.slice(0, 10);
  if (day === startsAt.slice(0, 10)) return endsAt.slice(11);
  if (endsAt === `${addDays(startsAt.slice(0, 10), 1)}T00:00`) return '24:00';
  return `${endsAt.slice(11)}, ${dateInWords(day, { weekday: 'short', day: 'numeric' })}`;
}

function optional<K extends string>(key: K, text: string | null, most = 300): Partial<Record<K, string>> {
  return text ? ({ [key]: shortened(text, most) } as Partial<Record<K, string>>) : {};
}

function shortened(text: string, most = 300): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function placeOf(place: ItineraryContent['travelling'], otherwise: string): { name: string; region?: string } {
  if (!place) return { name: otherwise };
  return place.region ? { name: place.name, region: place.region } : { name: place.name };
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function dateInWords(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

function range(from: string, to: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}
