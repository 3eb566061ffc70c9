// What a delegate sees behind a personal link, and what comes back. An answer carries no name; it hangs on the invitation.
import { LocalDate } from '@amity/kernel';
import * as z from 'zod';
import { Item, ItemKey } from './instrument.contract.js';
import { WaveMoment } from './moments.js';

export const Survey = z
  .object({
    organizationName: z.string(),
    delegationName: z.string(),
    name: z.string(),
    about: z.string(),
    adaptedFrom: z.string().nullable(),
    moment: WaveMoment,
    opensOn: LocalDate,
    closesOn: LocalDate,
    /** `answered` wins over the dates: this person is done. */
    state: z.enum(['scheduled', 'open', 'closed', 'answered']),
    items: z.array(Item),
  })
  .meta({ id: 'Survey' });
export type Survey = z.infer<typeof Survey>;

/** One answer: a number to a scale item, words to a text item. */
export const Answer = z
  .object({ key: ItemKey, number: z.int().nullish(), text: z.string().trim().max(4000).nullish() })
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof Answer>;

export const AnswerSheet = z.object({ answers: z.array(Answer).max(60) }).meta({ id: 'AnswerSheet' });
export type AnswerSheet = z.infer<typeof AnswerSheet>;

export const Thanks = z.object({ answered: z.int() }).meta({ id: 'Thanks' });
export type Thanks = z.infer<typeof Thanks>;
