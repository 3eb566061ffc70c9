// What a story has at hand. Its file has a server and a database of its own; its pages are watched, and a complaint that the
// story did not declare fails it. Import `story` and `expect` from here, never from the runner.
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { Watch } from '../browser/watch.js';
import { mailTo, type Mail } from './mail.js';
import { setUp, signIn, type Account } from './people.js';
import type { Beginning, Server } from './server.js';
import { Worlds } from './worlds.js';

export { expect } from '@playwright/test';
export { axe, scrollToEnd, violations } from './accessibility.js';
export { download } from './downloads.js';
export type { Mail } from './mail.js';
export { addAuthenticator } from './passkeys.js';
export { expectNoSidewaysScroll, openRightToLeft, pseudoLocale, reopenRightToLeft } from './right-to-left.js';
export { shoot, takePictures } from './shots.js';

interface StoryFixtures {
  /** How the file's world begins, `story.use({ beginning: 'demo' })`; `empty` unless said. */
  beginning: Beginning;
  server: Server;
  /** Complaints of every page of this story; `watch.expect(/…/)` declares one that is provoked on purpose. */
  watch: Watch;
  /** Waits for the newest mail to an address about a subject. */
  mail: (address: string, subject: RegExp) => Promise<Mail>;
  signIn: (page: Page, who: Account) => Promise<void>;
  /** Sets an empty world up without the pages, and signs its administrator in. */
  setUp: (page: Page) => Promise<void>;
  /** A page of another person: own cookies, desk-sized. */
  visitor: () => Promise<Page>;
  /** A page on a phone, 360 by 740 with touch, with cookies of its own. */
  phone: Page;
}

export const story = base.extend<StoryFixtures, { worlds: Worlds }>({
  beginning: ['empty', { option: true }],

  worlds: [
    async ({}, use, worker) => {
      const worlds = new Worlds(worker.workerIndex);
      await use(worlds);
      await worlds.end();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  server: [
    async ({ worlds, beginning }, use, info) => {
      const server = await worlds.of(info.file, beginning);
      await use(server);
      if (info.status !== info.expectedStatus) await info.attach('server.log', { body: server.log, contentType: 'text/plain' });
      base.expect(server.alive, `the server still runs\n${server.alive ? '' : server.log}`).toBe(true);
    },
    { timeout: 120_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  watch: async ({}, use) => {
    const watch = new Watch();
    await use(watch);
    base.expect(watch.verdict(), 'what the pages complained about').toEqual([]);
  },

  context: async ({ context, watch }, use) => {
    watch.attach(context);
    await use(context);
  },

  mail: async ({ server }, use) => use((address, subject) => mailTo(server, address, subject)),

  signIn: async ({ server }, use) => use((page, who) => signIn(page, who, server)),

  setUp: async ({ server }, use) => use((page) => setUp(page, server)),

  visitor: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      watch.attach(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  phone: async ({ browser, watch }, use) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      deviceScaleFactor: 2,
    });
    watch.attach(context);
    await use(await context.newPage());
    await context.close();
  },
});
