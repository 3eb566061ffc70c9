import type { ErrorCatalog } from '@amity/kernel';

export const placementErrors = {
  message_names_guest: {
    status: 422,
    en: 'Your words name the guest, and letters about this delegation name nobody. Leave the name out; the family sees the first name behind its link.',
  },
  no_bed: {
    status: 409,
    en: 'The {household} family has no bed free from {from} to {to}: its beds ({beds}) are taken until {until}. Choose other nights or another family.',
  },
  no_beds: { status: 409, en: 'The {household} family offers no bed at present. Choose another family.' },
  already_placed: {
    status: 409,
    en: '{guest} already stays with the {household} family from {from} to {to}. Cancel that placement first, or choose other nights.',
  },
  not_cleared: { status: 409, en: 'The {household} family cannot host {guest} on these nights. {reasons}' },
  changed_since: {
    status: 409,
    en: 'Something about this stay has changed since we asked you, so we cannot confirm it yet. Your coordinator sees what it is and will call you.',
  },
  no_nights: { status: 422, en: '{delegation} arrives and leaves on the same day, so nobody needs a bed.' },
  outside_stay: { status: 422, en: 'These nights reach beyond the stay of {delegation}, which is from {from} to {to}.' },
  not_a_guest: { status: 409, en: '{guest} is listed as needing no bed. Change that on the roster first.' },
  not_inbound: { status: 409, en: '{delegation} travels to its partner, so its beds are found there.' },
  delegation_over: { status: 409, en: '{delegation} is {state}, so nobody can be placed any more.' },
  withdrawn: { status: 410, en: 'This offer was withdrawn, so there is nothing to answer any more. Thank you for having your door open.' },
  answered_otherwise: { status: 409, en: 'You already answered “{answer}” to this. If that has changed, please call your coordinator.' },
} as const satisfies ErrorCatalog;
