import type { Naming } from './pseudonym.rules.js';
import { Renaming } from './renaming.rules.js';

const real: Naming = {
  givenName: 'Quintavious',
  familyName: 'Zöbelberg',
  nativeName: '佐藤 由紀',
  email: 'q@zobelberg.example',
  phone: '+1 360 555 0142',
  birthDate: '1980-01-01',
  worksAt: 'City Hall',
};
const alias: Naming = {
  givenName: 'Peter',
  familyName: 'Reed',
  nativeName: '田中 博',
  email: 'peter.reed123@mail.example',
  phone: '+1 360 777 1234',
  birthDate: '1980-02-01',
  worksAt: 'Water works',
};
const renaming = new Renaming(real, alias, ['Ana Zobelberg', 'Quintavious Smith']);

describe('somebody who is renamed', () => {
  it.each([
    ['a full name', 'Quintavious Zöbelberg speaks.', 'Peter Reed speaks.'],
    ['without its accents', 'QUINTAVIOUS ZOBELBERG', 'PETER REED'],
    ['by family name', 'Zobelberg, Quintavious', 'Reed, Peter'],
    ['in a file name', 'quintavious_zobelberg.csv', 'peter_reed.csv'],
    ['in its own script, amid other words', '今日は佐藤 由紀さんが', '今日は田中 博さんが'],
    ['an address', 'Write to Q@Zobelberg.example!', 'Write to peter.reed123@mail.example!'],
    ['a telephone number', 'call +1 360 555 0142', 'call +1 360 777 1234'],
    ['with decomposed accents', 'Quintavious Zo\u0308belberg', 'Peter Reed'],
    ['not by a first name alone', 'Quintavious speaks at City Hall', 'Quintavious speaks at City Hall'],
    ['not inside another word', 'Quintavious Zobelbergman', 'Quintavious Zobelbergman'],
    ['not when somebody else is meant', 'Ana Zobelberg and Quintavious Smith', 'Ana Zobelberg and Quintavious Smith'],
  ])('anywhere: %s', (_, text, expected) => {
    expect(renaming.text(text, 'anywhere')).toBe(expected);
  });

  it.each([
    ['a first name alone', 'Quintavious speaks first; Ms. Zobelberg follows.', 'Peter speaks first; Ms. Reed follows.'],
    ['in a file name', 'quintavious-passport.pdf', 'peter-passport.pdf'],
    ['a birth date', '1980-01-01', '1980-02-01'],
    ['not when somebody else is meant', 'Ana Zobelberg', 'Ana Zobelberg'],
    ['not where they work', 'Lunch at City Hall', 'Lunch at City Hall'],
  ])('on what is about them: %s', (_, text, expected) => {
    expect(renaming.text(text, 'near')).toBe(expected);
  });

  it.each([
    ['the beginning of an address', '“quintavious@” is not an address', '“peter@” is not an address'],
    ['in small letters', 'quintavious is late', 'peter is late'],
  ])('is found by %s', (_, text, expected) => {
    expect(renaming.text(text, 'near')).toBe(expected);
  });

  it('keeps a word that is no name as it is', () => {
    const may = new Renaming({ ...real, givenName: 'May', familyName: '' }, { ...alias, familyName: '' });
    expect(may.text('You may meet May.', 'near')).toBe('You may meet Peter.');
  });

  it('in a record: whatever of it is theirs', () => {
    const record = { givenName: 'Quintavious', familyName: 'Zöbelberg', worksAt: 'City Hall', birthDate: '1980-01-01', age: 3, x: null };
    const other = { givenName: 'Ana', worksAt: 'City Hall' };
    expect(renaming.value({ rows: [record, other] }, 'anywhere')).toEqual({
      rows: [{ givenName: 'Peter', familyName: 'Reed', worksAt: 'Water works', birthDate: '1980-02-01', age: 3, x: null }, other],
    });
  });

  it('is found by few words', () => {
    expect(renaming.needles).toEqual(expect.arrayContaining(['quintavious', 'zobelberg', '1980-01-01', 'city hall', '+1 360 555 0142']));
    expect(renaming.needles.some((needle) => needle.includes('quintavious zobelberg'))).toBe(false);
  });
});
