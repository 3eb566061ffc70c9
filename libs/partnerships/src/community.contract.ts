import * as z from 'zod';
import { CountryCode, Id, issue, Latitude, Longitude, pageOf, PageQuery, Version, Zone } from '@amity/kernel';

/** The number of a place in GeoNames, where the gazetteer's places come from. */
export const GazetteerId = z.int().positive().meta({ id: 'GazetteerId' });
export type GazetteerId = z.infer<typeof GazetteerId>;

const placeFields = {
  name: z.string().trim().min(1).max(200),
  countryCode: CountryCode,
  latitude: Latitude,
  longitude: Longitude,
  zone: Zone,
  /** Inhabitants; absent when nobody knows. */
  population: z.int().min(0).nullable(),
};

/** A community written down by hand. Where the gazetteer knows the place after all, its facts count instead of these. */
export const CommunityDraft = z.object({ ...placeFields, population: placeFields.population.default(null) }).meta({ id: 'CommunityDraft' });
export type CommunityDraft = z.infer<typeof CommunityDraft>;

/** One side of a partnership to be recorded: a known community, a place picked from the gazetteer, or one written down by hand. */
export const CommunityChoice = z
  .union([z.object({ id: Id }), z.object({ gazetteerId: GazetteerId }), CommunityDraft])
  .meta({ id: 'CommunityChoice' });
export type CommunityChoice = z.infer<typeof CommunityChoice>;

/** A town, city or region that takes part in a partnership. `flagged`: not in the gazetteer, so somebody should look at it. */
export const Community = z
  .object({ id: Id, ...placeFields, gazetteerId: GazetteerId.nullable(), flagged: z.boolean(), version: Version })
  .meta({ id: 'Community' });
export type Community = z.infer<typeof Community>;

/** One place the gazetteer offers for what somebody typed; `region` is the first-level division's code, as GeoNames has it. */
export const PlaceHit = z
  .object({ gazetteerId: GazetteerId, ...placeFields, countryName: z.string(), region: z.string().nullable() })
  .meta({ id: 'PlaceHit' });
export type PlaceHit = z.infer<typeof PlaceHit>;

/** How the gazetteer is asked: `q` is what somebody typed so far. */
export const PlaceQuery = z.object({
  q: z.string().trim().min(1, issue('place_missing')).max(100),
  country: CountryCode.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export type PlaceQuery = z.infer<typeof PlaceQuery>;

export const PlaceList = z.object({ items: z.array(PlaceHit) }).meta({ id: 'PlaceList' });
export type PlaceList = z.infer<typeof PlaceList>;

/** A point whose time zone is asked for. */
export const PointQuery = z.object({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
});
export type PointQuery = z.infer<typeof PointQuery>;

export const ZoneAtPoint = z.object({ zone: Zone }).meta({ id: 'ZoneAtPoint' });
export type ZoneAtPoint = z.infer<typeof ZoneAtPoint>;

export const CommunityPage = pageOf(Community, 'CommunityPage');

/** By name. `flagged=true` asks for those that the gazetteer does not know. */
export const CommunitiesQuery = PageQuery.extend({ q: z.string().trim().max(100).optional(), flagged: z.enum(['true']).optional() });
export type CommunitiesQuery = z.infer<typeof CommunitiesQuery>;
