import { displayName, foldedName, formalName, sortedName } from './person.names.js';

describe('the name of a person', () => {
  const maria = { givenName: 'Maria', familyName: 'Silva', nameOrder: 'given_first' } as const;
  const yuki = { givenName: 'Yuki', familyName: 'Sato', nameOrder: 'family_first' } as const;
  const pele = { givenName: 'Pelé', familyName: '', nameOrder: 'given_first' } as const;

  it('stands in its owner’s order', () => {
    expect([displayName(maria), displayName(yuki), displayName(pele)]).toEqual(['Maria Silva', 'Sato Yuki', 'Pelé']);
  });

  it('is sorted by family name', () => {
    expect([sortedName(maria), sortedName(yuki), sortedName(pele)]).toEqual(['Silva, Maria', 'Sato, Yuki', 'Pelé']);
  });

  it('begins a letter with the salutation, when there is one', () => {
    expect([formalName({ ...maria, salutation: 'Dr.' }), formalName({ ...yuki, salutation: null })]).toEqual([
      'Dr. Maria Silva',
      'Sato Yuki',
    ]);
  });

  it('is compared without accents, case, punctuation and spaces', () => {
    expect(foldedName('José  Luís', 'Núñez-Ørsted')).toBe(foldedName('JOSE LUIS', 'nunez orsted'));
    expect(foldedName('Yuki', 'Sato')).not.toBe(foldedName('Yuko', 'Sato'));
    expect(foldedName('由紀', '佐藤')).toBe('由紀 佐藤');
  });
});
