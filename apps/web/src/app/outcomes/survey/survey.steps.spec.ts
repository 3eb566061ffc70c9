import { fitting, isMissing, numbersOf, screensOf, sheetOf } from './survey.steps.js';
import { aScaleItem, aTextItem } from './testing/a-survey.js';

const keys = (items: Parameters<typeof screensOf>[0]) => screensOf(items).map((screen) => screen.map(({ key }) => key).join(''));
const scale = aScaleItem;

describe('the screens of a survey', () => {
  it('hold at most three questions, evenly spread', () => {
    expect(keys([scale('a'), scale('b'), scale('c')])).toEqual(['abc']);
    expect(keys([scale('a'), scale('b'), scale('c'), scale('d')])).toEqual(['ab', 'cd']);
    expect(keys(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => scale(key)))).toEqual(['abc', 'de', 'fg']);
  });

  it('keep apart what belongs to another scale, has another range, other ends, or asks for words', () => {
    const items = [
      scale('a'),
      scale('b', { subscale: 'trust' }),
      scale('c', { subscale: 'trust', max: 7 }),
      scale('d', { subscale: 'trust', max: 7, maxLabel: 'Always' }),
      aTextItem('e'),
      aTextItem('f'),
    ];
    expect(keys(items)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('are none without questions', () => expect(keys([])).toEqual([]));
});

describe('answers', () => {
  const items = [scale('a', { min: 0, max: 10 }), scale('b', { optional: true }), aTextItem('c', { optional: false }), aTextItem('d')];

  it('are missing where a question is not optional; zero is an answer and blanks are none', () => {
    const missing = (typed: Record<string, number | string | null>) => items.filter((item) => isMissing(item, typed)).map(({ key }) => key);
    expect(missing({})).toEqual(['a', 'c']);
    expect(missing({ a: 0, c: '  \n' })).toEqual(['c']);
    expect(missing({ a: 0, b: null, c: 'It did.' })).toEqual([]);
  });

  it('are sent in the order of the questions, without what was left out', () => {
    expect(sheetOf(items, { d: ' ', c: ' It did. ', b: null, a: 0, gone: 3 })).toEqual({
      answers: [
        { key: 'a', number: 0 },
        { key: 'c', text: 'It did.' },
      ],
    });
  });

  it('that were kept are taken as far as they still fit', () => {
    expect(fitting(items, { a: 11, b: null, c: 'words', d: 4, gone: 1 })).toEqual({ b: null, c: 'words' });
    expect(fitting(items, { a: null, b: 2.5 })).toEqual({});
    expect(fitting(items, { a: 10, b: 1 })).toEqual({ a: 10, b: 1 });
  });

  it('to a scale are its whole numbers', () => expect(numbersOf(scale('a', { min: 0, max: 3 }))).toEqual([0, 1, 2, 3]));
});
