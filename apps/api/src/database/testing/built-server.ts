// The built server as a process of its own, started as a person would start it: for tests and benchmarks that kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const main = path.join(import.meta.dirname.replace(/\/src\//, '/dist/'), '../../main.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Nothing that could be a setting of Amity. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}) };
}

export class BuiltServer {
  /** Everything it has said on both streams. */
  output = '';
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;

  constructor(env: Readonly<Record<string, string>>, args: readonly string[] = ['--empty']) {
    this.child = spawn(process.execPath, [main, ...args], {
      env: { ...inherited(), PORT: '0', AMITY_ANNOUNCE: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (part: Buffer) => (this.output += part.toString()));
    this.child.stderr?.on('data', (part: Buffer) => (this.output += part.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => resolve({ code, signal })));
  }

  /** The address, as soon as it answers `ready`. Fails with the output when the process ends before. */
  async ready(): Promise<string> {
    let isOver = false;
    void this.ended.then(() => (isOver = true));
    while (!isOver) {
      const url = /AMITY_READY (\{.*\})/.exec(this.output)?.[1];
      if (url) {
        const address = (JSON.parse(url) as { url: string }).url;
        if ((await fetch(`${address}/api/health/ready`)).ok) return address;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`The server did not start:\n${this.output}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** SIGTERM, then the end. */
  async stop(): Promise<Ended> {
    this.signal('SIGTERM');
    return this.ended;
  }
}
