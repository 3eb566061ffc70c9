// The pseudo-locale turns every string of the catalog around and marks it ⟦so⟧, so a page that mirrors badly or a string that
// bypasses the language files shows at once.
import { expect, type Page } from '@playwright/test';
import { unmarkedWords } from './pseudo-words.js';

export const pseudoLocale = 'en-XB';

/**
 * Opens an address in the right-to-left pseudo-locale: nothing overflows sideways, and every visible word came from the language files,
 * from the api's answers (what people typed, and the api's own sentences) or from the browser's names of days, countries and languages.
 */
export async function openRightToLeft(page: Page, address: string): Promise<void> {
  const url = new URL(address, page.url());
  url.searchParams.set('lang', pseudoLocale);
  await listen(page);
  await page.goto(url.href);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('amity-skeleton')).toHaveCount(0, { timeout: 30_000 });
  await expect
    .configure({ soft: true }) // so that a story over many pages tells them all
    .poll(async () => unmarkedWords(await page.evaluate<string[]>(visibleTexts), await answered(page)), {
      message: `words of ${url.pathname} that are in no language file`,
    })
    .toEqual([]);
  await expectNoSidewaysScroll(page);
}

/** Opens the page again in the right-to-left pseudo-locale. */
export function reopenRightToLeft(page: Page): Promise<void> {
  return openRightToLeft(page, page.url());
}

/** The page is no wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(excess, 'pixels the page is wider than the window').toBe(0);
}

const listening = new WeakSet<Page>();

/** From here on the page keeps a copy of every answer of the api while it is opened in the pseudo-locale. */
async function listen(page: Page): Promise<void> {
  if (listening.has(page)) return;
  listening.add(page);
  await page.addInitScript(keepAnswers);
}

/** In the page, before its own scripts. A route would hear the answers as well, but switches the browser's cache off: a page that fetches
 * and compiles the whole app again takes three times as long. */
const keepAnswers = `if (new URLSearchParams(location.search).get('lang') === '${pseudoLocale}') {
  const ask = window.fetch;
  window.apiAnswers = [];
  window.fetch = async (...question) => {
    const answer = await ask(...question);
    if (new URL(answer.url).pathname.startsWith('/api/') && /json/.test(answer.headers.get('content-type') ?? ''))
      answer.clone().text().then((text) => window.apiAnswers.push(text), () => undefined); // cancelled: nobody reads it then
    return answer;
  };
}`;

/** Every string of the answers so far. */
async function answered(page: Page): Promise<string[]> {
  const answers = await page.evaluate<string[]>('window.apiAnswers');
  return answers.flatMap((text) => stringsIn(JSON.parse(text)));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** In the page: what stands there to be read or heard, piece by piece. Keys of the keyboard and the icons say no words; what is marked
 * as not to be translated (the history calls the fields of a record as the database does) is no word of a language file. */
const visibleTexts = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element || element.closest('script, style, kbd, svg, textarea, [translate=no]')) continue;
    if (element.closest('select') || element.checkVisibility()) texts.push(walker.currentNode.textContent);
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
      if (element.checkVisibility() && element.hasAttribute(name)) texts.push(element.getAttribute(name));
  return [...texts, document.title].map((text) => text.trim()).filter((text) => text !== '');
})()`;
