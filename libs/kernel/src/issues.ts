// What a contract says to somebody whose value does not fit is a key, `issue.<code>`, never a sentence: the pages say it in the
// reader's language (`issue` in apps/web/src/i18n/<language>.json), the api in English from here. The two English texts are held equal by a test.

export const issueSentences = {
  answer_missing: 'Say in a few words what the person is told.',
  appointment_ends_before_start: 'The appointment ends before it starts. Choose a later end.',
  appointment_title_missing: 'Give the appointment a title.',
  asker_missing: 'Write the name of whoever asks for the person.',
  axis_without_length: 'An axis needs a length.',
  check_lapses_before_made: 'A check cannot run out before the day it was made.',
  consent_note_missing: 'Say how you know, for example “signed form of May 3”.',
  consent_text_short: 'Say in at least 20 letters what is agreed to.',
  day_unknown: 'This day does not exist. Write it like 2026-05-31.',
  delegation_ends_before_start: 'The delegation leaves before it arrives. Choose a departure on or after the arrival.',
  delegation_name_missing: 'Give the delegation a name.',
  document_number_missing: 'Write the number as it stands on the document.',
  email_incomplete: 'Write a full e-mail address, such as maria@example.org.',
  reason_missing: 'Say why, in a few words.',
  fact_missing: 'Write something here, or remove the entry.',
  flights_missing: 'Write the flight, or take your entry back.',
  format_missing: 'Choose a program format.',
  hold_reason_missing: 'Say why, in a few words.',
  hold_subject_missing: 'Choose a person or a delegation.',
  identity_how_missing: 'Say how you made sure who asks, for example “showed the passport”.',
  indicator_name_missing: 'Give the indicator a name.',
  instrument_missing: 'Choose an instrument.',
  item_named_twice: 'Another item has this key already.',
  measure_missing: 'Choose what is taken from the survey.',
  moment_missing: 'Choose the moment of the survey.',
  name_missing: 'Write at least one name.',
  need_to_know_missing: 'Say why this person needs to know the names.',
  nights_incomplete: 'Give a first night and a later last morning, or neither.',
  nights_reversed: 'The last morning must be after the first night.',
  number_missing: 'Enter a number.',
  participants_missing: 'Choose who takes part, or everyone.',
  password_common: 'This is one of the passwords everybody tries first. A sentence of your own is safer.',
  password_personal: 'Leave your name and your address out of your password.',
  password_short: 'Use at least 12 characters.',
  permissions_missing: 'Choose at least one permission.',
  pet_named_twice: 'Name each kind of animal once.',
  place_missing: 'Type the first letters of a place.',
  proof_unclear: 'Send a password, a code or a passkey.',
  role_name_missing: 'Give the role a name.',
  roles_missing: 'Choose at least one role.',
  scale_length: 'A scale needs between 2 and 11 steps.',
  scale_unknown: 'There is no such scale here.',
  since_unclear: 'Write a year such as 1968, or a day such as 1968-05-12.',
  site_address_missing: 'Write the address, so that a driver finds it.',
  share_fields_missing: 'Choose at least one field.',
  share_of_one_thing: 'Share a partnership or a delegation.',
  site_name_missing: 'Give the site a name.',
  slug_form: 'Use small letters, digits and single hyphens.',
  target_is_baseline: 'The target equals the baseline. Choose where you want to get to.',
  time_unknown: 'This date and time does not exist.',
  token_name_missing: 'Name the program that will use it.',
  token_scope_unfit: 'A token cannot manage users, roles or tokens.',
  token_too_long: 'A token lives for a year at most.',
  unit_missing: 'Say what is counted: people, percent, points from 1 to 5.',
  year_out_of_range: 'This year is out of range.',
  zone_unknown: 'This is not a time zone.',
} as const;
export type IssueCode = keyof typeof issueSentences;

/** The message of a schema: `z.string().min(1, issue('name_missing'))`. */
export function issue<C extends IssueCode>(code: C): `issue.${C}` {
  return `issue.${code}`;
}

/** In English, where no page translates: the key's sentence, or what it was given when that is no key. */
export function issueSentence(message: string): string {
  const sentences: Readonly<Record<string, string>> = issueSentences;
  const code = message.startsWith('issue.') ? message.slice('issue.'.length) : '';
  return Object.hasOwn(sentences, code) ? (sentences[code] ?? message) : message;
}
