import { ageGroupOn, ageOn } from './age-group.js';
import { fitOf, type FitHome } from './candidate.score.js';
import { acceptanceLetter, mentions, offerLetter, withdrawalLetter } from './placement.letters.js';
import { holds, placementStates } from './placement.states.js';
import { nameOfWord, stayInWords } from './stay.words.js';

const home = (overrides: Partial<FitHome> = {}): FitHome => ({
  languages: ['en', 'pt'],
  dietOffered: ['vegetarian'],
  room: 'own_room',
  bedsFree: 2,
  ...overrides,
});

describe('the fit of a family and a guest', () => {
  it('is whole with a common language, every wish at the table, a room and a bed to spare', () => {
    expect(fitOf({ languages: ['pt-BR'], diet: ['Vegetarian'] }, home(), nameOfWord)).toEqual({
      score: 100,
      sharedLanguages: ['pt-BR'],
      dietMissing: [],
      weakest: null,
    });
  });

  it('names the weakest point in words, language before food before room', () => {
    const weakest = (languages: string[], diet: string[], at: FitHome) => fitOf({ languages, diet }, at, nameOfWord).weakest;
    expect([
      weakest(['ja'], ['halal'], home({ room: 'living_area' }))?.sentence,
      weakest(['en'], ['halal', 'gluten_free'], home({ room: 'living_area' }))?.sentence,
      weakest([], [], home())?.code,
      weakest(['en'], [], home({ room: 'living_area' }))?.sentence,
      weakest(['en'], [], home({ room: 'shared_with_child' }))?.code,
    ]).toEqual([
      'No language in common: the guest speaks Japanese.',
      'Not offered at the table: halal, gluten free.',
      'languages_unknown',
      'The bed stands in the living area.',
      'room_shared',
    ]);
  });

  it('counts each wish at the table', () => {
    expect(fitOf({ languages: ['ja'], diet: ['vegetarian', 'halal'] }, home({ bedsFree: 1 }), nameOfWord).score).toBe(18 + 10 + 5);
  });
});

describe('the states of a placement', () => {
  it('let a family answer once and a coordinator cancel what holds a bed', () => {
    expect(placementStates.states.map((state) => [state, placementStates.next(state), holds(state)])).toEqual([
      ['offered', ['accepted', 'declined', 'cancelled'], true],
      ['accepted', ['cancelled'], true],
      ['declined', [], false],
      ['cancelled', [], false],
    ]);
  });
});

describe('an age group', () => {
  it('changes on the birthday', () => {
    expect([ageOn('2008-05-12', '2026-05-11'), ageOn('2008-05-12', '2026-05-12')]).toEqual([17, 18]);
    expect(
      [
        ['2013-05-13', 'child'],
        ['2013-05-12', 'teenager'],
        ['2008-05-12', 'young_adult'],
        ['1996-05-12', 'adult'],
        ['1961-05-12', 'senior'],
      ].map(([birthDate = '']) => ageGroupOn(birthDate, '2026-05-12')),
    ).toEqual(['child', 'teenager', 'young_adult', 'adult', 'senior']);
    expect(ageGroupOn(null, '2026-05-12')).toBeNull();
  });
});

describe('letters to a family', () => {
  const facts = {
    to: 'lena@example.org',
    family: 'Okafor',
    guestGivenName: 'Yuki',
    delegation: 'Tateyama teachers',
    nights: { from: '2026-05-12', to: '2026-05-15' },
    about: '01a2013f-7aa4-7873-8e08-475a972c512e',
  };
  const text = (letter: { subject: string; paragraphs: readonly string[] }) => [letter.subject, ...letter.paragraphs].join(' ');

  it('say when, and leave the family name of the guest out', () => {
    expect(offerLetter({ ...facts, message: 'She loves boats.', url: 'http://x/p/placement#t' }).action?.url).toBe(
      'http://x/p/placement#t',
    );
    expect(text(offerLetter({ ...facts, message: 'She loves boats.', url: 'u' }))).toContain(
      `“Tateyama teachers” to stay with you from Tuesday, May 12 to Friday, May 15 (3 nights). She loves boats.`,
    );
    expect(text(acceptanceLetter(facts))).toContain('It is settled: Yuki');
    expect(text(withdrawalLetter({ ...facts, wasAccepted: true }))).toContain('Thank you for having said yes');
    expect(text(withdrawalLetter({ ...facts, wasAccepted: false }))).not.toContain('yes');
    expect(stayInWords({ from: '2026-05-12', to: '2026-05-13' })).toContain('(1 night)');
  });

  it('name nobody under the Chatham House rule, and of a closed delegation not even the delegation', () => {
    const secret = { ...facts, guestGivenName: null };
    const closed = { ...secret, delegation: null };
    expect([
      acceptanceLetter(secret).subject,
      acceptanceLetter(secret).paragraphs[1],
      withdrawalLetter({ ...closed, wasAccepted: true }).subject,
      offerLetter({ ...closed, message: null, url: 'u' }).subject,
      offerLetter({ ...closed, message: null, url: 'u' }).paragraphs[1],
    ]).toEqual([
      'Thank you: a guest stays with you',
      'It is settled: a guest of “Tateyama teachers” stays with you from Tuesday, May 12 to Friday, May 15 (3 nights).',
      'A guest will not stay with you',
      'A guest for the Okafor family',
      'We would love a guest to stay with you from Tuesday, May 12 to Friday, May 15 (3 nights).',
    ]);
  });

  it.each([
    ['Please meet YÚKI at the station.', true],
    ['Please meet Yukiko at the station.', false],
    ['Ito-san eats early', true],
    ['', false],
  ])('find a name in “%s”: %s', (message, found) => {
    expect(mentions(message, ['Yuki', 'Ito', ''])).toBe(found);
  });
});
