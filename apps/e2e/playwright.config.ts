// Browser stories: one file a story, each with its own server and its own database. No retries: a story that fails
// sometimes is a defect of the product or of the story. Two workers, for two slow cores.
import { defineConfig } from '@playwright/test';
import { resolve } from 'node:path';
import { findBrowser } from './browser/chromium.js';

const results = resolve(import.meta.dirname, '../../test-results');

export default defineConfig({
  testDir: './stories',
  testMatch: '*.e2e.ts',
  outputDir: resolve(results, 'e2e'), // emptied by every run, so never the folder that other results live in
  globalSetup: './world/run.ts',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 600_000, // a busy machine is no failure; a page that hangs is told by the limits of each step
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: resolve(results, 'e2e.json') }]],
  use: {
    browserName: 'chromium',
    launchOptions: await findBrowser(),
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    acceptDownloads: true,
    serviceWorkers: 'block',
    // A third of the time goes into traces; whoever wonders why a story fails runs it again with AMITY_TRACE=1
    trace: process.env.AMITY_TRACE === '1' ? 'retain-on-failure' : 'off',
  },
});
