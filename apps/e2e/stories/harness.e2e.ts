// The watch of the browser tests can bite: every kind of complaint is provoked once on a small site of its own and must be heard.
// The browser itself is tried as well: it draws, downloads, keeps passkeys, speaks right to left, and stays on this machine.
import type { AddressInfo } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { Watch } from '../browser/watch.js';
import { walkByTab } from '../world/keyboard.js';
import { unmarkedWords } from '../world/pseudo-words.js';
import { addAuthenticator, download, expect, expectNoSidewaysScroll, story as base, takePictures, violations } from '../world/story.js';

const pages: Record<string, string> = {
  '/good': '<button>Save</button>',
  '/console': '<script>console.error("broken widget")</script>',
  '/script': '<script>setTimeout(() => { throw new Error("no such visit") })</script>',
  '/asset': '<script src="/gone.js"></script>',
  '/foreign': '<img alt="logo" src="http://fonts.example.com/logo.png">',
  '/policy': '<script src="/good.js"></script>',
  '/pdf': '<a href="/itinerary.pdf">Itinerary</a>',
  '/dim': '<button>Save</button><button style="outline: none">Delete</button>',
  '/jump':
    '<button id="a">A</button><button>B</button><button id="c">C</button><script>a.addEventListener("focus", () => c.focus())</script>',
  '/wide': '<div style="width: 3000px">wide</div>',
  '/unlabeled': '<input><img src="data:,">',
};

const site: RequestListener = (request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path === '/favicon.ico') return void response.writeHead(204).end();
  if (path === '/good.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end('');
  if (path === '/itinerary.pdf') return void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7\n%%EOF\n');
  const body = pages[path];
  if (body === undefined) return void response.writeHead(404).end();
  const policy = path === '/policy' ? { 'content-security-policy': "script-src 'none'" } : {};
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy });
  response.end(
    `<!doctype html><html lang="en" dir="ltr"><meta name="viewport" content="width=device-width"><title>Try</title><main><h1>Try</h1>${body}</main></html>`,
  );
};

/** The same story with the small site in place of Amity. */
const story = base.extend<object, { address: string }>({
  address: [
    async ({}, use) => {
      const server = createServer(site).listen(0, '127.0.0.1');
      await new Promise((listening) => server.once('listening', listening));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ address }, use) => use(address),
});

const complaints = [
  { path: '/console', heard: /^console: broken widget$/ },
  { path: '/script', heard: /^script: no such visit$/ },
  { path: '/asset', heard: /^answer: 404 GET \/gone\.js$/ },
  { path: '/foreign', heard: /^foreign: GET http:\/\/fonts\.example\.com\/logo\.png$/ },
  { path: '/policy', heard: /^policy: .*\/good\.js/ },
];
for (const { path, heard } of complaints) {
  story(`hears what is wrong on ${path}`, async ({ page, watch }) => {
    await page.goto(path);
    await expect.poll(() => watch.all()).toEqual([expect.stringMatching(heard)]);
    expect(watch.verdict()).toEqual(watch.all()); // undeclared, so it would fail the story
    watch.expect(heard);
    expect(watch.verdict()).toEqual([]);
  });
}

