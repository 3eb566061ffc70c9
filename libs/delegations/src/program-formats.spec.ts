// The page writes the names from its own strings, letters and reports from here: in English they are the same words.
import { readFileSync } from 'node:fs';
import { programFormats } from './program-formats.js';
import { tracks } from './tracks.js';

interface Strings {
  readonly format: Readonly<Record<string, string>>;
  readonly track: Readonly<Record<string, string>>;
}
const strings = JSON.parse(readFileSync(new URL('../../../apps/web/src/i18n/delegations/en.json', import.meta.url), 'utf8')) as Strings;

describe('the names on the page', () => {
  it('are the names of the program formats', () => {
    expect(strings.format).toEqual(Object.fromEntries(programFormats.map(({ key, name }) => [key, name])));
  });

  it('are the names of the nine tracks', () => {
    expect(strings.track).toEqual(Object.fromEntries(tracks.map(({ number, name }) => [String(number), name])));
  });
});
