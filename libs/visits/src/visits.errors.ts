import type { ErrorCatalog } from '@amity/kernel';

export const visitErrors = {
  double_booked: {
    status: 409,
    en: '{who} is taken until {until}: “{title}” of {delegation}{where}. Choose another time, another site or other people.',
  },
  double_booked_withheld: {
    status: 409,
    en: 'Somebody you chose, or the site, is taken at this time by an appointment that is not shown to you. Choose another time, another site or other people.',
  },
  booked_meanwhile: { status: 409, en: 'Somebody booked one of these people or the site a moment ago. Nothing was saved; try again.' },
  missing_day: {
    status: 422,
    en: 'The calendar in {zone} skips {day} and goes on with {next}. Choose another day.',
  },
  missing_time: {
    status: 422,
    en: 'The clocks in {zone} jump from {before} to {after}, so {time} does not exist on that day. Choose an earlier or later time.',
  },
  not_on_roster: { status: 422, en: 'Somebody you chose is not on the roster of this delegation. Choose from the list.' },
  person_unknown: { status: 422, en: 'One of the people you chose does not exist, or you may not see them. Choose from the list.' },
  site_listed_already: { status: 409, en: '“{name}” at this address is listed already. Choose it from the list.' },
  unchanged: { status: 409, en: 'Nothing changed since version {number}. Everybody has the latest itinerary.' },
  not_published: { status: 409, en: 'Nothing is published yet. Publish the itinerary first, or open the draft.' },
  nothing_to_publish: { status: 409, en: 'There is nothing to publish yet. Add the first appointment.' },
} as const satisfies ErrorCatalog;
