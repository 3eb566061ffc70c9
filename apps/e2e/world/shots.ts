// Pictures to judge the pages by: desk and phone, light and dark, into test-results/shots, with AMITY_SHOTS=1; nothing is compared
// with them, so a run that nobody looks at spares the time. With AMITY_README_SHOTS=1 the ones the README shows are written to docs/images too.
import type { Page } from '@playwright/test';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readmeShots } from './readme-shots.js';
import { settled } from './settled.js';

const repository = resolve(import.meta.dirname, '../../..');
const shots = join(repository, 'test-results', 'shots');
const images = join(repository, 'docs', 'images');

const widths = [
  { suffix: '1440', size: { width: 1440, height: 900 } },
  { suffix: '360', size: { width: 360, height: 740 } },
] as const;

export type Shoot = (page: Page, name: string) => Promise<void>;

/** Four pictures of the whole page: `<name>-1440-light.png`, `-1440-dark`, `-360-light`, `-360-dark`. Leaves the page as it was. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.AMITY_SHOTS === '1' || process.env.AMITY_README_SHOTS === '1') await takePictures(page, name);
}

/** The pictures themselves, whatever the run asks for; answers their files. */
export async function takePictures(page: Page, name: string): Promise<string[]> {
  const taken: string[] = [];
  mkdirSync(shots, { recursive: true });
  const before = page.viewportSize();
  for (const { suffix, size } of widths) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      const file = `${name}-${suffix}-${colorScheme}.png`;
      const path = join(shots, file);
      await page.screenshot({ path, fullPage: true, animations: 'disabled', scale: 'css' });
      taken.push(file);
      keepForReadme(path, file);
    }
  }
  // First the size, then the theme: Chromium leaves the old theme's ink on what was not drawn at the small size and comes back
  if (before !== null) await page.setViewportSize(before);
  await settled(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await settled(page);
  return taken;
}

function keepForReadme(path: string, file: string): void {
  if (process.env.AMITY_README_SHOTS !== '1' || !readmeShots.includes(file)) return;
  mkdirSync(images, { recursive: true });
  copyFileSync(path, join(images, file));
}
