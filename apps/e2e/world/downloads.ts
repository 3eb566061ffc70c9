// Files a page hands out. The test browser has no viewer, so a PDF is a download however it is sent.
import type { Download, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';

export interface Handed {
  /** The name the person sees in the downloads folder. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Does what starts the download and waits for the whole file. */
export async function download(page: Page, act: () => Promise<unknown>): Promise<Handed> {
  const [started] = await Promise.all([page.waitForEvent('download'), act()]);
  return whole(started);
}

async function whole(started: Download): Promise<Handed> {
  const failure = await started.failure();
  if (failure !== null) throw new Error(`The download of ${started.url()} failed: ${failure}`);
  return { name: started.suggestedFilename(), bytes: await readFile(await started.path()) };
}
