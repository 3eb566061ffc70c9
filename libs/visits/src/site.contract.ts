// A place where appointments happen. The same name at the same address is the same site, whatever its accents and case.
import { Id, issue, Latitude, Longitude, pageOf, PageQuery, Version, Zone } from '@amity/kernel';
import * as z from 'zod';

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);

export const SiteDraft = z
  .object({
    name: z.string().trim().min(1, issue('site_name_missing')).max(160),
    address: z.string().trim().min(1, issue('site_address_missing')).max(300),
    /** Left out: the organization's zone. */
    zone: Zone.nullish().transform((value) => value ?? null),
    latitude: Latitude.nullish().transform((value) => value ?? null),
    longitude: Longitude.nullish().transform((value) => value ?? null),
    /** The site receives one group at a time: two appointments there never overlap. */
    oneGroupAtATime: z.boolean().default(true),
    accessNotes: optionalText(1000),
    contactName: optionalText(160),
    contactPhone: optionalText(40),
  })
  .meta({ id: 'SiteDraft' });
export type SiteDraft = z.infer<typeof SiteDraft>;
export type SiteInput = z.input<typeof SiteDraft>;

export const Site = z
  .object({
    id: Id,
    name: z.string(),
    address: z.string(),
    zone: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    oneGroupAtATime: z.boolean(),
    accessNotes: z.string().nullable(),
    contactName: z.string().nullable(),
    contactPhone: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'Site' });
export type Site = z.infer<typeof Site>;

export const SitePage = pageOf(Site, 'SitePage');

/** By name. Every word of `q` occurs in the name or the address; accents and case do not matter. */
export const SitesQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });
export type SitesQuery = z.infer<typeof SitesQuery>;
