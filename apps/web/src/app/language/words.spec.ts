// Every key that is used exists, and every key that exists is used: in templates and code as a whole string, or as a string ending
// in a dot that is joined with the rest ('frame.themes.' + theme).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const sources = [join(root, 'app'), join(root, '../../../libs/ui/src')];

function files(folder: string, fits: (name: string) => boolean): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path, fits);
    return fits(name) ? [path] : [];
  });
}

type Tree = { readonly [key: string]: string | Tree };

function keysOf(words: Tree, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`)));
}

const english = files(join(root, 'i18n'), (name) => name === 'en.json').flatMap((path) => {
  const area = path.slice(join(root, 'i18n').length + 1).replace(/\/?en\.json$/, '');
  return keysOf(JSON.parse(readFileSync(path, 'utf8')) as Tree, area === '' ? '' : `${area}.`);
});
const areas = new Set(english.map((key) => key.split('.')[0] ?? ''));

/**
 * What one file says: `area.something` as a whole string, or after a prefix that its template names (`prefix: 'area'`) or that its code
 * puts before every key (translate(`area.field.${name}`)).
 */
interface Source {
  readonly text: string;
  readonly prefixes: readonly string[];
}

const written: readonly Source[] = sources
  .flatMap((folder) => files(folder, (name) => /\.(ts|html)$/.test(name) && !name.includes('.spec.')))
  .map((path) => readFileSync(path, 'utf8'))
  .map((text) => ({
    text,
    prefixes: [
      ...[...text.matchAll(/prefix: '([\w.]+)'/g)].map(([, prefix]) => `${prefix}.`),
      ...[...text.matchAll(/(?:translate|counted)\(\s*(?:`([\w.]+\.)\$\{|'([\w.]+\.)' \+)/g)].map(
        ([, literal, joined]) => literal ?? joined ?? '',
      ),
    ],
  }));

const everyReading = (key: string, { prefixes }: Source) => [key, ...prefixes.map((prefix) => prefix + key)];

const quoted = new Set(
  written.flatMap((source) =>
    [...source.text.matchAll(/(['"`])([a-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.?)(?:\$\{[^`]*)?\1/g)].flatMap(([, , key]) =>
      everyReading(key ?? '', source),
    ),
  ),
);
const known = new Set(english);
const exists = (key: string) => (key.endsWith('.') ? english.some((other) => other.startsWith(key)) : known.has(key));
const missing = written.flatMap((source) =>
  [...source.text.matchAll(/(?:\bt|translate|translateSignal)\(\s*['"]([^'"]+)['"]/g)]
    .map(([, key]) => key ?? '')
    // between prefix and key there may be one more word that only the data knows: `overview.needs.${kind}.${part}`
    .filter(
      (key) =>
        !everyReading(key, source).some(exists) &&
        !source.prefixes.some((prefix) => english.some((other) => other.startsWith(prefix) && other.endsWith(`.${key}`))),
    ),
);

describe('the words', () => {
  it('have every key that is translated', () => {
    expect(missing).toEqual([]);
  });

  it('have no key that nobody uses', () => {
    const prefixes = [...quoted].filter((key) => key.endsWith('.') && areas.has(key.split('.')[0] ?? ''));
    const plural = /\.(zero|one|two|few|many|other)$/;
    const unused = english.filter(
      (key) => !quoted.has(key) && !quoted.has(key.replace(plural, '')) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});
