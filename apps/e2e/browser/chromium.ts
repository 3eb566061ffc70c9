// Finds a browser that really starts on this machine, in this order: the one in the lock file, the same with the
// libraries it ships, an installed Chrome, Playwright's own. Each is tried by launching it: a guess from file names is wrong too often.
import { chromium, type LaunchOptions } from '@playwright/test';
import { unpackBrowser } from './unpack.js';

const memo = 'AMITY_E2E_BROWSER';

/** Nothing leaves loopback: names do not resolve, no proxy is used, and the browser's own errands stay switched off. */
export const quietArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--no-proxy-server',
  '--no-sandbox', // root may not start it otherwise, and the pages are our own
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
];

interface Candidate {
  readonly name: string;
  readonly options: LaunchOptions;
}

function candidates(): Candidate[] {
  const found: Candidate[] = [];
  const unpacked = unpackBrowser();
  if (unpacked !== undefined) {
    const { executable: executablePath, fontSettings: FONTCONFIG_FILE, libraries } = unpacked;
    const paths = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    found.push({ name: 'packaged browser', options: { executablePath, env: { FONTCONFIG_FILE } } });
    found.push({
      name: 'packaged browser with its own libraries',
      options: { executablePath, env: { FONTCONFIG_FILE, LD_LIBRARY_PATH: paths } },
    });
  }
  found.push({ name: 'installed Chrome', options: { channel: 'chrome' } }, { name: "Playwright's own browser", options: {} });
  return found;
}

/** Without a UTF-8 locale the browser cannot name a downloaded file by anything but ASCII. */
const locale = { LC_ALL: 'C.UTF-8' };

/** Variables of this process plus the browser's own: Playwright replaces the environment when one is given. */
function complete({ env, ...options }: LaunchOptions): LaunchOptions {
  const inherited = Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  return { ...options, args: quietArguments, timeout: 30_000, env: { ...inherited, ...locale, ...env } };
}

/**
 * Launch options of the first browser that starts. The choice is kept in the environment, so worker processes do not probe again.
 * @throws Error that says what to install, and why each browser failed, when none starts.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const known = process.env[memo];
  if (known !== undefined) return complete(JSON.parse(known) as LaunchOptions);
  const refusals: string[] = [];
  for (const { name, options } of candidates()) {
    const refusal = await probe(complete(options));
    if (refusal === undefined) {
      process.env[memo] = JSON.stringify(options);
      return complete(options);
    }
    refusals.push(`  ${name}: ${refusal}`);
  }
  throw new Error(
    `No browser for the tests starts on this machine. Install Google Chrome, or run "npx playwright install --with-deps chromium", ` +
      `then try again. What was tried:\n${refusals.join('\n')}`,
  );
}

/** Undefined when the browser starts and shows a page; otherwise the most telling line of its complaint. */
async function probe(options: LaunchOptions): Promise<string | undefined> {
  try {
    const browser = await chromium.launch(options);
    try {
      const page = await browser.newPage();
      await page.goto('data:text/html,<p>ready</p>');
      const text = await page.textContent('p');
      return text === 'ready' ? undefined : `showed "${String(text)}" instead of a test page`;
    } finally {
      await browser.close();
    }
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).split('\n'); // any failure to launch means: try the next browser
    return (lines.find((line) => /error while loading|not found|doesn't exist/.test(line)) ?? lines[0] ?? '').trim();
  }
}
