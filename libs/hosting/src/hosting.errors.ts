import type { ErrorCatalog } from '@amity/kernel';

export const hostingErrors = {
  too_many_sign_ups: {
    status: 429,
    en: 'Many sign-ups came from your connection just now. Wait {minutes} minutes and try again; what you typed stays on this device.',
  },
  too_many_letters: {
    status: 429,
    en: 'We have sent several letters already. Look in your junk folder, or wait {minutes} minutes and ask again.',
  },
  already_sent: { status: 409, en: 'This sign-up is confirmed. To change something, open your family’s own page from our letter.' },
  nothing_to_confirm: {
    status: 409,
    en: 'You changed something after this letter was sent. Open the newest letter, or send the sign-up again.',
  },
  confirmation_expired: { status: 410, en: 'This link was good for seven days, and they are over. Nothing is lost: ask for a new one.' },
  no_address_yet: { status: 422, en: 'Write your e-mail address first, then we can send you a link.' },
  not_ready: { status: 409, en: '{household} cannot be approved yet: {count} of its requirements are not met. The list says which.' },
  requirement_unknown: { status: 422, en: 'There is no requirement called {requirement} in your organization.' },
  whose_check: { status: 422, en: 'This requirement is each person’s own: say whose check it is.' },
  household_check: { status: 422, en: 'This requirement is met once by the whole household: leave the person out.' },
  check_in_future: { status: 422, en: 'A check is recorded once it was made: {day} is still to come.' },
  check_too_long: { status: 422, en: 'A check of this kind is good until {limit} at the latest.' },
  offers_overlap: { status: 409, en: 'These nights overlap others that this family already offers. Change one of the two ranges.' },
  pet_twice: { status: 409, en: 'This kind of animal is on the list already. Change its number instead.' },
  member_elsewhere: {
    status: 409,
    en: 'One of these people already belongs to another household on the list. Open that one, or correct the name.',
  },
} as const satisfies ErrorCatalog;
