import fc from 'fast-check';
import { boundParts } from './bound-parts.js';
import { DataKey, SealBroken } from './data-key.js';
import { MasterKey } from './master-key.js';

const organizations = ['0193a000-0000-7000-8000-000000000001', '0193a000-0000-7000-8000-000000000002'] as const;
const secret = Buffer.alloc(32, 7);
const place = { table: 'privacy.facts', column: 'value', row: '0193a000-0000-7000-8000-0000000000aa' };
const value = fc.jsonValue({ maxDepth: 3 });

describe('a sealed value', () => {
  const key = new DataKey(organizations[0], 1, secret);

  it('opens to itself', () => {
    fc.assert(fc.property(value, (told) => expect(key.open(place, key.seal(place, told))).toEqual(JSON.parse(JSON.stringify(told)))));
  });

  it('with any bit turned over does not open', () => {
    fc.assert(
      fc.property(value, fc.nat(), (told, at) => {
        const sealed = key.seal(place, told);
        const bit = at % (sealed.length * 8);
        sealed.writeUInt8(sealed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(() => key.open(place, sealed)).toThrow(SealBroken);
      }),
    );
  });

  it('cut short or made longer does not open', () => {
    fc.assert(
      fc.property(value, fc.nat(), (told, at) => {
        const sealed = key.seal(place, told);
        expect(() => key.open(place, sealed.subarray(0, at % sealed.length))).toThrow(SealBroken);
        expect(() => key.open(place, Buffer.concat([sealed, Buffer.from([0])]))).toThrow(SealBroken);
      }),
    );
  });

  it('moved to another organization, table, column, row or key version does not open', () => {
    const part = fc.string({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(value, part, fc.constantFrom('table', 'column', 'row'), (told, other, which) => {
        fc.pre(other !== place[which]);
        expect(() => key.open({ ...place, [which]: other }, key.seal(place, told))).toThrow(SealBroken);
      }),
    );
    const sealed = key.seal(place, 'told');
    expect(() => new DataKey(organizations[1], 1, secret).open(place, sealed)).toThrow(SealBroken);
    expect(() => new DataKey(organizations[0], 2, secret).open(place, sealed)).toThrow(SealBroken);
    const renumbered = Buffer.from(sealed);
    renumbered.writeUInt32BE(2, 1);
    expect(() => new DataKey(organizations[0], 2, secret).open(place, renumbered)).toThrow(SealBroken);
  });
});

describe('a blind index', () => {
  it('is equal for equal values of one column of one organization, and only there', () => {
    const key = new DataKey(organizations[0], 1, secret);
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(key.blindIndex(place, one).equals(key.blindIndex(place, other))).toBe(one === other);
        for (const elsewhere of [
          new DataKey(organizations[1], 1, secret).blindIndex(place, one),
          new DataKey(organizations[0], 1, Buffer.alloc(32, 8)).blindIndex(place, one),
          key.blindIndex({ ...place, column: 'other' }, one),
          key.blindIndex({ ...place, table: 'other' }, one),
        ])
          expect(elsewhere.equals(key.blindIndex(place, one))).toBe(false);
      }),
    );
  });
});

describe('a wrapped data key', () => {
  it('opens for its organization, version and master key alone', () => {
    const [master, other] = [MasterKey.random(), MasterKey.random()];
    const name = { organizationId: organizations[0], version: 1 };
    const wrapped = master.wrap(name, secret);
    expect(master.unwrap(name, wrapped)).toEqual(secret);
    expect(() => other.unwrap(name, wrapped)).toThrow('unable to authenticate');
    expect(() => master.unwrap({ ...name, organizationId: organizations[1] }, wrapped)).toThrow('unable to authenticate');
    expect(() => master.unwrap({ ...name, version: 2 }, wrapped)).toThrow('unable to authenticate');
    fc.assert(
      fc.property(fc.nat(60 * 8 - 1), (bit) => {
        const changed = Buffer.from(wrapped);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(() => master.unwrap(name, changed)).toThrow('unable to authenticate');
      }),
    );
  });
});

describe('parts that are bound together', () => {
  it('never read as other parts', () => {
    const parts = fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        parts,
        parts,
        (one, other) => boundParts(one).equals(boundParts(other)) === (JSON.stringify(one) === JSON.stringify(other)),
      ),
    );
  });
});
