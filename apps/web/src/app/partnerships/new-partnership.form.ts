// The form of a new partnership: two picked communities and what people know of their beginning.
import { Community, CommunityDraft, PartnershipKind, PlaceHit, Since } from '@amity/partnerships';
import * as z from 'zod';
import type { Picked } from './community-choice.js';

export interface Typed {
  readonly home: Picked | null;
  readonly partner: Picked | null;
  readonly kind: PartnershipKind;
  readonly since: string;
  readonly notes: string;
}

/** @param choose the sentence for a side that nobody picked */
export function newPartnershipForm(choose: string) {
  const side = z.union([Community, PlaceHit, CommunityDraft], choose);
  return z.object({
    home: z.custom<Picked | null>().pipe(side as z.ZodType<Picked, Picked | null>),
    partner: z.custom<Picked | null>().pipe(side as z.ZodType<Picked, Picked | null>),
    kind: PartnershipKind,
    since: z
      .string()
      .trim()
      .transform((typed) => (typed === '' ? null : typed))
      .pipe(Since.nullable()),
    notes: z.string().trim().max(4000),
  });
}
