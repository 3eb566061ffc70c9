// The master key wraps every organization's data key and nothing else. AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; the
// associated data names the organization and the version, so that a wrapped key cannot be moved to another one.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { boundParts } from './bound-parts.js';

/** Which data key this is: whose, and its number in the order they were made. */
export interface DataKeyName {
  readonly organizationId: string;
  readonly version: number;
  /** What it opens; a key of the vault is never taken for one of the columns. */
  readonly use?: KeyUse;
}

export type KeyUse = 'data' | 'vault';

export class MasterKey {
  /** Eight bytes that tell master keys apart and say nothing about them: a truncated HMAC. */
  readonly id: Buffer;

  private constructor(private readonly key: Buffer) {
    this.id = createHmac('sha256', key).update('amity master key id').digest().subarray(0, 8);
  }

  static random(): MasterKey {
    return new MasterKey(randomBytes(32));
  }

  /** @param text 64 hexadecimal digits, as `text` writes them; null when it is anything else */
  static parse(text: string): MasterKey | null {
    return /^[0-9a-f]{64}$/i.test(text.trim()) ? new MasterKey(Buffer.from(text.trim(), 'hex')) : null;
  }

  /** For the key's file. */
  get text(): string {
    return this.key.toString('hex');
  }

  is(id: Uint8Array): boolean {
    return this.id.equals(id);
  }

  /** @returns nonce (12), wrapped key (32), tag (16) */
  wrap(name: DataKeyName, dataKey: Buffer, nonce: Buffer = randomBytes(12)): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(this.bound(name));
    return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws when it was wrapped for somebody else, by another master key, or was changed */
  unwrap(name: DataKeyName, wrapped: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key, wrapped.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(this.bound(name)).setAuthTag(wrapped.subarray(-16));
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  }

  private bound({ organizationId, version, use = 'data' }: DataKeyName): Buffer {
    return boundParts([`amity ${use} key`, organizationId, String(version), this.id.toString('hex')]);
  }
}
