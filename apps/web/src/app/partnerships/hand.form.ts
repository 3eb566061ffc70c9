// What is typed into the form of a community is text; here it becomes degrees and counts.
import { CommunityDraft } from '@amity/partnerships';
import * as z from 'zod';

const { name, countryCode, zone, latitude, longitude, population } = CommunityDraft.shape;

/** `50,73` and `-8.5` are degrees; empty is an answer that is missing, not zero. */
export function numberIn(typed: string): number {
  const text = typed.trim().replace(',', '.').replace('−', '-');
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

const degrees = <S extends z.ZodType<number, number>>(within: S) =>
  z
    .string()
    .min(1)
    .transform((typed) => numberIn(typed))
    .pipe(within);

export const HandForm = z.object({
  name,
  countryCode,
  latitude: degrees(latitude),
  longitude: degrees(longitude),
  zone,
  population: z
    .string()
    .transform((typed) => (typed.trim() === '' ? null : numberIn(typed.replaceAll(/[\s.,]/g, ''))))
    .pipe(population.unwrap()),
});

/** The point that the two fields say, or null while they do not. */
export function pointIn(typed: { readonly latitude: string; readonly longitude: string }): { latitude: number; longitude: number } | null {
  const point = { latitude: numberIn(typed.latitude), longitude: numberIn(typed.longitude) };
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null;
}
