import { FactDraft } from './fact.contract.js';

describe('the draft of something told in confidence', () => {
  it('holds what belongs to its kind and nothing else', () => {
    expect(FactDraft.parse({ kind: 'identity_document', value: { document: 'passport', number: ' x1 ', note: 'hidden' } })).toEqual({
      kind: 'identity_document',
      value: { document: 'passport', number: 'x1', country: null, expiresOn: null },
    });
    expect(FactDraft.parse({ kind: 'emergency_contact', value: { name: 'Ana', phone: '112' } }).value).toEqual({
      name: 'Ana',
      relation: '',
      phone: '112',
    });
  });

  it('says what is missing at the field', () => {
    const issues = (draft: unknown) => FactDraft.safeParse(draft).error?.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(issues({ kind: 'health', value: { text: '  ' } })).toEqual([['value.text', 'issue.fact_missing']]);
    expect(issues({ kind: 'identity_document', value: { document: 'passport', number: '---' } })).toEqual([
      ['value.number', 'issue.document_number_missing'],
    ]);
    expect(issues({ kind: 'shoe_size', value: { text: '43' } })?.[0]?.[0]).toBe('kind');
  });
});
