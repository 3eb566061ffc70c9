// How a community is written for people: its country in the reader's language, its point on Earth, the hours between two clocks.
import { inject, Injectable } from '@angular/core';
import { minutesAhead } from '@amity/partnerships';
import { Formats, LanguageChoice } from '../language/index.js';

/** The gazetteer's region codes are letters in some countries (TX) and mere numbers in others (07); only letters say something. */
export function regionName(region: string | null): string {
  return region !== null && /^[A-Z]/.test(region) ? region : '';
}

/** `50.73° N, 7.10° E`; the letters are the compass's in every language of Amity that writes Latin script. */
export function pointOf(latitude: number, longitude: number, number: (value: number) => string): string {
  const [ns, ew] = [latitude < 0 ? 'S' : 'N', longitude < 0 ? 'W' : 'E'];
  return `${number(Math.abs(latitude))}° ${ns}, ${number(Math.abs(longitude))}° ${ew}`;
}

@Injectable({ providedIn: 'root' })
export class PlaceWords {
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);

  country(code: string): string {
    return new Intl.DisplayNames(this.language.locale(), { type: 'region' }).of(code) ?? code;
  }

  /** Every country there is, by name in the reader's language. */
  countries(): readonly { readonly code: string; readonly name: string }[] {
    const names = new Intl.DisplayNames(this.language.locale(), { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !noCountries.has(code));
    return codes
      .flatMap((code) => {
        const name = names.of(code);
        return name === undefined || new Intl.Locale('und', { region: code }).maximize().region !== code ? [] : [{ code, name }];
      })
      .sort((a, b) => a.name.localeCompare(b.name, this.language.locale()));
  }

  point({ latitude, longitude }: { latitude: number; longitude: number }): string {
    return pointOf(latitude, longitude, (value) => this.formats.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  }

  kilometers(km: number): string {
    return this.formats.number(Math.round(km), { style: 'unit', unit: 'kilometer' });
  }

  /** How far the partner's clock is ahead (`7 hr`), behind, or the same; null when they agree. */
  clocks(home: string, partner: string, at: Date): { readonly way: 'ahead' | 'behind'; readonly hours: string } | null {
    const minutes = minutesAhead(home, partner, at);
    if (minutes === 0) return null;
    return {
      way: minutes > 0 ? 'ahead' : 'behind',
      hours: this.formats.number(Math.abs(minutes) / 60, { style: 'unit', unit: 'hour', unitDisplay: 'long' }),
    };
  }
}

/** Codes that Intl names and nobody lives in as a country. */
const noCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'CQ',
  'DD',
  'SU',
  'YU',
  'CS',
  'TP',
  'ZR',
  'BU',
  'FX',
  'NT',
  'AN',
  'YD',
  'VD',
  'UK',
]);
