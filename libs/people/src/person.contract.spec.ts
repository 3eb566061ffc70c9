import { PersonDraft } from './person.contract.js';

describe('the draft of a person', () => {
  it('fills in what is left out and makes empty fields nothing', () => {
    expect(PersonDraft.parse({ givenName: ' Maria ', email: ' Maria@Example.ORG ', phone: '' })).toEqual({
      givenName: 'Maria',
      familyName: '',
      nativeName: null,
      nameOrder: 'given_first',
      salutation: null,
      email: 'maria@example.org',
      phone: null,
      birthDate: null,
      countryCode: null,
      languages: [],
      worksAt: null,
    });
  });

  it('says what is wrong at the field', () => {
    const issues = PersonDraft.safeParse({ givenName: ' ', email: 'maria@', birthDate: '1987-02-30' }).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toEqual(['givenName', 'email', 'birthDate']);
    expect(issues[0]?.message).toBe('issue.name_missing');
    expect(issues[1]?.message).toBe('issue.email_incomplete');
  });
});
