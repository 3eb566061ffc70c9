// `npm start` ends here: database, migrations, application, the demo on the first start, and one screen that says where to go.
import { freePort } from './free-port.js';
import { createApplication } from './application.js';
import { openDatabase } from './open-database.js';
import { plantDemo } from './demo/index.js';
import { readSettings, type Settings } from './settings.js';
import { startSentence } from './start-sentence.js';
import { welcomeScreen } from './welcome-screen.js';

// PORT=0 asks for any free port; it is chosen first, because links in mail name it
const port = process.env['PORT'] === '0' ? await freePort() : undefined;
const settings = settingsOrExit();
const stopping: (() => Promise<void>)[] = [];
let isStopping = false;

function settingsOrExit(): Settings {
  try {
    return readSettings(port ? { ...process.env, PORT: String(port) } : process.env, process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`\nAmity could not start: ${startSentence(error)}\n`); // a setting that cannot be read is named in the message
    process.exit(1);
  }
}

/** Stops what was started, last first. Whatever hangs has twelve seconds; then the process ends, and PostgreSQL with it. */
async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(exitCode || 1), 12_000).unref();
  for (const step of stopping.reverse()) await step();
  process.exit(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

function databaseGone(): void {
  process.stderr.write('\nThe database ended by itself. Start Amity again: nothing that was acknowledged is lost.\n');
  process.exit(1); // without the database there is nothing left to end in order
}

try {
  const database = await openDatabase(settings, (line) => process.stderr.write(`${line}\n`), databaseGone);
  stopping.push(() => database.close());
  const app = await createApplication(settings, database.appUrl, await database.keys());
  stopping.push(() => app.close());
  await app.init();
  const demo = settings.empty ? null : await plantDemo(app, settings);
  await app.listen(settings.port, settings.host);
  if (settings.announce) process.stdout.write(`AMITY_READY ${JSON.stringify({ url: settings.publicUrl })}\n`);
  else process.stdout.write(await welcomeScreen(app, settings, demo));
} catch (error) {
  // Whatever stopped the start, the person at the terminal gets its sentence and a clean exit
  if (!isStopping) {
    process.stderr.write(`\nAmity could not start: ${startSentence(error, settings)}\n`);
    if (process.env['AMITY_LOG'] === 'debug') console.error(error);
    await stop(1);
  }
}
