// Pocket itinerary (7 days, three scripts) and outcomes report, warm: every round sets different text, so that nothing is answered
// from the compiler's memory. The event loop is watched meanwhile: type is set in a thread of its own.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PdfEngine } from '../apps/api/dist/documents/index.js';
import { sampleItinerary } from '../apps/api/dist/documents/testing/sample-itinerary.js';
import { sampleReport } from '../apps/api/dist/documents/testing/sample-report.js';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function run({ smoke }) {
  const rounds = smoke ? 5 : 60;
  const engine = new PdfEngine();
  const options = { title: 'Bench', language: 'en' };
  const works = {
    'pocket itinerary, 7 days, three scripts': (round) => engine.render('itinerary', itineraryOf(round), options),
    'outcomes report, one of every chart': (round) =>
      engine.render(
        'outcomes-report',
        sampleReport({ title: `What changed in round ${round}`, caveat: `Change, not impact (${round}).` }),
        options,
      ),
  };
  const times = Object.fromEntries(Object.keys(works).map((work) => [work, []]));
  for (let warm = 0; warm < 3; warm += 1) for (const set of Object.values(works)) await set(`warm ${warm}`);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  for (let round = 0; round < rounds; round += 1) {
    for (const [work, set] of Object.entries(works)) {
      const start = performance.now();
      await set(round);
      times[work].push(performance.now() - start);
    }
  }
  loop.disable();
  await engine.onModuleDestroy();
  const goals = [60, 5000];
  const rows = Object.entries(times).map(([work, values], index) => ({
    work,
    figure: median(values),
    unit: 'ms',
    reference: null,
    ratio: null,
    goal: `< ${goals[index]} ms`,
    met: median(values) < goals[index],
  }));
  const held = loop.percentile(99) / 1e6;
  rows.push({
    work: 'event loop held while setting type, p99',
    figure: held,
    unit: 'ms',
    reference: null,
    ratio: null,
    goal: '< 50 ms',
    met: held < 50,
  });
  return { rows };
}

/** Every title, name and note of the week differs from round to round. */
function itineraryOf(round) {
  const itinerary = sampleItinerary({ reader: `Hana Mori 森 花 ${round}` });
  for (const day of itinerary.days) {
    for (const entry of day.entries) {
      entry.title = `${entry.title} ${round}`;
      if (entry.kind === 'appointment') entry.notes = `${entry.notes ?? 'Note'} Round ${round}.`;
    }
  }
  return itinerary;
}

export default { name: 'pdf', run };
