// A report with one of everything: what the specs render and what we look at.
import type { OutcomesDocumentDraft } from '@amity/documents';

const percent = (value: number, low?: number, high?: number) => ({
  value,
  text: low === undefined || high === undefined ? `${value} %` : `${value} % (${low}–${high})`,
  ...(low === undefined || high === undefined ? {} : { low, high }),
});
const score = (value: number, low: number, high: number) => ({
  value,
  low,
  high,
  text: `${value.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`,
});

export function sampleReport(changes: Partial<OutcomesDocumentDraft> = {}): OutcomesDocumentDraft {
  const share = { min: 0, max: 100 };
  return {
    organization: 'Harbor City Sister Cities',
    title: 'What the exchange with Tateyama changed',
    subtitle: 'Harbor City – 館山市 Tateyama, visit of May 2026',
    period: 'May 2025 – May 2026',
    numbers: [
      { value: '53 %', label: 'still in touch after a year', n: 'n = 58', interval: '41–64 %' },
      { value: '+0.6', label: 'trust in people of the other city, 1 to 7', n: 'n = 41 pairs', interval: '+0.3 to +0.9' },
      { value: '126', label: 'host-nights given', n: '23 families' },
      { value: '7', label: 'commitments kept of 9 made' },
      { value: '$214', label: 'cost per delegate-day', n: '112 days' },
    ],
    headline: [
      {
        label: 'Delegates with an active tie after 12 months',
        axis: share,
        baseline: percent(18),
        target: percent(50),
        actual: percent(53, 41, 64),
        n: 'n = 58',
        verdict: 'Target reached',
      },
    ],
    caveat:
      'These figures show change, not impact. The same people answered before and after; nobody was assigned by chance, and those who travel differ from those who stay.',
    decision:
      'Renew the agreement for 2027 with two more family places in Fairhaven, and fund the six-month gathering that kept ties alive.',
    sections: [
      {
        heading: 'Who took part',
        lead: 'Fifty-eight people from both cities, a third of them under 18, more first-timers than in any year before.',
        blocks: [
          {
            kind: 'table',
            caption: 'Participants by side',
            columns: [
              { label: 'Group' },
              { label: 'Harbor City', align: 'end' },
              { label: 'Tateyama', align: 'end' },
              { label: 'Together', align: 'end' },
            ],
            rows: [
              ['Delegates', '30', '28', '58'],
              ['First-timers', '19', '21', '40'],
              ['Under 18', '11', '9', '20'],
              ['Track 3, business', '6', { suppressed: true }, { suppressed: true }],
              ['Track 5, research, training and education', '14', '12', '26'],
            ],
          },
        ],
      },
      {
        heading: 'Activities against plan',
        blocks: [
          {
            kind: 'indicators',
            caption: 'Outputs, planned and delivered',
            alt: 'Appointments: 61 of 64 planned. Classroom visits: 12 of 10 planned.',
            rows: [
              {
                label: 'Appointments held',
                axis: { min: 0, max: 80 },
                target: { value: 64, text: '64' },
                actual: { value: 61, text: '61' },
                verdict: 'Just below plan',
              },
              {
                label: 'Classroom visits',
                axis: { min: 0, max: 16 },
                target: { value: 10, text: '10' },
                actual: { value: 12, text: '12' },
                verdict: 'Above plan',
              },
            ],
          },
        ],
      },
      {
        heading: 'Reciprocity',
        blocks: [
          {
            kind: 'mirrored',
            caption: 'What each side gave',
            alt: 'Host-nights: Harbor City 126, Tateyama 84. Volunteer hours: 640 and 710.',
            home: 'Harbor City',
            partner: 'Tateyama',
            rows: [
              { label: 'Host-nights', home: { value: 126, text: '126' }, partner: { value: 84, text: '84' } },
              { label: 'Dinners', home: { value: 31, text: '31' }, partner: { value: 40, text: '40' } },
              { label: 'Interpreting days', home: { value: 9, text: '9' }, partner: { value: 22, text: '22' } },
            ],
            notes: 'Each row is drawn to the largest figure of the chart.',
          },
        ],
      },
      {
        heading: 'How people met',
        blocks: [
          {
            kind: 'dots',
            caption: 'Contact conditions by side, 1 to 7, mean with 95 % interval',
            alt: 'Equal status: Harbor City 5.9, Tateyama 4.8. Common goals: 6.1 and 6.0. Voice: 5.6 and 4.4.',
            home: 'Harbor City',
            partner: 'Tateyama',
            axis: { min: 1, max: 7 },
            rows: [
              { label: 'Equal status', home: score(5.9, 5.5, 6.3), partner: score(4.8, 4.3, 5.3) },
              { label: 'Common goals', home: score(6.1, 5.8, 6.4), partner: score(6, 5.6, 6.4) },
              { label: 'A voice in decisions', home: score(5.6, 5.1, 6.1), partner: score(4.4, 3.8, 5) },
              { label: 'Support of institutions', home: score(5.2, 4.7, 5.7) },
            ],
            notes: 'One side answered the last item; the other gave fewer than five answers, withheld.',
          },
          {
            kind: 'paragraph',
            text: 'Tateyama’s guests felt less heard than their hosts believed. The planning for 2027 starts in Tateyama for that reason.',
          },
        ],
      },
      {
        heading: 'Attitude change',
        blocks: [
          {
            kind: 'waves',
            caption: 'Trust, closeness and knowledge before and after, mean with 95 % interval',
            alt: 'Trust rose from 4.6 to 5.2, closeness from 3.1 to 4.9, knowledge from 3.8 to 5.0.',
            axis: { min: 1, max: 7 },
            waves: ['Before', 'After'],
            series: [
              { label: 'Trust', points: [score(4.6, 4.3, 4.9), score(5.2, 4.9, 5.5)] },
              { label: 'Closeness', points: [score(3.1, 2.7, 3.5), score(4.9, 4.5, 5.3)] },
              { label: 'Knowledge', points: [score(3.8, 3.5, 4.1), score(5, 4.7, 5.3)] },
            ],
          },
        ],
      },
      {
        heading: 'Durability',
        blocks: [
          {
            kind: 'waves',
            caption: 'Share of ties still active, with 95 % interval',
            alt: 'All ties are active after the visit, 81 percent at 3 months, 66 at 6, 53 at 12.',
            axis: share,
            waves: ['After', '3 months', '6 months', '12 months'],
            series: [{ label: 'Active ties', points: [percent(100), percent(81, 69, 90), percent(66, 53, 77), percent(53, 41, 64)] }],
          },
          {
            kind: 'quotes',
            quotes: [
              {
                text: '“We still cook together on Sundays, on two screens. My mother joined last month.”',
                by: 'Host family, Fairhaven',
                theme: 'Closeness',
              },
              { text: '「言葉が足りなくても、台所では困りませんでした。」', by: 'Delegate, Tateyama', theme: 'Equal status' },
            ],
          },
        ],
      },
      {
        heading: 'Lessons and next commitments',
        blocks: [
          {
            kind: 'list',
            items: [
              'Ask Tateyama to draft the first program.',
              'Two interpreters at every working session.',
              'A gathering at six months, before ties go quiet.',
            ],
          },
        ],
      },
    ],
    annex: {
      method: [
        'Paired change between waves with a percentile bootstrap interval (2 000 draws). Proportions carry Wilson intervals. Retention is a Kaplan–Meier estimate; people whose year is not over are censored.',
      ],
      suppression:
        'A figure is withheld when fewer than five people stand behind it, and so is a second one wherever the first could be computed from it.',
      entries: [{ term: 'Response', text: '58 invited, 52 answered before, 47 after, 41 both.' }],
      software: 'Amity 0.1.0',
      snapshot: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
    labels: {
      baseline: 'Baseline',
      target: 'Target',
      actual: 'Actual',
      headline: 'Primary outcome',
      caveat: 'Change, not impact',
      decision: 'For your decision',
      contents: 'In this report',
      table: 'Table',
      figure: 'Figure',
      suppressed: '<5',
      suppressedNote: '<5: fewer than five people, withheld.',
      annex: 'Annex',
      method: 'Method',
      suppression: 'Withheld figures',
      software: 'Software',
      snapshot: 'Data snapshot',
      pageOf: '{page} of {pages}',
    },
    ...changes,
  };
}
