// A wave is one administration of an instrument to the delegates of one delegation. Whoever is invited answers once, by a
// personal link. Who has answered is shown only when none or at least five have: below that it would point at people.
import { Id, issue, LocalDate, pageOf, PageQuery, Version } from '@amity/kernel';
import * as z from 'zod';
import { ResponseFlow } from './figures.contract.js';
import { WaveMoment } from './moments.js';

export const closesBeforeItOpens = 'The survey closes before it opens. Choose a later day.';
const ExistingDate = z.iso.date(issue('day_unknown'));
const dates = { opensOn: ExistingDate, closesOn: ExistingDate };
const inOrder = (draft: { opensOn: string; closesOn: string }) => draft.closesOn >= draft.opensOn;

export const WaveDraft = z
  .object({ delegationId: Id, instrumentId: Id, moment: WaveMoment, ...dates })
  .refine(inOrder, { path: ['closesOn'], error: closesBeforeItOpens })
  .meta({ id: 'WaveDraft' });
export type WaveDraft = z.infer<typeof WaveDraft>;

/** Both days count: a survey is open from the first to the end of the last. */
export const WaveDates = z
  .object(dates)
  .refine(inOrder, { path: ['closesOn'], error: closesBeforeItOpens })
  .meta({ id: 'WaveDates' });
export type WaveDates = z.infer<typeof WaveDates>;

export const WaveState = z.enum(['scheduled', 'open', 'closed']).meta({ id: 'WaveState' });
export type WaveState = z.infer<typeof WaveState>;

export const Wave = z
  .object({
    id: Id,
    delegationId: Id,
    delegationName: z.string(),
    instrument: z.object({ id: Id, key: z.string(), edition: z.int(), name: z.string() }),
    moment: WaveMoment,
    opensOn: LocalDate,
    closesOn: LocalDate,
    state: WaveState,
    flow: ResponseFlow,
    /** Invited, but without an e-mail address: somebody must hand over the link. */
    withoutEmail: z.int(),
    version: Version,
  })
  .meta({ id: 'Wave' });
export type Wave = z.infer<typeof Wave>;

export const WavePage = pageOf(Wave, 'WavePage');

export const WavesQuery = PageQuery.extend({ delegationId: Id.optional() });
export type WavesQuery = z.infer<typeof WavesQuery>;

export const Invitation = z
  .object({
    id: Id,
    delegateId: Id,
    name: z.string(),
    email: z.string().nullable(),
    /** null: not shown while from one to four people have answered */
    answered: z.boolean().nullable(),
    /** The last letter with a link, as a day in the organization's zone. */
    lastLetterOn: LocalDate.nullable(),
    linkMade: z.boolean(),
    /** The organization asks for consent to surveys and this person has given none: no letter and no link. */
    withoutConsent: z.boolean(),
    version: Version,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/** In the order of names. A delegation is small enough to be read at once. */
export const InvitationList = z.object({ items: z.array(Invitation), notInvited: z.int() }).meta({ id: 'InvitationList' });
export type InvitationList = z.infer<typeof InvitationList>;

/** A link to hand over. It is shown once: only its hash is kept, and links made before stop working. */
export const InvitationLink = z.object({ url: z.url() }).meta({ id: 'InvitationLink' });
export type InvitationLink = z.infer<typeof InvitationLink>;

/** How many letters went out, and who was left alone: reminded today already, without an address, or without consent. */
export const LettersSent = z
  .object({ sent: z.int(), alreadyToday: z.int(), withoutEmail: z.int(), withoutConsent: z.int() })
  .meta({ id: 'LettersSent' });
export type LettersSent = z.infer<typeof LettersSent>;
