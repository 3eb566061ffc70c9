import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsService } from './access/index.js';
import type { Demo } from './demo/index.js';
import type { Settings } from './settings.js';

/** The one screen `npm start` ends with. */
export async function welcomeScreen(app: NestFastifyApplication, settings: Settings, demo: Demo | null): Promise<string> {
  const url = settings.publicUrl;
  const lines = ['', '  Amity is running.', '', `  Open      ${url}`];
  if (await app.get(AccountsService).isSetUpNeeded()) lines.push(`  First     create the first administrator at ${url}/set-up`);
  else if (demo)
    lines.push(
      '  Sign in   coordinator@example.org, officer@example.org or admin@example.org',
      `  Password  ${demo.isNew ? demo.password : `in ${demo.passwordFile}`}`,
    );
  lines.push(`  Data      ${settings.databaseUrl ? 'in the database of DATABASE_URL' : settings.dataDir}`, '  Stop      Ctrl-C', '', '');
  return lines.join('\n');
}
