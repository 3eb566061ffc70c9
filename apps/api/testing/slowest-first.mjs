// Jest begins with the largest files where it knows nothing better, as on a fresh clone. The slowest are short ones that start servers and
// kill them: begun last, one of them would run for a minute while the other core has nothing left to do.
import Sequencer from '@jest/test-sequencer';

const slowest = [
  '/api/src/start.int',
  '/database/crash.int',
  '/testing/crash-work.int',
  '/partnerships/import-partnerships.int',
  '/database/embedded/',
];

const rank = ({ path }) => {
  const found = slowest.findIndex((each) => path.includes(each));
  return found === -1 ? slowest.length : found;
};

export default class SlowestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
