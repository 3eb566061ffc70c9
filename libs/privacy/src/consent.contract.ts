// Consents stand each for itself: nothing is bundled, nothing is given by default, and taking one back is as easy as giving it. What
// was agreed to is a text of a certain edition in a certain language, and a released edition never changes.
import { Id, LanguageTag, issue } from '@amity/kernel';
import * as z from 'zod';

export const consentPurposes = ['participation', 'survey', 'follow_up', 'photo', 'quote', 'partner_sharing', 'transfer'] as const;
export const ConsentPurpose = z.enum(consentPurposes).meta({ id: 'ConsentPurpose' });
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

export const decisions = ['given', 'withdrawn'] as const;
export const Decision = z.enum(decisions).meta({ id: 'ConsentDecisionKind' });
export type Decision = z.infer<typeof Decision>;

/** Who decided: the person, the guardian of a minor, or a coordinator who was told. */
export const deciders = ['self', 'guardian', 'coordinator'] as const;
export const Decider = z.enum(deciders).meta({ id: 'ConsentDecider' });
export type Decider = z.infer<typeof Decider>;

export const GuardianNeed = z.enum(['none', 'under_18', 'birth_date_unknown']).meta({ id: 'GuardianNeed' });
export type GuardianNeed = z.infer<typeof GuardianNeed>;

export const ConsentText = z
  .object({ purpose: ConsentPurpose, language: LanguageTag, edition: z.int().min(1), text: z.string() })
  .meta({ id: 'ConsentText' });
export type ConsentText = z.infer<typeof ConsentText>;
export const ConsentTexts = z.object({ items: z.array(ConsentText) }).meta({ id: 'ConsentTexts' });
export type ConsentTexts = z.infer<typeof ConsentTexts>;

/** How many people agree today to which edition. Who they are stands on each person's page. */
export const ConsentStanding = z
  .object({ purpose: ConsentPurpose, language: LanguageTag, edition: z.int().min(1), given: z.int().min(1) })
  .meta({ id: 'ConsentStanding' });
export type ConsentStanding = z.infer<typeof ConsentStanding>;
export const ConsentStandings = z.object({ items: z.array(ConsentStanding) }).meta({ id: 'ConsentStandings' });
export type ConsentStandings = z.infer<typeof ConsentStandings>;

export const ConsentTextDraft = ConsentText.omit({ edition: true })
  .extend({ text: z.string().trim().min(20, issue('consent_text_short')).max(4000) })
  .meta({ id: 'ConsentTextDraft' });
export type ConsentTextDraft = z.infer<typeof ConsentTextDraft>;

export const Decided = z
  .object({
    id: Id,
    purpose: ConsentPurpose,
    decision: Decision,
    language: LanguageTag,
    edition: z.int().min(1),
    by: Decider,
    guardianName: z.string().nullable(),
    note: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'ConsentDecided' });
export type Decided = z.infer<typeof Decided>;

/** How one purpose stands today: the words that would be agreed to now, and the decision that counts. */
export const ConsentState = z
  .object({ purpose: ConsentPurpose, isGiven: z.boolean(), text: ConsentText, last: Decided.nullable() })
  .meta({ id: 'ConsentState' });
export type ConsentState = z.infer<typeof ConsentState>;

export const PersonConsents = z
  .object({ name: z.string(), guardian: GuardianNeed, items: z.array(ConsentState), history: z.array(Decided) })
  .meta({ id: 'PersonConsents' });
export type PersonConsents = z.infer<typeof PersonConsents>;

/** What the holder of a personal link sees: no notes of coordinators, no history. */
export const MyConsents = z
  .object({ organization: z.string(), name: z.string(), guardian: GuardianNeed, items: z.array(ConsentState) })
  .meta({ id: 'MyConsents' });
export type MyConsents = z.infer<typeof MyConsents>;

const guardianName = z
  .string()
  .trim()
  .max(160)
  .nullish()
  .transform((name) => name || null);
const decided = { purpose: ConsentPurpose, decision: Decision, language: LanguageTag, edition: z.int().min(1), guardianName };

/** By the person's own link: a guardian's name says that a guardian decides. */
export const MyDecision = z.object(decided).meta({ id: 'MyConsentDecision' });
export type MyDecision = z.infer<typeof MyDecision>;

/** By a coordinator who was told: the note says how, for example "signed form of May 3". */
export const ToldDecision = z
  .object({ ...decided, note: z.string().trim().min(1, issue('consent_note_missing')).max(500) })
  .meta({ id: 'ToldConsentDecision' });
export type ToldDecision = z.infer<typeof ToldDecision>;

export const ConsentLink = z.object({ url: z.url() }).meta({ id: 'ConsentLink' });
export type ConsentLink = z.infer<typeof ConsentLink>;
