// A page at rest, after its size or its colors changed: a picture or a look at its contrasts in the middle of it would be of no use.
import { expect, type Page } from '@playwright/test';

/** The application has drawn this page, and nothing on it is still being fetched. */
export async function drawn(page: Page): Promise<void> {
  await expect(page.locator('main')).toBeAttached();
  await expect(page.locator('h1').first()).toBeAttached();
  await expect(page.locator('amity-skeleton')).toHaveCount(0);
}

/** Fonts are there, two frames have been drawn, and every movement that ends has ended. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
    const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  })()`);
}
