// A week that could be real, in English with Japanese and Arabic names: what the specs render and the benchmark times.
import type { ItineraryDay, ItineraryDocument } from '@amity/documents';

const weekdays = [
  'Monday 11 May',
  'Tuesday 12 May',
  'Wednesday 13 May',
  'Thursday 14 May',
  'Friday 15 May',
  'Saturday 16 May',
  'Sunday 17 May',
];
const summaries = [
  'Arrival, host families, first evening',
  'City hall, high school, fisheries co-op',
  'Harbor day: port authority and museum',
  'Classrooms and a shared kitchen',
  'Disaster preparedness workshop',
  'Friendship match and garden party',
  'Farewell breakfast, departure',
];

export function sampleItinerary(changes: Partial<ItineraryDocument> = {}): ItineraryDocument {
  return {
    organization: 'Harbor City Sister Cities',
    title: 'Tateyama friendship visit',
    dates: '11–17 May 2026',
    travelling: { name: '館山市 Tateyama', region: 'Chiba, Japan' },
    receiving: { name: 'Harbor City', region: 'Washington, United States' },
    reader: 'Hana Mori 森 花',
    welcome:
      'Welcome back to Harbor City. Your families, the school and the fishing co-operative have looked forward to this week for a year. Keep this booklet in your pocket; whoever meets you has one too.',
    zoneNote: 'All times are local: Pacific time, 16 hours behind Tateyama.',
    version: 'Version 3 · published 2 May 2026',
    days: weekdays.map((heading, index) => sampleDay(heading, index)),
    emergency: [
      { label: 'Police, fire, ambulance', phone: '911' },
      {
        label: 'Our line, day and night',
        phone: '+1 360 555 0142',
        notes: 'Someone who speaks Japanese calls you back within five minutes',
      },
    ],
    contacts: [
      { name: 'Ellen Whitcomb', role: 'Coordinator', phone: '+1 360 555 0117' },
      { name: 'ليلى حداد Layla Haddad', role: 'Interpreter, Arabic and English', phone: '+1 360 555 0163' },
      { name: '佐藤 健一 Kenichi Sato', role: 'Leader of the delegation', phone: '+81 90 5550 0188' },
      { name: 'The Okafor family', role: 'Your host family', phone: '+1 360 555 0129', notes: '214 Alder Street, Fairhaven' },
    ],
    labels: {
      overview: 'The week',
      metBy: 'Met by',
      contacts: 'People to call',
      emergency: 'In an emergency',
      freeDay: 'Nothing is planned. Enjoy the day with your family.',
      notes: 'Notes',
      pageOf: '{page} of {pages}',
    },
    ...changes,
  };
}

function sampleDay(heading: string, index: number): ItineraryDay {
  return {
    heading,
    ordinal: `Day ${index + 1}`,
    summary: summaries[index] ?? '',
    ...(index === 3 ? { notes: 'Rain is likely: bring the umbrella from your welcome bag.' } : {}),
    entries: [
      { kind: 'transfer', starts: '08:20', title: 'Minibus to City Hall', detail: '12 minutes · meet at your family’s door' },
      {
        kind: 'appointment',
        starts: '09:00',
        ends: '10:30',
        title: index === 1 ? 'Welcome by the mayor' : 'Morning with the teachers',
        site: 'City Hall, council chamber',
        address: '1 Harbor Square, second floor; step-free entrance on Pine Street',
        metBy: 'Rosa Delgado, protocol office',
        notes: 'Business dress. The gift is handed over after the second speech.',
      },
      {
        kind: 'appointment',
        starts: '11:00',
        ends: '12:15',
        title: 'Fisheries co-operative 漁業協同組合',
        site: 'Pier 7',
        address: '70 Wharf Road',
        metBy: 'Tom Lindqvist',
        subgroup: 'Trade group',
      },
      {
        kind: 'appointment',
        starts: '12:30',
        ends: '13:30',
        title: 'Lunch',
        site: 'مطعم البحر Al-Bahr',
        address: '12 Bay Street',
        metBy: 'Layla Haddad',
        notes: 'Halal and vegetarian.',
      },
      {
        kind: 'appointment',
        starts: '15:00',
        ends: '16:00',
        title: 'Maritime museum',
        site: 'Museum of the Sound',
        address: '3 Signal Hill',
        mark: 'Tentative',
      },
      { kind: 'transfer', starts: '17:30', title: 'Families collect their guests', detail: 'City Hall, north steps' },
    ],
  };
}
