// A real server process for one story file: its own database, its own data folder, a free port. It leads a process group,
// so ending it ends its children; its number lies in the run's folder until then, so the keeper can end what a crash left.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { api } from './api-files.js';
import { cloneDatabase, databaseUrl, dropDatabase } from './databases.js';
import { currentRun } from './run-facts.js';
import { SignInProvider } from './sign-in-provider.js';

/** `empty`: nothing in it, the first visitor sets Amity up. `demo`: the demo organization. `with_provider`: empty, and one signs in elsewhere. */
export type Beginning = 'empty' | 'demo' | 'with_provider';

export const demoPassword = 'a-long-way-between-two-cities';

const readyWithin = 90_000;

export class Server {
  private constructor(
    /** Without a slash at the end, for example `http://127.0.0.1:40123`. */
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly name: string,
    private readonly folder: string,
    private readonly provider: SignInProvider | null,
    private readonly settings: NodeJS.ProcessEnv,
  ) {}

  static async start(name: string, beginning: Beginning): Promise<Server> {
    const run = currentRun();
    const folder = join(run.folder, name);
    mkdirSync(folder, { mode: 0o700 });
    const DATABASE_URL = await cloneDatabase(name);
    const log = openSync(join(folder, 'server.log'), 'w');
    const provider = beginning === 'with_provider' ? await SignInProvider.start() : null;
    const settings = {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: '0',
      AMITY_ANNOUNCE: '1',
      AMITY_DATA: folder,
      AMITY_DEMO_PASSWORD: demoPassword,
      DATABASE_URL,
      ...provider?.settings,
    };
    const child = spawn(process.execPath, ['--enable-source-maps', api.main, ...(beginning === 'demo' ? [] : ['--empty'])], {
      env: settings,
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    if (child.pid === undefined) throw new Error(`The server of "${name}" could not be started.`);
    writeFileSync(join(run.folder, 'processes', String(child.pid)), name);
    const server = (url: string): Server => new Server(url, child, name, folder, provider, settings);
    try {
      return server(await announcedUrl(child, join(folder, 'server.log')));
    } catch (error) {
      await server('').stop();
      throw error;
    }
  }

  /** The owner's connection to the story's own database, for what only time would bring about. */
  get database(): string {
    return databaseUrl(currentRun().ownerUrl, this.name);
  }

  /** `npm run amity -- …` beside the running server; answers what it said. */
  async command(...words: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [api.commands, ...words], { env: this.settings });
    return stdout;
  }

  get log(): string {
    return readFileSync(join(this.folder, 'server.log'), 'utf8');
  }

  get alive(): boolean {
    return running(this.child);
  }

  /** Ends the process group, politely first, and removes database and folder. Throws when the server had to be killed. */
  async stop(): Promise<void> {
    const { pid } = this.child;
    if (pid === undefined) return;
    const polite = !running(this.child) || (await this.ended('SIGTERM', 10_000));
    if (!polite) await this.ended('SIGKILL', 5_000);
    endGroup(pid, 'SIGKILL');
    rmSync(join(currentRun().folder, 'processes', String(pid)), { force: true });
    this.provider?.stop();
    const log = this.log;
    await dropDatabase(this.name);
    rmSync(this.folder, { recursive: true, force: true });
    if (!polite) throw new Error(`The server of "${this.name}" did not end within 10 seconds of SIGTERM.\n${log.slice(-2_000)}`);
  }

  private async ended(signal: NodeJS.Signals, within: number): Promise<boolean> {
    const exit = once(this.child, 'exit');
    endGroup(this.child.pid ?? 0, signal);
    await Promise.race([exit, delay(within, undefined, { ref: false })]);
    return !running(this.child);
  }
}

function running(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function endGroup(id: number, signal: NodeJS.Signals): void {
  if (id <= 0) return;
  try {
    process.kill(-id, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // already gone, which is what was wanted
  }
}

/** Waits for the line `AMITY_READY {"url": …}` in the server's log. */
async function announcedUrl(child: ChildProcess, log: string): Promise<string> {
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline) {
    const said = /^AMITY_READY (\{.*\})$/m.exec(readFileSync(log, 'utf8'))?.[1];
    if (said !== undefined) return (JSON.parse(said) as { url: string }).url.replace(/\/$/, '');
    if (!running(child)) break;
    await delay(50);
  }
  const reason = running(child) ? `was not ready within ${readyWithin / 1000} seconds` : `ended with ${child.exitCode ?? child.signalCode}`;
  throw new Error(`The server ${reason}:\n${readFileSync(log, 'utf8').slice(-4_000)}`);
}
