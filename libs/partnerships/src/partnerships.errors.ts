import type { ErrorCatalog } from '@amity/kernel';

/** Refusals of the partnerships area. */
export const partnershipErrors = {
  with_itself: { status: 422, en: '{name} cannot be its own partner. Choose another community on one side.' },
  exists: { status: 409, en: '{home} and {partner} are partners already. Open that partnership instead.' },
  ended: { status: 409, en: 'The partnership of {home} and {partner} has ended. Record a new one if they begin again.' },
  place_unknown: {
    status: 422,
    en: 'The gazetteer has no place {gazetteerId}. Pick one from the list, or write the community down by hand.',
  },
  not_text: {
    status: 422,
    en: 'The file is not a text in UTF-8 or UTF-16. Save it as tab-separated text in UTF-8 and import it again.',
  },
  no_file: { status: 422, en: 'No file came along. Choose a tab-separated list of twin towns.' },
  columns_missing: { status: 422, en: 'The file lacks the columns {columns}. The first line must name them, separated by tabs.' },

  row_columns: { status: 422, en: 'Row {row} has {found} cells instead of {expected}; a tab is missing or one too many.' },
  row_blank: { status: 422, en: 'Row {row} leaves {column} blank. Fill it in and import the file again.' },
  row_name_is_number: {
    status: 422,
    en: 'Row {row} gives “{value}” in {column}, which is a catalog number and not a name. Put the name there.',
  },
  row_coordinates: {
    status: 422,
    en: 'Row {row} places {name} at {latitude}, {longitude}, which is no place on Earth. Correct the degrees.',
  },
  row_no_coordinates: { status: 422, en: 'Row {row} places {name} at 0, 0, which means that its coordinates are missing. Fill them in.' },
  row_country: {
    status: 422,
    en: 'Row {row} gives “{value}” as the country of {name}, and no known place is near its coordinates. Name the country.',
  },
  row_with_itself: { status: 422, en: 'Row {row} makes {name} its own partner.' },
} as const satisfies ErrorCatalog;

/** Remarks on rows that were taken: nothing is wrong, but somebody may want to look. Keys and `{params}` as in an error catalog. */
export const partnershipRemarks = {
  population_blank: { en: 'Row {row} leaves the population of {name} blank.' },
  country_by_coordinates: { en: 'Row {row} gives “{value}” as the country of {name}; its coordinates say {countryCode}.' },
  not_in_gazetteer: {
    en: 'Row {row}: {name} ({countryCode}) is not in the gazetteer. It is taken with the coordinates of the file and flagged.',
  },
} as const;
export type PartnershipRemark = keyof typeof partnershipRemarks;
