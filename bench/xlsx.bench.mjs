// A workbook of 100 k rows × 12 columns, ours against exceljs' streaming writer: same rows, same columns, interleaved, each in a
// process of its own so that memory is its own too. Then a million rows of ours, for flatness.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const child = join(import.meta.dirname, 'xlsx.child.mjs');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** @returns {Promise<{ms: number, growthMb: number, bytes: number}>} */
async function write(writer, rows) {
  const { stdout } = await promisify(execFile)(process.execPath, [child, writer, String(rows)]);
  return JSON.parse(stdout);
}

async function run({ smoke }) {
  const size = smoke ? 3000 : 100_000;
  const rounds = smoke ? 1 : 3;
  const ours = [];
  const theirs = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await write('amity', size));
    theirs.push(await write('exceljs', size));
  }
  const large = await write('amity', size * 10);
  const time = median(ours.map((one) => one.ms));
  const referenceTime = median(theirs.map((one) => one.ms));
  const growth = median(ours.map((one) => one.growthMb));
  const referenceGrowth = median(theirs.map((one) => one.growthMb));
  const words = (count) => count.toLocaleString('en').replace(/,/g, ' ');
  return {
    rows: [
      {
        work: `XLSX of ${words(size)} rows`,
        figure: time,
        unit: 'ms',
        reference: referenceTime,
        ratio: time / referenceTime,
        goal: '≤ 0.4 × exceljs',
        met: time <= 0.4 * referenceTime,
      },
      {
        work: `memory growth, ${words(size)} rows`,
        figure: growth,
        unit: 'MB',
        reference: referenceGrowth,
        ratio: growth / referenceGrowth,
        goal: '< 80 MB',
        met: growth < 80,
      },
      {
        work: `memory growth, ${words(size * 10)} rows`,
        figure: large.growthMb,
        unit: 'MB',
        reference: growth,
        ratio: large.growthMb / growth,
        goal: '< 80 MB',
        met: large.growthMb < 80,
      },
    ],
  };
}

export default { name: 'xlsx', run };
