// Files name countries as people do: by former names, by short names, and by states that fell apart. A former state gives all of
// its successors; an unknown name gives none, and then the coordinates decide.
import type { CountryCode } from '@amity/kernel';
import { foldName } from './place-names.js';

const former: Readonly<Record<string, string>> = {
  'united states': 'US', usa: 'US', 'united states of america': 'US', uk: 'GB', 'great britain': 'GB', england: 'GB', scotland: 'GB', wales: 'GB',
  'northern ireland': 'GB', 'united kingdom': 'GB', 'kingdom of denmark': 'DK', 'kingdom of the netherlands': 'NL', holland: 'NL', 'the netherlands': 'NL',
  'republic of ireland': 'IE', 'peoples republic of china': 'CN', china: 'CN', 'republic of china': 'TW', taiwan: 'TW', 'south korea': 'KR',
  'north korea': 'KP', russia: 'RU', 'russian federation': 'RU', iran: 'IR', syria: 'SY', vietnam: 'VN', laos: 'LA', moldova: 'MD', macedonia: 'MK',
  'republic of macedonia': 'MK', 'north macedonia': 'MK', 'czech republic': 'CZ', czechia: 'CZ', swaziland: 'SZ', eswatini: 'SZ', burma: 'MM', zaire: 'CD',
  'democratic republic of the congo': 'CD', 'republic of the congo': 'CG', 'ivory coast': 'CI', 'cape verde': 'CV', 'east timor': 'TL', palestine: 'PS',
  'state of palestine': 'PS', 'palestinian national authority': 'PS', 'palestinian territories': 'PS', turkey: 'TR', turkiye: 'TR', tanzania: 'TZ',
  bolivia: 'BO', venezuela: 'VE', brunei: 'BN', kosovo: 'XK', ceylon: 'LK', persia: 'IR', rhodesia: 'ZW', 'upper volta': 'BF', dahomey: 'BJ',
  'west germany': 'DE', 'east germany': 'DE', 'german democratic republic': 'DE', 'saarland': 'DE', 'the bahamas': 'BS', 'the gambia': 'GM',
  'vatican city': 'VA', micronesia: 'FM', 'soviet union': 'RU UA BY MD EE LV LT GE AM AZ KZ UZ TM KG TJ', ussr: 'RU UA BY MD EE LV LT GE AM AZ KZ UZ TM KG TJ',
  czechoslovakia: 'CZ SK', yugoslavia: 'RS HR SI BA ME MK XK', 'serbia and montenegro': 'RS ME XK', 'austria hungary': 'AT HU CZ SK SI HR',
  'united arab republic': 'EG SY',
}; // prettier-ignore

// Under one flag, or claimed by two: the same town appears under either code. The first code stands for the family.
const families = [
  'US PR GU VI AS MP', 'FR GP MQ GF RE YT NC PF PM BL MF WF', 'GB JE GG IM GI BM FK KY', 'NL AW CW SX BQ', 'DK GL FO', 'FI AX', 'NO SJ',
  'CN HK MO', 'RU UA', 'MA EH', 'IL PS', 'RS XK',
].map((codes) => codes.split(' ')); // prettier-ignore

/**
 * The countries a label may mean: one, several for a state that fell apart, none when nobody knows.
 * @param names folded English names (official and other) to code, as the api reads them from its country list
 */
export function countryCodesOf(label: string, names: ReadonlyMap<string, CountryCode>): CountryCode[] {
  if (/^[A-Z]{2}$/.test(label.trim()) && [...names.values()].includes(label.trim())) return [label.trim()];
  const folded = foldName(label);
  const known = former[folded];
  if (known !== undefined) return known.split(' ');
  const code = names.get(folded) ?? names.get(folded.replace(/^the /, ''));
  return code === undefined ? [] : [code];
}

/** Other codes under which a place may stand in the gazetteer although a file says `code`. */
export function relatedCountries(code: CountryCode): CountryCode[] {
  return families.find((family) => family.includes(code))?.filter((other) => other !== code) ?? [];
}

/** The code that stands for `code` and all that is related to it. */
export function countryFamily(code: CountryCode): CountryCode {
  return families.find((family) => family.includes(code))?.[0] ?? code;
}
