// What the counterpart in the other city is shown of a partnership or a delegation, chosen field by field, and what they know better.
// Nothing is shared by default, and a field that was not chosen does not leave.
import { Id, Instant, issue, LocalDate, pageOf, PageQuery, Version } from '@amity/kernel';
import { Diet, EmailField } from '@amity/people';
import * as z from 'zod';
import { DelegationDirection } from './delegation.contract.js';

/** In the order in which they are shown. */
export const sharedFields = ['names', 'diet', 'flights', 'contacts'] as const;
export const SharedField = z.enum(sharedFields).meta({ id: 'SharedField' });
export type SharedField = z.infer<typeof SharedField>;

export const SharedNames = z.object({
  givenName: z.string().trim().min(1, issue('name_missing')).max(100),
  familyName: z.string().trim().max(100),
});
export const SharedContacts = z.object({
  email: EmailField,
  phone: z
    .string()
    .trim()
    .max(40)
    .nullish()
    .transform((value) => value || null),
});
const SharedFlights = z.string().trim().min(1, issue('flights_missing')).max(500);

/** What the partner knows of one field of one delegate. Null takes it back. */
export const PartnerEntryDraft = z
  .discriminatedUnion('field', [
    z.object({ field: z.literal('names'), value: SharedNames.nullable() }),
    z.object({ field: z.literal('diet'), value: Diet.nullable() }),
    z.object({ field: z.literal('flights'), value: SharedFlights.nullable() }),
    z.object({ field: z.literal('contacts'), value: SharedContacts.nullable() }),
  ])
  .meta({ id: 'PartnerEntryDraft' });
export type PartnerEntryDraft = z.infer<typeof PartnerEntryDraft>;
export type PartnerEntryInput = z.input<typeof PartnerEntryDraft>;

const Contacts = z.object({ email: z.string().nullable(), phone: z.string().nullable() });
const Names = z.object({ givenName: z.string(), familyName: z.string() });

/** One field as both sides have it; null where a side says nothing. */
export const SharedCell = z
  .discriminatedUnion('field', [
    z.object({ field: z.literal('names'), ours: Names.nullable(), theirs: Names.nullable(), disagrees: z.boolean() }),
    z.object({
      field: z.literal('diet'),
      ours: z.array(z.string()).nullable(),
      theirs: z.array(z.string()).nullable(),
      disagrees: z.boolean(),
    }),
    z.object({ field: z.literal('flights'), ours: z.string().nullable(), theirs: z.string().nullable(), disagrees: z.boolean() }),
    z.object({ field: z.literal('contacts'), ours: Contacts.nullable(), theirs: Contacts.nullable(), disagrees: z.boolean() }),
  ])
  .meta({ id: 'SharedCell' });
export type SharedCell = z.infer<typeof SharedCell>;

/** A delegate as the partner sees them: by number where names are not shared. */
export const SharedDelegate = z.object({ id: Id, number: z.int(), cells: z.array(SharedCell) }).meta({ id: 'SharedDelegate' });
export type SharedDelegate = z.infer<typeof SharedDelegate>;

export const SharedHead = z
  .object({
    id: Id,
    name: z.string(),
    direction: DelegationDirection,
    arrivesOn: LocalDate,
    departsOn: LocalDate,
    fields: z.array(SharedField),
  })
  .meta({ id: 'SharedHead' });
export type SharedHead = z.infer<typeof SharedHead>;

/** What is shared with the reader, the latest arrival first. */
export const SharedHeads = z.object({ organization: z.string(), items: z.array(SharedHead) }).meta({ id: 'SharedHeads' });
export type SharedHeads = z.infer<typeof SharedHeads>;

/** `withheld`: how many are left out, because they did not agree to be shared. */
export const SharedDelegation = SharedHead.extend({ withheld: z.int(), items: z.array(SharedDelegate) }).meta({ id: 'SharedDelegation' });
export type SharedDelegation = z.infer<typeof SharedDelegation>;

/** A partnership with all its delegations, those to come as well, or one delegation. */
export const ShareDraft = z
  .object({
    accountId: Id,
    partnershipId: Id.nullish().transform((value) => value ?? null),
    delegationId: Id.nullish().transform((value) => value ?? null),
    fields: z.array(SharedField).min(1, issue('share_fields_missing')).max(sharedFields.length),
  })
  .refine((draft) => (draft.partnershipId === null) !== (draft.delegationId === null), {
    path: ['delegationId'],
    error: issue('share_of_one_thing'),
  })
  .meta({ id: 'ShareDraft' });
export type ShareDraft = z.infer<typeof ShareDraft>;
export type ShareInput = z.input<typeof ShareDraft>;

export const Share = z
  .object({
    id: Id,
    accountId: Id,
    partner: z.string(),
    email: z.string(),
    partnershipId: Id.nullable(),
    delegationId: Id.nullable(),
    /** What is shared, by name. */
    about: z.string(),
    fields: z.array(SharedField),
    since: Instant,
    by: z.string(),
    revokedAt: Instant.nullable(),
    revokedBy: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'Share' });
export type Share = z.infer<typeof Share>;

export const SharePage = pageOf(Share, 'SharePage');

/** The latest first; those that ended only when asked for. */
export const SharesQuery = PageQuery.extend({
  past: z
    .enum(['true', 'false'])
    .optional()
    .transform((value) => value === 'true'),
});
export type SharesQuery = z.infer<typeof SharesQuery>;

/** Somebody from the other city who may be shown something. */
export const Partner = z.object({ accountId: Id, name: z.string(), email: z.string() }).meta({ id: 'SharePartner' });
export type Partner = z.infer<typeof Partner>;
export const Partners = z.object({ items: z.array(Partner) }).meta({ id: 'SharePartners' });
export type Partners = z.infer<typeof Partners>;

/** With whom a delegation is shared, by itself or with its partnership. */
export const DelegationShares = z
  .object({ mayShare: z.boolean(), items: z.array(Share), partners: z.array(Partner) })
  .meta({ id: 'DelegationShares' });
export type DelegationShares = z.infer<typeof DelegationShares>;

/** Where a partner says something else than the roster. */
export const Difference = z
  .object({ entryId: Id, version: Version, delegateId: Id, name: z.string(), partner: z.string(), cell: SharedCell })
  .meta({ id: 'SharedDifference' });
export type Difference = z.infer<typeof Difference>;
export const Differences = z.object({ items: z.array(Difference) }).meta({ id: 'SharedDifferences' });
export type Differences = z.infer<typeof Differences>;
