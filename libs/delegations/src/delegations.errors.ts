import type { ErrorCatalog } from '@amity/kernel';

export const delegationErrors = {
  listed_already: {
    status: 409,
    en: '{name} is on this roster already, with the same e-mail address and given name, or the same name and birth date. Open that entry instead.',
  },
  delegate_placed: {
    status: 409,
    en: '{name} has a placement with the {household} family, {from} to {to}, and a placement keeps its guest. If {name} is not coming, cancel the placement and switch off “Needs a bed”; the entry stays.',
  },
  delegate_asked: {
    status: 409,
    en: '{name} was invited to a survey about this delegation, and its results count everybody who was asked. The entry stays on the roster.',
  },
  names_withheld: {
    status: 403,
    en: 'The names of this delegation are shown to its attendees and to staff who need to know them. Ask {who}.',
  },
  consents_missing: {
    status: 409,
    en: 'A looser rule needs the recorded consent of everybody on the roster. It is missing from {names}. Ask them, record what they say, and try again.',
  },
  nothing_to_consent: { status: 409, en: 'Names are as widely known as this consent would allow already. There is nothing to agree to.' },
  knower_unknown: { status: 422, en: 'This person is not a member of your organization. Choose somebody from the list.' },
  knows_already: { status: 409, en: 'This person is on the list already.' },
  last_to_know: {
    status: 409,
    en: 'This is the last person who knows the names. Add somebody else first, so that there is always somebody to ask.',
  },
  assigned_already: { status: 409, en: 'This person is assigned to the delegation already.' },
  volunteer_unknown: { status: 422, en: 'This person is not a member of your organization. Choose somebody from the list.' },
  partner_unknown: {
    status: 422,
    en: 'Only a partner coordinator can be shown something. Choose somebody from the list, or invite them under Settings → Users first.',
  },
  shared_already: {
    status: 409,
    en: 'This is shared with {partner} already. To change what they see, end that share and share anew.',
  },
  share_subject_unknown: { status: 422, en: 'What you want to share does not exist, or you may not see it. Choose again.' },
  share_confidential: {
    status: 409,
    en: 'This delegation is confidential: nothing of it is shared with a partner by a choice of fields. What may be told is told by those who know its names.',
  },
  share_ended: { status: 409, en: 'This share has ended already. Nothing of it is shown any more.' },
  entry_settled: { status: 409, en: 'The roster says the same as the partner by now. There is nothing to take over.' },
  partnership_unknown: { status: 422, en: 'This partnership does not exist, or you may not see it. Choose another one.' },
  file_missing: { status: 422, en: 'No file came with this request. Choose a CSV, TSV or XLSX file.' },
  import_unsettled: { status: 422, en: 'The import cannot begin: {sentence}' },
  import_running: { status: 409, en: 'A roster is being imported into this delegation right now. Wait until it is done.' },
  import_conflict: {
    status: 409,
    en: 'Somebody changed this roster while the file was being imported: {name} is on it already. Nothing was saved; check the file again.',
  },
} as const satisfies ErrorCatalog;
