// The list of twin towns as Wikidata gives it: tab-separated, no quoting, one twinning a line, home side first. A row is either two
// written places or a refusal that says what to correct; a blank population is only remarked. Nothing is guessed here but the country.
import { DomainError, type CountryCode, type ErrorParams } from '@amity/kernel';
import { countryCodesOf } from './country-names.js';
import type { WrittenPlace } from './place-match.js';
import { foldName } from './place-names.js';
import type { partnershipErrors, PartnershipRemark } from './partnerships.errors.js';

export const twinTownColumns = [
  'origincityLabel',
  'origincountry',
  'originlat',
  'originlong',
  'originpopulation',
  'sistercityLabel',
  'destinationlat',
  'destinationlong',
  'destinationpopulation',
  'destination_countryLabel',
  'dist',
  'eu',
] as const;
type Column = (typeof twinTownColumns)[number];

const homeColumns = {
  name: 'origincityLabel',
  country: 'origincountry',
  latitude: 'originlat',
  longitude: 'originlong',
  population: 'originpopulation',
} as const;
const partnerColumns = {
  name: 'sistercityLabel',
  country: 'destination_countryLabel',
  latitude: 'destinationlat',
  longitude: 'destinationlong',
  population: 'destinationpopulation',
} as const satisfies Record<keyof typeof homeColumns, Column>;

/** One line of the file; `row` counts from 1 and includes the line of column names, as a spreadsheet shows it. */
export interface TwinTownLine {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A side of a twinning. `country` is what the file says; `population` is null when it is blank or no number. */
export interface Mention extends WrittenPlace {
  readonly country: string;
  readonly population: number | null;
}

export type RefusalCode = Extract<keyof typeof partnershipErrors, `row_${string}`>;
export interface RowRefusal {
  readonly row: number;
  readonly code: RefusalCode;
  readonly params: ErrorParams;
}
export interface RowRemark {
  readonly row: number;
  readonly code: PartnershipRemark;
  readonly params: ErrorParams;
}
export interface TwinTownRow {
  readonly row: number;
  readonly home: Mention;
  readonly partner: Mention;
}
export interface TwinTownRows {
  readonly rows: readonly TwinTownRow[];
  readonly refused: readonly RowRefusal[];
  readonly remarks: readonly RowRemark[];
}

/** The text of a file: UTF-8, or UTF-16 by its byte order mark. Throws `partnerships.not_text` for anything else. */
export function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  // U+FFFD stands where bytes were no such text, here or in the program that wrote the file
  if (text.includes('\uFFFD') || text.includes('\0')) throw new DomainError('partnerships.not_text');
  return text;
}

/** The lines of a file that are not empty. Throws `partnerships.columns_missing` when the first one does not name all columns. */
export function linesOf(text: string): { order: Readonly<Record<Column, number>>; width: number; lines: TwinTownLine[] } {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const names = first.split('\t').map((name) => name.trim());
  const missing = twinTownColumns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new DomainError('partnerships.columns_missing', { columns: missing.join(', ') });
  const order = Object.fromEntries(twinTownColumns.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
  const lines = rest
    .map((line, i) => ({ row: i + 2, cells: line.split('\t') }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { order, width: names.length, lines };
}

/**
 * Reads a whole file. Equal mentions are one object, so that each place is looked up once.
 * @param countryNames folded English country names to code
 */
export function readTwinTowns(text: string, countryNames: ReadonlyMap<string, CountryCode>): TwinTownRows {
  const { order, width, lines } = linesOf(text);
  const rows: TwinTownRow[] = [];
  const refused: RowRefusal[] = [];
  const remarks: RowRemark[] = [];
  const known = new Map<string, Mention>();

  for (const { row, cells } of lines) {
    if (cells.length !== width) {
      refused.push({ row, code: 'row_columns', params: { row, found: cells.length, expected: width } });
      continue;
    }
    const cell = (column: Column) => (cells[order[column]] ?? '').trim();
    const home = readSide(row, homeColumns, cell, countryNames, known);
    const partner = readSide(row, partnerColumns, cell, countryNames, known);
    if ('code' in home) refused.push(home);
    else if ('code' in partner) refused.push(partner);
    else {
      rows.push({ row, home, partner });
      for (const side of [home, partner]) {
        if (side.population === null) remarks.push({ row, code: 'population_blank', params: { row, name: side.name } });
      }
    }
  }
  return { rows, refused, remarks };
}

function readSide(
  row: number,
  columns: Record<keyof typeof homeColumns, Column>,
  cell: (column: Column) => string,
  countryNames: ReadonlyMap<string, CountryCode>,
  known: Map<string, Mention>,
): Mention | RowRefusal {
  for (const column of [columns.name, columns.country, columns.latitude, columns.longitude]) {
    if (cell(column) === '') return { row, code: 'row_blank', params: { row, column } };
  }
  const name = cell(columns.name);
  if (/^[QPt]\d+$/.test(name) || foldName(name) === '') {
    return { row, code: 'row_name_is_number', params: { row, value: name, column: columns.name } };
  }
  const latitude = degrees(cell(columns.latitude), 90);
  const longitude = degrees(cell(columns.longitude), 180);
  if (latitude === null || longitude === null) {
    return { row, code: 'row_coordinates', params: { row, name, latitude: cell(columns.latitude), longitude: cell(columns.longitude) } };
  }
  if (latitude === 0 && longitude === 0) return { row, code: 'row_no_coordinates', params: { row, name } };

  const country = cell(columns.country);
  const population = /^\d{1,9}$/.test(cell(columns.population)) ? Number(cell(columns.population)) : null;
  const key = JSON.stringify([name, country, latitude, longitude, population]);
  let mention = known.get(key);
  if (mention === undefined) {
    mention = { name, country, countryCodes: countryCodesOf(country, countryNames), latitude, longitude, population };
    known.set(key, mention);
  }
  return mention;
}

/** Decimal degrees within ±limit, or null. */
function degrees(text: string, limit: number): number | null {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= limit ? value : null;
}
