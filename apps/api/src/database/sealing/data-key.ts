// One organization's data key, and what is derived from it (HKDF-SHA-256, RFC 5869): a key that seals fields, and for each column
// with a blind index a key of its own. Sealed bytes: format (1) | key version (4) | nonce (12) | ciphertext | tag (16). The associated
// data bind them to organization, table, column, row and key version: moved anywhere else they do not open.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { boundParts } from './bound-parts.js';

const format = 1;
const headLength = 5;

/** Where a sealed value stands. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor({ table, column, row }: SealedPlace, cause?: unknown) {
    super(`What stands in ${table}.${column} of row ${row} was not sealed there, or was changed since.`, { cause });
  }
}

export class DataKey {
  private readonly fieldKey: Buffer;

  constructor(
    readonly organizationId: string,
    readonly version: number,
    private readonly secret: Buffer,
  ) {
    this.fieldKey = this.derived('amity field');
  }

  static newSecret(): Buffer {
    return randomBytes(32);
  }

  /** For the master key to wrap, and for nothing else. */
  exposed(): Buffer {
    return this.secret;
  }

  /** JSON values; padded to whole 64 bytes, so that the length says little. */
  seal(place: SealedPlace, value: unknown, nonce: Buffer = randomBytes(12)): Buffer {
    const head = Buffer.alloc(headLength);
    head.writeUInt8(format, 0);
    head.writeUInt32BE(this.version, 1);
    const cipher = createCipheriv('aes-256-gcm', this.fieldKey, nonce).setAAD(this.bound(place));
    return Buffer.concat([head, nonce, cipher.update(padded(JSON.stringify(value))), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws SealBroken */
  open(place: SealedPlace, sealed: Buffer): unknown {
    if (versionOf(sealed) !== this.version || sealed.length < headLength + 28) throw new SealBroken(place);
    try {
      const nonce = sealed.subarray(headLength, headLength + 12);
      const decipher = createDecipheriv('aes-256-gcm', this.fieldKey, nonce, { authTagLength: 16 });
      decipher.setAAD(this.bound(place)).setAuthTag(sealed.subarray(-16));
      const text = Buffer.concat([decipher.update(sealed.subarray(headLength + 12, -16)), decipher.final()]);
      return JSON.parse(text.toString('utf8')) as unknown;
    } catch (error) {
      throw new SealBroken(place, error); // a wrong tag is all that can fail here
    }
  }

  /** Sixteen bytes by which equal values of one column are found without being opened. */
  blindIndex({ table, column }: Pick<SealedPlace, 'table' | 'column'>, normalized: string): Buffer {
    const key = this.derived(boundParts(['amity blind index', table, column]));
    return createHmac('sha256', key).update(normalized, 'utf8').digest().subarray(0, 16);
  }

  private derived(purpose: string | Buffer): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, this.organizationId, purpose, 32));
  }

  private bound({ table, column, row }: SealedPlace): Buffer {
    return boundParts([this.organizationId, table, column, row, String(this.version)]);
  }
}

/** Under which version of the key these bytes were sealed; null when they are none of ours. */
export function versionOf(sealed: Buffer): number | null {
  return sealed.length >= headLength && sealed.readUInt8(0) === format ? sealed.readUInt32BE(1) : null;
}

/** JSON may end in spaces: they are the padding, and nothing has to be cut off again. */
function padded(json: string): Buffer {
  const bytes = Buffer.from(json, 'utf8');
  return Buffer.concat([bytes, Buffer.alloc((64 - (bytes.length % 64)) % 64, ' ')]);
}
