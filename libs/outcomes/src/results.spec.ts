import { shippedInstruments } from './instruments.js';
import { reportOf, resultsOf, type RawSheet, type RawWave } from './results.js';

const aWave = (instrumentKey: string, sheets: RawSheet[], invited = sheets.length): RawWave => {
  const instrument = shippedInstruments.find(({ key }) => key === instrumentKey);
  if (!instrument) throw new Error(`no instrument ${instrumentKey}`);
  const id = '01a2013f-7aa4-7873-8e08-475a972c512e';
  return {
    wave: {
      id,
      delegationId: id,
      delegationName: 'Brasília comes to visit',
      instrument: { id, key: instrumentKey, edition: 1, name: instrument.name },
      moment: 'post',
      opensOn: '2026-05-10',
      closesOn: '2026-05-24',
      state: 'open',
      flow: { invited, answered: null, rate: null },
      withoutEmail: 0,
      version: 1,
    },
    instrument,
    invited,
    rule: 'public',
    sheets,
  };
};
const sheet = (numbers: Record<string, number>, texts: Record<string, string> = {}): RawSheet => ({ numbers, texts });

describe('the results of a wave', () => {
  it('shows nobody’s words under the Chatham House rule, and of a closed delegation only how many answered', () => {
    const sheets = Array.from({ length: 6 }, () => sheet({}, { why: 'The envoy laughed.' }));
    const [open, chatham, closed] = (['public', 'chatham', 'closed'] as const).map((rule) =>
      resultsOf({ ...aWave('story', sheets), rule }),
    );
    expect([chatham?.items.length, chatham?.texts.map(({ answers }) => answers)]).toEqual([
      open?.items.length,
      open?.texts.map(() => null),
    ]);
    expect(open?.texts.length).toBeGreaterThan(0);
    expect([closed?.flow, closed?.scales, closed?.items, closed?.texts, closed?.netRecommendation]).toEqual([open?.flow, [], [], [], null]);
    expect(JSON.stringify([chatham, closed])).not.toContain('envoy');
  });

  it('turns reversed items before it joins them', () => {
    const best = { equal_say: 5, counted_less: 1, shared_goal: 5, needed_each_other: 5, competed: 1, leaders_backed: 5, discouraged: 1 };
    const { scales } = resultsOf(
      aWave(
        'optimal_contact',
        Array.from({ length: 5 }, () => sheet(best)),
      ),
    );
    expect(scales.map((scale) => [scale.key, scale.estimate.mean, scale.outOf100])).toEqual(
      ['equal_status', 'goals', 'cooperation', 'support', 'total'].map((key) => [key, 5, 100]),
    );
  });

  it('shows nothing of four people but that there are some', () => {
    const results = resultsOf(
      aWave(
        'story',
        Array.from({ length: 4 }, () => sheet({}, { change: 'We write.', harm: 'A joke.' })),
        6,
      ),
    );
    expect(results.flow).toEqual({ invited: 6, answered: null, rate: null });
    expect(results.texts.map(({ answers, withheld }) => ({ answers, withheld }))).toEqual([
      { answers: null, withheld: true },
      { answers: null, withheld: true },
    ]);
    expect(results.harm).toEqual({ asked: true, count: null });
    expect(results.caveats.map((caveat) => caveat.code)).toEqual(['no_control_group', 'withheld', 'clustered']);
  });

  it('never carries the words about harm', () => {
    const results = resultsOf(
      aWave(
        'story',
        Array.from({ length: 7 }, () => sheet({}, { change: 'We write.', harm: 'SECRET' })),
      ),
    );
    expect(results.harm).toEqual({ asked: true, count: 7 });
    expect(JSON.stringify(results)).not.toContain('SECRET');
  });

  it('withholds the total of a report when a part of it is withheld', () => {
    const six = aWave(
      'recommendation',
      Array.from({ length: 6 }, () => sheet({ recommend: 9 })),
    );
    const two = aWave('recommendation', [sheet({ recommend: 1 }), sheet({ recommend: 2 })], 6);
    const frame = { organizationName: 'Harbor', delegation: null, indicators: [] };
    expect(reportOf(frame, [six]).flow.answered).toBe(6);
    expect(reportOf(frame, [six, two]).flow).toEqual({ invited: 12, answered: null, rate: null });
  });
});
