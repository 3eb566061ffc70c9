import type { ErrorCatalog } from '@amity/kernel';

export const outcomesErrors = {
  delegation_unknown: { status: 422, en: 'This delegation does not exist, or you may not see it. Choose another one.' },
  instrument_unknown: { status: 422, en: 'This instrument does not exist, or you may not see it. Choose one from the list.' },
  measure_unknown: { status: 422, en: '“{instrument}” has no such scale or item. Choose one from its list.' },
  wave_exists: { status: 409, en: '“{instrument}” has already been given to {delegation} at this moment. Open that survey instead.' },
  nobody_to_invite: { status: 409, en: '{delegation} has no delegates yet. Add its roster first, then open the survey.' },
  edition_superseded: { status: 409, en: '“{instrument}” has a newer edition. Choose that one.' },
  measured_already: { status: 409, en: 'There is already a measurement for {day}: {value}. Change that one, or choose another day.' },
  not_measured: { status: 409, en: 'This indicator takes its figure from a survey. Nothing is entered by hand.' },
  survey_closed: { status: 409, en: 'This survey closed on {day}. Thank you for opening it; answers can no longer be sent.' },
  survey_not_open: { status: 409, en: 'This survey opens on {day}. Please come back then with the same link.' },
  no_consent: {
    status: 409,
    en: '{name} has not consented to surveys, so there is no link for them. Record the consent on the person’s page, or send the link for consents from there.',
  },
  answered_already: {
    status: 409,
    en: 'Your answers have already been received. Each link can be used once; there is nothing more to do.',
  },
  wave_over: { status: 409, en: 'This survey closed on {day}. Move its last day first, then send letters or links.' },
} as const satisfies ErrorCatalog;
