// The published itinerary as a calendar. An appointment keeps its UID for ever; the version's number is its SEQUENCE, so a phone
// takes every later version over; what is no longer in the program stays as cancelled. Instants are written in UTC, which every
// calendar shows in its reader's zone and no change of clocks can bend.
import type { ItineraryContent, ItineraryItem } from '@amity/visits';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export function calendarOf(content: ItineraryContent, version: { readonly number: number; readonly publishedAt: Date }): string {
  const calendar = ical({
    name: content.title,
    description: `${content.organization}, version ${version.number}`,
    prodId: { company: 'Amity', product: 'Itinerary', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
  });
  const add = (item: ItineraryItem, status: ICalEventStatus): void => {
    const event = calendar.createEvent({
      id: `${item.id}@amity`,
      sequence: version.number,
      stamp: version.publishedAt,
      start: new Date(item.start),
      end: new Date(item.end),
      summary: item.tentative ? `${item.title} (tentative)` : item.title,
      description: descriptionOf(item),
      status,
    });
    const place = [item.site, item.address].filter(Boolean).join(', ');
    if (place && item.latitude !== null && item.longitude !== null)
      event.location({ title: item.site ?? place, address: item.address ?? '', geo: { lat: item.latitude, lon: item.longitude } });
    else if (place) event.location(place);
  };
  for (const item of content.items) add(item, item.tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED);
  for (const item of content.withdrawn) add(item, ICalEventStatus.CANCELLED);
  return calendar.toString();
}

function descriptionOf(item: ItineraryItem): string {
  const named = (label: string, names: readonly string[]): string[] => (names.length > 0 ? [`${label}: ${names.join(', ')}`] : []);
  return [
    ...(item.metBy ? [`Met by ${item.metBy}`] : []),
    ...(item.people?.length === 0 ? ['For a part of the group'] : named('For', item.people ?? [])),
    ...named('Interpreter', item.interpreters),
    ...named('Escort', item.escorts),
    ...(item.accessNotes ? [item.accessNotes] : []),
    ...(item.notes ? [item.notes] : []),
  ].join('\n');
}
