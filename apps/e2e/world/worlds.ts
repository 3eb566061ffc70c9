// Which server a story file talks to. A worker runs its files one after the other: the first test of a file starts its world,
// the first test of the next file, or the worker's end, stops it. After a failure the runner takes a new worker and so a new world.
import { basename } from 'node:path';
import { Server, type Beginning } from './server.js';

export class Worlds {
  private current: { readonly key: string; readonly server: Server } | undefined;
  private count = 0;

  /** @param worker number that no other worker of the run has */
  constructor(private readonly worker: number) {}

  async of(file: string, beginning: Beginning): Promise<Server> {
    const key = `${file} ${beginning}`;
    if (this.current?.key === key) return this.current.server;
    await this.end();
    const story = basename(file, '.e2e.ts')
      .replaceAll(/[^a-z0-9]+/g, '_')
      .slice(0, 30);
    const server = await Server.start(`${story}_w${this.worker}_${++this.count}`, beginning);
    this.current = { key, server };
    return server;
  }

  async end(): Promise<void> {
    const ending = this.current;
    this.current = undefined;
    await ending?.server.stop();
  }
}