story('hears a resource that never came', async ({ page, watch }) => {
  await page.goto('/good');
  const reserved = 'http://127.0.0.1:9/closed.js';
  await page.evaluate(`document.head.append(Object.assign(document.createElement('script'), { src: '${reserved}' }))`);
  await expect.poll(() => watch.all()).toEqual([expect.stringMatching(/^lost: GET \/closed\.js \(net::ERR_/)]);
  watch.expect(/^lost: GET \/closed\.js/);
});

story('a declared complaint that never comes is a complaint', () => {
  const watch = new Watch();
  watch.expect(/never/);
  expect(watch.verdict()).toEqual(['expected but never heard: /never/']);
});

story('no name resolves outside this machine', async ({ page, watch }) => {
  watch.expect(/^foreign: GET http:\/\/example\.com\/$/);
  await expect(page.goto('http://example.com/')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
});

story('hears the pages of other people too', async ({ visitor, phone, address, watch }) => {
  const host = await visitor();
  await host.goto(`${address}/console`);
  await phone.goto('/script');
  await expect.poll(() => watch.all().length).toBe(2);
  watch.expect(/broken widget/, /no such visit/);
  expect(await phone.evaluate('[innerWidth, innerHeight, navigator.maxTouchPoints > 0]')).toEqual([360, 740, true]);
});

story('the browser is set: language, zone, motion', async ({ page }) => {
  await page.goto('/good');
  const settings = `[navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, matchMedia('(prefers-reduced-motion: reduce)').matches]`;
  expect(await page.evaluate(settings)).toEqual(['en-US', 'America/Chicago', true]);
});

story('a PDF is caught whole, though it is sent to be shown', async ({ page }) => {
  await page.goto('/pdf');
  const { name, bytes } = await download(page, () => page.getByRole('link', { name: 'Itinerary' }).click());
  expect(name).toBe('itinerary.pdf');
  expect(bytes.toString('latin1')).toBe('%PDF-1.7\n%%EOF\n');
});

story('pictures are taken at desk and phone size, light and dark', async ({ page }) => {
  await page.goto('/good');
  const names = ['1440-light', '1440-dark', '360-light', '360-dark'].map((each) => `harness-${each}.png`);
  expect(await takePictures(page, 'harness')).toEqual(names);
  expect(page.viewportSize()).toEqual({ width: 1440, height: 900 });
});

story('axe and the sideways check find what they should', async ({ page }) => {
  await page.goto('/good');
  expect(await violations(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
  await page.goto('/unlabeled');
  expect((await violations(page)).map((line) => line.split(':')[0]).sort()).toEqual(['image-alt', 'label']);
  await page.goto('/wide');
  await expect(expectNoSidewaysScroll(page)).rejects.toThrow(/wider than the window/);
});

story('the walk by Tab finds what it should', async ({ page }) => {
  await page.goto('/good');
  expect(await walkByTab(page)).toBe(1);
  await page.goto('/dim');
  await expect(walkByTab(page)).rejects.toThrow(/do not show the focus[^]*button Delete/);
  await page.goto('/jump');
  await expect(walkByTab(page)).rejects.toThrow(/Tab does not come to[^]*button B/);
});

story('Arabic, Japanese and Latin are drawn with fonts that came along', async ({ page }) => {
  await page.goto('/good');
  const width = (text: string): Promise<number> =>
    page.evaluate(
      `(() => { const pen = document.createElement('canvas').getContext('2d'); pen.font = '40px sans-serif'; return pen.measureText('${text}').width; })()`,
    );
  const missing = await width('\u{10FFFD}');
  for (const letter of ['é', 'ض', '友']) expect(await width(letter), letter).not.toBe(missing);
});

story('an authenticator keeps a passkey', async ({ page, address }) => {
  await page.goto(`${address.replace('127.0.0.1', 'localhost')}/good`);
  const authenticator = await addAuthenticator(page);
  await page.evaluate(`navigator.credentials.create({ publicKey: {
    challenge: new Uint8Array(32), rp: { name: 'Amity' }, user: { id: new Uint8Array(16), name: 'ada', displayName: 'Ada' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }], authenticatorSelection: { residentKey: 'required' } } }).then(() => true)`);
  expect(await authenticator.count()).toBe(1);
});

story('words of no language file are found among marked ones, data and names of days', () => {
  const texts = [
    '⟦Ñámé····⟧',
    '⟦{{ ñó ⟦twó·⟧ }} óf·⟧ · Ana Lima',
    'May 4 – 9, 2026',
    'America/Fort Nelson',
    'Save',
    'Delete Ana',
    '⟦Óñé·⟧ left over',
  ];
  expect(unmarkedWords(texts, ['Ana', 'Lima, Ana'])).toEqual(['Save', 'Delete', 'left over']);
});
