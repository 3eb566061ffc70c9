import * as z from 'zod';

/** ISO 3166-1 alpha-2, upper case. */
export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ id: 'CountryCode' });
export type CountryCode = z.infer<typeof CountryCode>;

/** A language tag as people choose it in a form, for example `en`, `pt-BR`. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/)
  .meta({ id: 'LanguageTag' });
export type LanguageTag = z.infer<typeof LanguageTag>;

/** Degrees, WGS 84. */
export const Latitude = z.number().min(-90).max(90);
export const Longitude = z.number().min(-180).max(180);
