// Checkpoints outside the database: one JSON line each, only ever added to. Whoever can rewrite the whole log and its head still
// has to reach this file and every copy of it.
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { ChainPlace } from '@amity/audit';
import { Id, Instant } from '@amity/kernel';
import * as z from 'zod';
import { isSystemError } from '../database/embedded/embedded-postgres-error.js';

export const Checkpoint = z.object({ organization: Id, number: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/), at: Instant });
export type Checkpoint = z.infer<typeof Checkpoint>;

export class CheckpointFile {
  constructor(readonly file: string) {}

  /** Returns when the lines are on the disk. */
  async append(checkpoints: readonly Checkpoint[]): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const handle = await open(this.file, 'a', 0o600);
    try {
      await handle.appendFile(checkpoints.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`).join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** The checkpoints of each organization in the order in which they were taken; none when there is no file yet. */
  async read(): Promise<ReadonlyMap<Id, readonly ChainPlace[]>> {
    const places = new Map<Id, ChainPlace[]>();
    let line = 0;
    for await (const text of this.lines()) {
      line += 1;
      if (text === '') continue;
      const checkpoint = Checkpoint.safeParse(parsed(text));
      if (!checkpoint.success)
        throw new Error(
          `Line ${line} of ${this.file} is no checkpoint. Take the file from a copy, or remove that line if you know why it is there.`,
        );
      const { organization, number, hash } = checkpoint.data;
      places.set(organization, [...(places.get(organization) ?? []), { number, hash }]);
    }
    return places;
  }

  private async *lines(): AsyncGenerator<string> {
    const handle = await this.opened();
    if (handle) yield* handle.readLines(); // closes the file at the end
  }

  private async opened(): Promise<FileHandle | null> {
    try {
      return await open(this.file, 'r');
    } catch (error) {
      if (!isSystemError(error, 'ENOENT')) throw error; // no file: no checkpoint was taken yet
      return null;
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error; // what is no JSON is no checkpoint, and the caller says so
    return null;
  }
}
