import { createHash } from 'node:crypto';
import { type ChainColumns, formOf, genesis, linkOf } from './chain.js';

const entry: ChainColumns = {
  organizationId: '0198c0de-0000-7000-8000-000000000001',
  id: '0198c0de-0000-7000-8000-000000000002',
  at: '2026-11-28T19:17:34.123456Z',
  actor: 'Zoë',
  accountId: null,
  onBehalfOf: null,
  onBehalfOfName: null,
  reason: '',
  action: 'changed',
  purpose: null,
  fields: null,
  subject: 'people.people',
  subjectId: '0198c0de-0000-7000-8000-000000000003',
  before: '{"name": "Tateyama"}',
  after: '{"name": "館山"}',
};

const sha256 = (previous: string, text: string) => createHash('sha256').update(Buffer.from(previous, 'hex')).update(text).digest('hex');

describe('the form of an entry', () => {
  it('is every column with its length in bytes, nothing told apart from empty', () => {
    expect(formOf(entry)).toBe(
      '13:amity-audit-1,36:0198c0de-0000-7000-8000-000000000001,36:0198c0de-0000-7000-8000-000000000002,' +
        '27:2026-11-28T19:17:34.123456Z,4:Zoë,-,-,-,0:,7:changed,-,-,13:people.people,36:0198c0de-0000-7000-8000-000000000003,' +
        '20:{"name": "Tateyama"},18:{"name": "館山"},',
    );
  });

  it('differs when text moves from one column to the next', () => {
    expect(formOf({ ...entry, reason: 'a,1:b', action: '' })).not.toBe(formOf({ ...entry, reason: 'a', action: 'b' }));
  });
});

describe('the link of an entry', () => {
  it('is the SHA-256 of the hash before it and of its form', () => {
    // printf '%064d' 0 | xxd -r -p | cat - form.txt | sha256sum
    expect(linkOf(genesis, entry, sha256)).toBe('9462196199c3a5ee30489b58b5c955a86b6ad704e9ae5cf6e1bc4df561ee1f67');
  });
});
