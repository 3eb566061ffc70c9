import { createCipheriv, createHmac, hkdfSync } from 'node:crypto';
import { DataKey, SealBroken, versionOf } from './data-key.js';
import { MasterKey } from './master-key.js';

const organization = '0193a000-0000-7000-8000-000000000001';
const place = { table: 'privacy.facts', column: 'value', row: '0193a000-0000-7000-8000-0000000000aa' };
const secret = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
const nonce = Buffer.from('a0a1a2a3a4a5a6a7a8a9aaab', 'hex');

describe('a sealed value', () => {
  const key = new DataKey(organization, 7, secret);

  it('is these bytes and no others', () => {
    const sealed = key.seal(place, { text: 'insulin' }, nonce);
    expect(sealed.toString('hex')).toBe(knownSealed);
    expect(key.open(place, sealed)).toEqual({ text: 'insulin' });
    expect(versionOf(sealed)).toBe(7);
  });

  it('is what the description of the format says, step by step', () => {
    const length = (part: string): Buffer => Buffer.from([0, 0, 0, Buffer.byteLength(part)]);
    const bound = [organization, place.table, place.column, place.row, '7'].flatMap((part) => [length(part), Buffer.from(part)]);
    const fieldKey = Buffer.from(hkdfSync('sha256', secret, organization, 'amity field', 32));
    const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce).setAAD(Buffer.concat(bound));
    const body = Buffer.concat([cipher.update('{"text":"insulin"}'.padEnd(64, ' ')), cipher.final(), cipher.getAuthTag()]);
    expect(Buffer.concat([Buffer.from([1, 0, 0, 0, 7]), nonce, body]).toString('hex')).toBe(knownSealed);
  });

  it('of any kind comes back as it was', () => {
    for (const value of [null, '', 'ñ日本', [], ['dog', 'cat'], { a: [1, { b: null }] }, 'x'.repeat(1000), ' spaces '])
      expect(key.open(place, key.seal(place, value))).toEqual(value);
  });

  it('says little of its length', () => {
    expect([1, 30, 62, 63].map((length) => key.seal(place, 'x'.repeat(length)).length)).toEqual([97, 97, 97, 161]);
  });

  it('is never sealed the same way twice', () => {
    expect(key.seal(place, 'a').equals(key.seal(place, 'a'))).toBe(false);
  });

  it('that is no sealed value at all is refused, and the refusal repeats nothing of it', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from([1]), Buffer.from('canary in the open'), Buffer.from([1, 0, 0, 0, 7, 1, 2, 3])]) {
      expect(() => key.open(place, bytes)).toThrow(SealBroken);
      expect(() => key.open(place, bytes)).toThrow(
        `What stands in privacy.facts.value of row ${place.row} was not sealed there, or was changed since.`,
      );
    }
  });
});

describe('a blind index', () => {
  it('is sixteen bytes under a key of the organization and the column', () => {
    const label = Buffer.concat(
      ['amity blind index', place.table, place.column].flatMap((part) => [Buffer.from([0, 0, 0, part.length]), Buffer.from(part)]),
    );
    const indexKey = Buffer.from(hkdfSync('sha256', secret, organization, label, 32));
    const expected = createHmac('sha256', indexKey).update('X1234567').digest().subarray(0, 16);
    expect(new DataKey(organization, 1, secret).blindIndex(place, 'X1234567')).toEqual(expected);
    expect(expected.toString('hex')).toBe(knownIndex);
  });
});

describe('the master key', () => {
  const master = MasterKey.parse(`${'0f'.repeat(32)}\n`);

  it('has an id and wraps as it always did', () => {
    expect(master?.id.toString('hex')).toBe(
      createHmac('sha256', Buffer.alloc(32, 15)).update('amity master key id').digest('hex').slice(0, 16),
    );
    expect(master?.wrap({ organizationId: organization, version: 1 }, secret, nonce).toString('hex')).toBe(knownWrapped);
  });

  it('is 64 hexadecimal digits', () => {
    expect([MasterKey.parse(''), MasterKey.parse('0f'.repeat(31)), MasterKey.parse('0g'.repeat(32))]).toEqual([null, null, null]);
    expect(MasterKey.parse(MasterKey.random().text)).toBeInstanceOf(MasterKey);
  });
});

// Written down once; a change of any of these is a new format, and old data must still open
const knownSealed =
  '0100000007a0a1a2a3a4a5a6a7a8a9aaab03ab0c1306b5060e7843d9969f03b09a1946d691bedf03bfe42a9765908e04e9a8b39ec03e1f1fe0ed999bd8d6908b96d4964e5126aedb3c6a2d80eb0d2383175e6d821ad7809207cfdfc0bc90648000';
const knownIndex = '3060bfb6281ab001a553e5617258284f';
const knownWrapped =
  'a0a1a2a3a4a5a6a7a8a9aaabe424c11190646ce6f1e23da183f5f105cd80355457b1836b8b403ca131aaabb4a8e4ec471014a64554d5405d3f523c32';
