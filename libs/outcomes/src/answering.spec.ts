import { checkAnswers } from './answering.js';
import { shippedInstruments } from './instruments.js';

const items = shippedInstruments.find((instrument) => instrument.key === 'program_experience')?.items ?? [];
const whole = [
  { key: 'satisfaction', number: 5 },
  { key: 'learning', number: 4 },
  { key: 'used_since', number: 3 },
];

describe('a sheet of answers', () => {
  it('may leave out what is optional, and blanks are no answers', () =>
    expect(checkAnswers(items, [...whole, { key: 'harm', text: '  ' }, { key: 'changed_at_home', number: null }])).toEqual({
      given: whole.map((answer) => ({ ...answer, text: null })),
      faults: [],
    }));
  it('names everything that is wrong', () =>
    expect(
      checkAnswers(items, [
        { key: 'satisfaction', number: 6 },
        { key: 'learning', text: 'much' },
        { key: 'harm', number: 1 },
        { key: 'shoe_size', number: 42 },
        { key: 'changed_at_home', number: 1 },
        { key: 'changed_at_home', number: 2 },
      ]).faults,
    ).toEqual([
      { path: 'satisfaction', detail: 'Choose a number from 1 to 5.' },
      { path: 'learning', detail: 'Choose a number here.' },
      { path: 'harm', detail: 'Write words here.' },
      { path: 'shoe_size', detail: 'This survey has no such question.' },
      { path: 'changed_at_home', detail: 'This question is answered twice.' },
      { path: 'used_since', detail: 'This question still needs an answer.' },
    ]));
});
