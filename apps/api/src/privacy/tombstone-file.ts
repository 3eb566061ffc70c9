// Tombstones outside the database: one JSON line each, only ever added to, so that a restored backup cannot bring somebody back. A line
// holds a keyed hash; the key lies beside the file, and from either alone nobody can tell who it was.
import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Id, Instant } from '@amity/kernel';
import * as z from 'zod';
import { isSystemError } from '../database/embedded/embedded-postgres-error.js';

const Tombstone = z.object({ organization: Id, subject: z.string().regex(/^[0-9a-f]{64}$/), at: Instant });
type Tombstone = z.infer<typeof Tombstone>;

export class TombstoneFile {
  constructor(readonly file: string) {}

  /** Who it is under the key of this installation; the key is made when it is first needed. */
  async hasher(): Promise<(organization: Id, personId: Id) => string> {
    const key = (await this.key()) ?? (await this.newKey());
    return (organization, personId) => createHmac('sha256', key).update(`${organization}|${personId}`).digest('hex');
  }

  /** Returns when the lines are on the disk. */
  async append(tombstones: readonly Tombstone[]): Promise<void> {
    if (tombstones.length === 0) return;
    await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const handle = await open(this.file, 'a', 0o600);
    try {
      await handle.appendFile(tombstones.map((tombstone) => `${JSON.stringify(tombstone)}\n`).join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** The hashes of each organization; none when nobody was erased yet. */
  async read(): Promise<ReadonlyMap<Id, ReadonlySet<string>>> {
    const found = new Map<Id, Set<string>>();
    const text = await textOf(this.file);
    if (text !== null && (await this.key()) === null)
      throw new Error(
        `${this.keyFile} is missing: without it nobody who was erased is known again. Put it back from where you keep the master key.`,
      );
    for (const [at, line] of (text ?? '').split('\n').entries()) {
      if (line === '') continue;
      const { organization, subject } = tombstoneIn(line, at + 1, this.file);
      found.set(organization, (found.get(organization) ?? new Set()).add(subject));
    }
    return found;
  }

  private get keyFile(): string {
    return `${this.file}.key`;
  }

  private async key(): Promise<Buffer | null> {
    const text = await textOf(this.keyFile);
    if (text === null) return null;
    if (!/^[0-9a-f]{64}$/.test(text.trim()))
      throw new Error(`${this.keyFile} holds no key. Put it back from where you keep the master key.`);
    return Buffer.from(text.trim(), 'hex');
  }

  /** Two servers that start at once agree on the first one's key. */
  private async newKey(): Promise<Buffer> {
    await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const key = randomBytes(32);
    try {
      await writeFile(this.keyFile, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
      return key;
    } catch (error) {
      const kept = isSystemError(error, 'EEXIST') ? await this.key() : null; // another server was first
      if (!kept) throw error;
      return kept;
    }
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error; // no file: there is nothing yet
    return null;
  }
}

function tombstoneIn(line: string, number: number, file: string): Tombstone {
  const sentence = `Line ${number} of ${file} is no tombstone. Take the file from a copy, or remove that line if you know why it is there.`;
  try {
    const tombstone = Tombstone.safeParse(JSON.parse(line));
    if (!tombstone.success) throw new Error(sentence);
    return tombstone.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error; // what is no JSON is no tombstone
    throw new Error(sentence, { cause: error });
  }
}
