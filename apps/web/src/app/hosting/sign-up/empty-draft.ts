import type { SignUpDraft } from '@amity/hosting';

/** A sign-up before the first word. */
export const emptyDraft: SignUpDraft = {
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  address: '',
  postalCode: '',
  town: '',
  beds: 1,
  room: null,
  stairs: null,
  members: [],
  hasPets: null,
  pets: [],
  smokers: null,
  dietOffered: [],
  languages: [],
  offers: [{ from: '', to: '' }],
  notes: '',
  agreesToTakePart: false,
  agreesToScreening: false,
  agreesToFollowUp: false,
};
