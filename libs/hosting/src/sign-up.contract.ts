// A sign-up has two schemas. The draft takes whatever is typed so far and loses nothing; the sign-up itself is strict and
// is checked when the family sends it (`checkSignUp`). A message of the strict schema is a code of `signUpSentences`.
import { Diet } from '@amity/people';
import { Id, LanguageTag, LocalDate, Version } from '@amity/kernel';
import * as z from 'zod';
import { Pet, Room } from './household.contract.js';

const typed = (max: number) => z.string().max(max).default('');

export const DraftMember = z.object({
  givenName: typed(100),
  familyName: typed(100),
  relation: z.enum(['adult', 'child']).default('adult'),
  birthDate: typed(10),
});
export type DraftMember = z.infer<typeof DraftMember>;
export const DraftOffer = z.object({ from: typed(10), to: typed(10) });
export type DraftOffer = z.infer<typeof DraftOffer>;

/** Everything as typed so far. Empty text and null mean "not answered yet". */
export const SignUpDraft = z
  .object({
    givenName: typed(100),
    familyName: typed(100),
    email: typed(254),
    phone: typed(40),
    address: typed(300),
    postalCode: typed(20),
    town: typed(120),
    beds: z.int().min(1).max(20).default(1),
    room: Room.nullable().default(null),
    stairs: z.boolean().nullable().default(null),
    members: z.array(DraftMember).max(15).default([]),
    hasPets: z.boolean().nullable().default(null),
    pets: z.array(Pet).max(7).default([]),
    smokers: z.boolean().nullable().default(null),
    dietOffered: z.array(z.string().max(80)).max(20).default([]),
    languages: z.array(LanguageTag).max(20).default([]),
    offers: z.array(DraftOffer).max(20).default([]),
    notes: typed(2000),
    agreesToTakePart: z.boolean().default(false),
    agreesToScreening: z.boolean().default(false),
    agreesToFollowUp: z.boolean().default(false),
  })
  .meta({ id: 'HostSignUpDraft' });
export type SignUpDraft = z.infer<typeof SignUpDraft>;
export type SignUpDraftInput = z.input<typeof SignUpDraft>;

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => text || null);

/** A sign-up that is complete; what one field's schema cannot see (dates, pets without animals) is in `checkSignUp`. */
export const SignUp = z.object({
  givenName: z.string().trim().min(1, 'givenName').max(100),
  familyName: z.string().trim().min(1, 'familyName').max(100),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('email')),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[+\d(][\d\s()./-]{5,}$/, 'phone'),
  address: z.string().trim().min(3, 'address').max(300),
  postalCode: optional(20),
  town: z.string().trim().min(1, 'town').max(120),
  beds: z.int().min(1).max(20),
  room: z.enum(Room.options, 'room'),
  stairs: z.boolean('stairs'),
  members: z
    .array(
      z.object({
        givenName: z.string().trim().min(1, 'memberName').max(100),
        familyName: z.string().trim().max(100),
        relation: z.enum(['adult', 'child']),
        birthDate: z
          .string()
          .refine((day) => day === '' || LocalDate.safeParse(day).success, 'birthDate')
          .transform((day) => day || null),
      }),
    )
    .max(15),
  hasPets: z.boolean('hasPets'),
  pets: z.array(Pet).max(7),
  smokers: z.boolean('smokers'),
  dietOffered: Diet,
  languages: z.array(LanguageTag).min(1, 'languages').max(20),
  offers: z
    .array(z.object({ from: z.iso.date('offerFrom'), to: z.iso.date('offerTo') }))
    .min(1, 'offers')
    .max(20),
  notes: optional(2000),
  agreesToTakePart: z.literal(true, 'agreesToTakePart'),
  agreesToScreening: z.literal(true, 'agreesToScreening'),
  agreesToFollowUp: z.boolean(),
});
export type SignUp = z.infer<typeof SignUp>;

export const signUpStates = ['draft', 'submitted', 'confirmed'] as const;

/** The family's own sign-up, as its link shows it. */
export const MySignUp = z
  .object({
    id: Id,
    organization: z.string(),
    slug: z.string(),
    state: z.enum(signUpStates),
    step: z.int().min(1).max(7),
    draft: SignUpDraft,
    /** All that is still missing, in the order of the form; a page shows those of the step just left. */
    problems: z.array(z.object({ path: z.string(), code: z.string(), detail: z.string(), step: z.int() })),
    /** Today where the organization is: dates before it are past. */
    today: LocalDate,
    version: Version,
  })
  .meta({ id: 'MyHostSignUp' });
export type MySignUp = z.infer<typeof MySignUp>;

export const StartSignUp = z.object({ slug: z.string().trim().toLowerCase().min(1).max(60) }).meta({ id: 'StartHostSignUp' });
export type StartSignUp = z.infer<typeof StartSignUp>;

/** `token` opens this sign-up later; it is shown once and kept by the browser. */
export const StartedSignUp = z.object({ token: z.string(), signUp: MySignUp }).meta({ id: 'StartedHostSignUp' });
export type StartedSignUp = z.infer<typeof StartedSignUp>;

/** The whole draft each time: it is small, and nothing can get lost between two versions. */
export const SaveSignUp = z.object({ draft: SignUpDraft, step: z.int().min(1).max(7) }).meta({ id: 'SaveHostSignUp' });
export type SaveSignUp = z.infer<typeof SaveSignUp>;

/** `home` is the token of the family's own page; null when it is not shown here, because a letter has it. */
export const ConfirmedSignUp = z
  .object({ alreadyConfirmed: z.boolean(), organization: z.string(), slug: z.string(), home: z.string().nullable() })
  .meta({ id: 'ConfirmedHostSignUp' });
export type ConfirmedSignUp = z.infer<typeof ConfirmedSignUp>;

/** What a stranger may know of an organization that welcomes hosts. */
export const HostWelcome = z.object({ organization: z.string(), slug: z.string(), today: LocalDate }).meta({ id: 'HostWelcome' });
export type HostWelcome = z.infer<typeof HostWelcome>;
