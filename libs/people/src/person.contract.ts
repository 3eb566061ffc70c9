// Everybody a visit has to do with, whatever their part: one person, one row. Names are kept as their owners write them,
// with the order in which they are spoken; nothing is split or guessed.
import { CountryCode, Id, issue, LanguageTag, LocalDate, pageOf, PageQuery, Version } from '@amity/kernel';
import * as z from 'zod';

/** In which order a name is written: Maria Silva, or Sato Yuki. */
export const NameOrder = z.enum(['given_first', 'family_first']).meta({ id: 'NameOrder' });
export type NameOrder = z.infer<typeof NameOrder>;

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);

/** Lower case, because an address is the same however it is typed; an empty field is no address. */
export const EmailField = z
  .string()
  .trim()
  .max(254)
  .toLowerCase()
  .nullish()
  .refine((value) => !value || z.email().safeParse(value).success, issue('email_incomplete'))
  .transform((value) => value || null);

export const PersonDraft = z
  .object({
    givenName: z.string().trim().min(1, issue('name_missing')).max(100),
    /** Empty for people who have one name. */
    familyName: z.string().trim().max(100).default(''),
    /** The name in its own script, for example 佐藤 由紀. */
    nativeName: optionalText(200),
    nameOrder: NameOrder.default('given_first'),
    salutation: optionalText(60),
    email: EmailField,
    phone: optionalText(40),
    birthDate: LocalDate.nullish().transform((value) => value ?? null),
    countryCode: CountryCode.nullish().transform((value) => value ?? null),
    languages: z.array(LanguageTag).max(20).default([]),
    /** Company, school or body the person works for. */
    worksAt: optionalText(200),
  })
  .meta({ id: 'PersonDraft' });
export type PersonDraft = z.infer<typeof PersonDraft>;
/** What a form or another area may leave out. */
export type PersonInput = z.input<typeof PersonDraft>;

export const Person = z
  .object({
    id: Id,
    givenName: z.string(),
    familyName: z.string(),
    nativeName: z.string().nullable(),
    nameOrder: NameOrder,
    salutation: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    birthDate: LocalDate.nullable(),
    countryCode: CountryCode.nullable(),
    languages: z.array(z.string()),
    worksAt: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const PersonPage = pageOf(Person, 'PersonPage');

/** `q` is looked for in names, e-mail address and place of work; accents and case do not matter. */
export const PeopleQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });
export type PeopleQuery = z.infer<typeof PeopleQuery>;
