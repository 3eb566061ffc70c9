// Pages and pictures look the same on every machine: the browser sees only fonts that come out of the lock file, never
// the system's. Latin, Greek and Cyrillic, Arabic and Japanese are covered, so a missing glyph is a finding, not an accident.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const packages = resolve(import.meta.dirname, '../../../node_modules/@expo-google-fonts');
const families = ['noto-sans', 'noto-sans-arabic', 'noto-sans-jp'];
const weights = ['400Regular', '500Medium', '700Bold'];

/** A fontconfig file naming the given folder and the Noto fonts of the lock file; `cache` is where the font index is kept. */
export function fontSettings(folder: string, cache: string): string {
  const noto = families.flatMap((family) => weights.map((weight) => join(packages, family, weight))).filter((path) => existsSync(path));
  const names = ['Noto Sans', 'Open Sans', 'Noto Sans Arabic', 'Noto Sans JP'].map((name) => `<family>${name}</family>`).join('');
  const generic = ['sans-serif', 'serif', 'monospace', 'system-ui'];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...[folder, ...noto].map((path) => `  <dir>${path}</dir>`),
    `  <cachedir>${cache}</cachedir>`,
    ...generic.map((family) => `  <alias binding="same"><family>${family}</family><prefer>${names}</prefer></alias>`),
    '</fontconfig>',
    '',
  ].join('\n');
}
