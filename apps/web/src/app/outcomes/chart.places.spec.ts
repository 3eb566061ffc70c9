import { heightsOf, placeOn, wayOf } from './chart.places.js';

const measured = (value: number | null) => ({ value, measuredOn: null, estimate: null });

describe('places on a chart', () => {
  it('leave room at both ends', () => {
    expect([placeOn(1, 1, 5), placeOn(3, 1, 5), placeOn(5, 1, 5)]).toEqual([3, 50, 97]);
  });

  it('stand between baseline and target, also when less is better', () => {
    const middle = { baseline: 3, target: 97, actual: 50, low: null, high: null };
    expect(wayOf({ baseline: 0, target: 10, actual: measured(5) })).toEqual(middle);
    expect(wayOf({ baseline: 10, target: 0, actual: measured(5) })).toEqual(middle);
  });

  it('make the line longer for what lies outside it', () => {
    expect(wayOf({ baseline: 0, target: 10, actual: measured(20) })).toEqual({
      baseline: 3,
      target: 50,
      actual: 97,
      low: null,
      high: null,
    });
    expect(wayOf({ baseline: 0, target: 10, actual: measured(-10) })).toEqual({
      baseline: 50,
      target: 97,
      actual: 3,
      low: null,
      high: null,
    });
  });

  it('keep the interval in order when less is better', () => {
    const estimate = { n: 9, mean: 5, low: 2.5, high: 7.5, withheld: false };
    const way = wayOf({ baseline: 10, target: 0, actual: { value: 5, measuredOn: null, estimate } });
    expect([way.low, way.actual, way.high]).toEqual([26.5, 50, 73.5]);
  });

  it('are none while there is no figure', () => {
    const estimate = { n: null, mean: null, low: null, high: null, withheld: true };
    expect(wayOf({ baseline: 1, target: 5, actual: { value: null, measuredOn: null, estimate } })).toEqual({
      baseline: 3,
      target: 97,
      actual: null,
      low: null,
      high: null,
    });
  });

  it('give a withheld count no height', () => {
    expect(heightsOf([0, 5, null, 10])).toEqual([0, 0.5, null, 1]);
    expect(heightsOf([0, 0])).toEqual([0, 0]);
  });
});
