import * as z from 'zod';
import { Id, issue, LocalDate, pageOf, PageQuery, Version } from '@amity/kernel';
import { Community, CommunityChoice } from './community.contract.js';

export const PartnershipKind = z.enum(['sister_city', 'friendship_city', 'twinning', 'regional']).meta({ id: 'PartnershipKind' });
export type PartnershipKind = z.infer<typeof PartnershipKind>;

export const PartnershipState = z.enum(['active', 'dormant', 'ended']).meta({ id: 'PartnershipState' });
export type PartnershipState = z.infer<typeof PartnershipState>;

/** When a partnership began: the day, or only the year where nobody remembers more. */
export const Since = z.union([LocalDate, z.string().regex(/^(1[89]|20)\d{2}$/)], issue('since_unclear')).meta({ id: 'Since' });
export type Since = z.infer<typeof Since>;

const ownFields = {
  kind: PartnershipKind,
  since: Since.nullable(),
  notes: z.string().trim().max(4000),
};

/** A formal link to be recorded. The same pair stands once, from whichever side it is entered. */
export const PartnershipDraft = z
  .object({
    kind: ownFields.kind,
    since: ownFields.since.default(null),
    notes: ownFields.notes.default(''),
    home: CommunityChoice,
    partner: CommunityChoice,
  })
  .meta({ id: 'PartnershipDraft' });
export type PartnershipDraft = z.infer<typeof PartnershipDraft>;

/** What may change in a partnership's life; the two communities may not: that would be another partnership. */
export const PartnershipChange = z
  .object({ ...ownFields, state: PartnershipState })
  .partial()
  .meta({ id: 'PartnershipChange' });
export type PartnershipChange = z.infer<typeof PartnershipChange>;

/** A formal link between two communities, seen from the home side. */
export const Partnership = z
  .object({ id: Id, ...ownFields, state: PartnershipState, home: Community, partner: Community, version: Version })
  .meta({ id: 'Partnership' });
export type Partnership = z.infer<typeof Partnership>;

export const PartnershipPage = pageOf(Partnership, 'PartnershipPage');

/** A filter that may be given once or several times. */
const oneOrMore = <S extends z.ZodType>(of: S) =>
  z
    .union([of, z.array(of).max(20)])
    .transform((given) => (Array.isArray(given) ? given : [given]) as z.output<S>[])
    .optional();

/**
 * By the name of the home side, then of the partner. `q` is looked for in both names, in what the places are called elsewhere, and in
 * their countries; `flagged=true` asks for those with a side that the gazetteer does not know.
 */
export const PartnershipsQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  state: oneOrMore(PartnershipState),
  kind: oneOrMore(PartnershipKind),
  flagged: z.enum(['true']).optional(),
});
export type PartnershipsQuery = z.infer<typeof PartnershipsQuery>;
