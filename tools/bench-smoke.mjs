// Runs every benchmark once on tiny data: whether it still runs, not how fast. Counts each as one and writes the sum where it is told.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './build.mjs';
import { runStep } from './run.mjs';

const [report, ...only] = process.argv.slice(2);
const names = readdirSync(path.join(root, 'bench')).flatMap((file) => /^(.+)\.bench\.mjs$/.exec(file)?.[1] ?? []);
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const name of names.sort().filter((each) => only.length === 0 || only.includes(each))) {
  const started = Date.now();
  const { code, output } = await runStep(process.execPath, [path.join(root, 'bench/run.mjs'), name, '--smoke'], {
    cwd: root,
    limit: 120_000, // beside another step, on two slow cores
  });
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const isWhole = code === 0 && last.startsWith(`{"name":"${name}"`);
  sum[isWhole ? 'passed' : 'failed'] += 1;
  console.log(`${isWhole ? '✓' : '✗'} ${name} ${((Date.now() - started) / 1000).toFixed(1)} s${isWhole ? '' : `\n${output}`}`);
}
if (report) writeFileSync(report, JSON.stringify(sum));
process.exit(sum.failed > 0 ? 1 : 0);
