import type { ErrorCatalog } from '@amity/kernel';

export const privacyErrors = {
  fact_told: {
    status: 409,
    en: 'There is an entry of this kind for {name} already. Open it and change it there, so that both stay together.',
  },
  fact_kind: { status: 422, en: 'An entry keeps its kind. Remove it and add another one instead.' },
  guardian_needed: {
    status: 422,
    en: '{name} is under 18: a parent or guardian gives this consent. Write the guardian’s name, or ask them to open the link.',
  },
  birth_date_needed: {
    status: 422,
    en: 'Nobody has noted when {name} was born, and somebody under 18 needs a guardian here. Add the birth date, or the name of the guardian who gives this consent.',
  },
  text_superseded: {
    status: 409,
    en: 'These words were changed while you were reading them. Nothing was saved: read the new ones and decide then.',
  },
  period_out_of_bounds: {
    status: 422,
    en: 'This period is shorter or longer than is sound for such records. Choose one within the bounds shown beside it.',
  },
  held_already: { status: 409, en: 'There is a hold on this already. Release that one first, or let it stand.' },
  hold_released: { status: 409, en: 'This hold was released already. Place a new one if it is needed again.' },
  under_legal_hold: {
    status: 409,
    en: 'This is under a legal hold and is not deleted. An administrator can see the hold, with its reason, in Settings → Retention, and release it there.',
  },
  request_not_yet: { status: 422, en: 'A request cannot have come after today. Check the day on which it came.' },
  request_open: {
    status: 409,
    en: 'There is an open request of this kind already. It is being looked after; see its page, or wait for its answer.',
  },
  identity_first: { status: 409, en: 'First make sure who asks, and note how. Nothing is handed out or erased before.' },
  request_closed: { status: 409, en: 'This request is closed. If there is more to do, note a new one.' },
  extension_refused: {
    status: 409,
    en: 'A request can be extended once, while it is open and not overdue. Answer this one now, or say in the answer why it comes late.',
  },
  erase_instead: {
    status: 409,
    en: 'An erasure is answered by erasing: use “Erase the person”. If it must not be done, refuse it with the reason.',
  },
  not_an_erasure: { status: 409, en: 'This request asks for something else. Note a request for erasure if the person wants to be erased.' },
  no_archive: { status: 409, en: 'There is an archive for requests for access and portability only.' },
  archive_taken: { status: 410, en: '{who} has downloaded this archive, and it can be downloaded once. Make it anew if it was lost.' },
  archive_over: { status: 410, en: 'This archive was kept for seven days and is gone. Make it anew.' },
  protected_already: {
    status: 409,
    en: '{name} is under protection already. Nothing was changed; the name you see is the pseudonym.',
  },
  pseudonym_tells: {
    status: 422,
    en: 'This pseudonym has a word of the real name in it. Choose one that has none, or leave both fields empty and Amity chooses one.',
  },
  reveal_asked: {
    status: 409,
    en: 'You have asked for this name already. Somebody else who may do so has to decide; your request stands under Settings, Protection.',
  },
  reveal_own: { status: 422, en: 'Two people open a real name. You asked, so somebody else who may do so has to agree.' },
  reveal_decided: { status: 409, en: 'This request was decided meanwhile. Look at the list again to see how.' },
  reveal_closed: {
    status: 403,
    en: 'This name is not open to you: it is seen by whoever asked, for a quarter of an hour after somebody else agreed. Ask again, and say why.',
  },
  ending_asked: {
    status: 409,
    en: 'Somebody has asked already to end this protection. Another person who may do so has to decide; the request stands under Settings, Protection.',
  },
  ending_own: { status: 422, en: 'Two people end a protection. You asked, so somebody else who may do so has to agree.' },
  ending_decided: {
    status: 409,
    en: 'This request is over: somebody decided it meanwhile, or the person hid their name again. Look at the list again to see how.',
  },
  responder_unknown: { status: 422, en: 'Choose somebody who may protect people: only they can act on it.' },
} as const satisfies ErrorCatalog;
