// Seals the secrets of authenticator apps: AES-256-GCM under a key derived (HKDF-SHA-256) from a key file that lies outside the
// database, with the account as associated data, so that a copied row opens for nobody else. A sealed secret begins with eight bytes
// that tell its key. Without the key nobody could sign in by a second factor, so the server refuses to start rather than lose it.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Id } from '@amity/kernel';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../settings.js';

interface Key {
  /** Eight bytes that tell one key from another and say nothing of it. */
  readonly mark: Buffer;
  readonly secret: Buffer;
}

const [markLength, nonceLength, tagLength] = [8, 12, 16];

@Injectable()
export class FactorSecrets implements OnModuleInit {
  private readonly file: string;
  private known: Key | null = null;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'dataDir' | 'factorKeyFile'>,
  ) {
    this.file = settings.factorKeyFile ?? path.join(settings.dataDir, 'factor.key');
  }

  async onModuleInit(): Promise<void> {
    this.known = this.read();
    if (!this.known && this.settings.factorKeyFile)
      throw new Error(`AMITY_FACTOR_KEY_FILE names ${this.file}, and no such file is there. Put the key there, 32 random bytes.`);
    const marks = await this.dataSource.query<{ mark: Buffer }[]>(
      `select distinct substring(sealed from 1 for ${markLength}) as mark from identity.authenticators`,
    );
    if (marks.every(({ mark }) => this.known?.mark.equals(mark))) return;
    throw new Error(
      this.known
        ? `the key in ${this.file} is not the one that second factors in the database were sealed with. Put that one back from your backup.`
        : `the key that second factors in the database are sealed with is missing. Put ${this.file} back from your backup, or name it in AMITY_FACTOR_KEY_FILE.`,
    );
  }

  seal(accountId: Id, secret: string): Buffer {
    const key = (this.known ??= this.read() ?? this.make());
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', key.secret, nonce).setAAD(Buffer.from(accountId));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([key.mark, nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws when the secret was sealed for another account, under another key, or changed since. */
  open(accountId: Id, sealed: Buffer): string {
    const key = (this.known ??= this.read());
    if (!key?.mark.equals(sealed.subarray(0, markLength)))
      throw new Error(`The key that sealed this second factor is not in ${this.file}.`);
    const [afterMark, afterNonce, afterTag] = [markLength, markLength + nonceLength, markLength + nonceLength + tagLength];
    const decipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(afterMark, afterNonce), { authTagLength: tagLength });
    decipher.setAAD(Buffer.from(accountId)).setAuthTag(sealed.subarray(afterNonce, afterTag));
    return Buffer.concat([decipher.update(sealed.subarray(afterTag)), decipher.final()]).toString('utf8');
  }

  private read(): Key | null {
    try {
      return keyFrom(readFileSync(this.file), this.file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return null; // it is made when first needed
    }
  }

  /** Written whole beside its place and then linked there: of two servers at once one wins, and both use its key. */
  private make(): Key {
    mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const draft = `${this.file}.${randomBytes(6).toString('hex')}`;
    writeFileSync(draft, randomBytes(32), { mode: 0o600, flag: 'wx' });
    try {
      linkSync(draft, this.file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // otherwise another server was quicker
    } finally {
      rmSync(draft);
    }
    return keyFrom(readFileSync(this.file), this.file);
  }
}

function keyFrom(bytes: Buffer, file: string): Key {
  if (bytes.length !== 32) throw new Error(`the key in ${file} must be 32 bytes long, and has ${bytes.length}.`);
  const derive = (use: string, length: number): Buffer => Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `amity ${use}`, length));
  return { mark: derive('factor mark', markLength), secret: derive('factor secrets', 32) };
}
