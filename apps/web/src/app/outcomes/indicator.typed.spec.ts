import { blank, IndicatorForm, MeasurementForm } from './indicator.typed.js';

const typed = { ...blank(''), name: 'Used what they learned', unit: 'people', baseline: '0', target: '12.5' };
const faults = (input: typeof typed) => IndicatorForm.safeParse(input).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('an indicator as typed', () => {
  it('becomes numbers, and keeps nothing of a survey when it is measured', () => {
    expect(IndicatorForm.parse({ ...typed, instrumentKey: 'trust', measure: 'scale:total', moment: 'post' })).toEqual({
      name: 'Used what they learned',
      level: 'outcome',
      unit: 'people',
      baseline: 0,
      target: 12.5,
      source: 'measured',
      delegationId: null,
      instrumentKey: null,
      measure: null,
      moment: null,
    });
  });

  it('misses a number that was not typed: empty is not zero', () => {
    expect(faults({ ...typed, baseline: '', target: ' ' })).toEqual(['baseline', 'target']);
    expect(MeasurementForm.safeParse({ value: '', measuredOn: '2026-05-31', note: '' }).success).toBe(false);
  });

  it('asks for all three parts of a survey, beside their fields', () => {
    expect(faults({ ...typed, source: 'survey' })).toEqual(['instrumentKey', 'measure', 'moment']);
  });
});
