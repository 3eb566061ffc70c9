// `npm test`: every check, to the end, two at a time where each keeps one core busy. Prints one line a step, the output of those that failed, and last of all the sum
// `N passed, N failed`. `npm test -- unit lint` runs only these; words that name no step go to the runner: `npm test -- unit libs/visits`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ready } from './prepare.mjs';

await ready();
const { steps } = await import('./steps.mjs');
const { runStep } = await import('./run.mjs');
const root = path.resolve(import.meta.dirname, '..');
const reports = path.join(root, '.cache', 'test');
const SHOWN_LINES = 400;

const words = process.argv.slice(2).filter((word) => word !== '--'); // `npm test -- browser -- tour` means the same, and to Playwright a `--` would mean every story
const named = steps.filter(({ name }) => words.includes(name));
const chosen = named.length > 0 ? named : steps;
const more = words.filter((word) => !steps.some(({ name }) => name === word));
if (more.length > 0 && named.length === 0) {
  console.error(`There is no step "${more[0]}"; there are ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const env = { ...process.env, NX_DAEMON: 'false', NG_CLI_ANALYTICS: 'false', NO_COLOR: '1' };
delete env.FORCE_COLOR;

/** What a runner wrote down: tests passed, failed and skipped. A file that could not be run is a failure, and so is a run of no test. */
function counted(kind, file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  if (kind === 'sum') return report;
  const count =
    kind === 'jest'
      ? {
          passed: report.numPassedTests,
          failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
          skipped: report.numPendingTests + report.numTodoTests,
        }
      : {
          passed: report.stats.expected,
          failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
          skipped: report.stats.skipped,
        };
  return count.passed + count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** The part of a runner's output worth reading: no line for each file that passed, and the end when it is long. */
function telling(output, log) {
  const lines = output.split(/\r?\n/).filter((line) => !/^PASS |^\s*$/.test(line));
  const cut = lines.length - SHOWN_LINES;
  return (cut > 0 ? [`… ${cut} lines more in ${path.relative(root, log)}`, ...lines.slice(cut)] : lines).join('\n');
}

async function run(step) {
  const report = path.join(reports, `${step.name}.json`);
  const log = path.join(reports, `${step.name}.log`);
  rmSync(report, { force: true });
  let output = '';
  let code = 0;
  for (const [command, args] of step.commands(report, more)) {
    const own = { ...env, ...step.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const result = await runStep(command, args, { cwd: root, env: own, limit: step.limit });
    output += result.output + (result.late ? `\nEnded after ${step.limit / 60_000} minutes: it did not finish.\n` : '');
    code ||= result.code || (result.late ? 1 : 0);
  }
  writeFileSync(log, output);
  const count = step.report ? counted(step.report, report) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (code !== 0 && count.failed === 0) count.failed = 1;
  return { ...count, text: telling(output, log) };
}

mkdirSync(reports, { recursive: true });
const sum = { passed: 0, failed: 0 };
const failedSteps = new Set();
const begun = Date.now();
const waiting = [...chosen];
const running = new Map();
const places = Math.min(2, os.availableParallelism());

/** Says on a terminal what is being done; the next line takes its place. */
function showRunning() {
  if (process.stdout.isTTY && running.size > 0) process.stdout.write(`\r\x1b[2K… ${[...running.keys()].join(', ')}`);
}

function mayBegin({ alone, needs = [], after = [] }) {
  const isOpen = (name) => waiting.some((step) => step.name === name) || running.has(name);
  if ([...needs, ...after].some(isOpen)) return false;
  return running.size === 0 || (!alone && running.size < places && ![...running.values()].some(({ step }) => step.alone));
}

async function check(step) {
  const started = Date.now();
  const missing = step.needs?.find((name) => failedSteps.has(name));
  const result = missing ? { passed: 0, failed: 1, skipped: 0, text: `Not run, because ${missing} failed.` } : await run(step);
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`.padStart(8);
  const counts = [`${result.passed} passed`, result.failed && `${result.failed} failed`, result.skipped && `${result.skipped} skipped`]
    .filter(Boolean)
    .join(', ');
  console.log(`${result.failed > 0 ? '✗' : '✓'} ${step.name.padEnd(12)}${seconds}   ${counts}`);
  if (result.failed > 0) {
    failedSteps.add(step.name);
    console.log(result.text.replace(/^/gm, '    '));
  }
  sum.passed += result.passed;
  sum.failed += result.failed;
  running.delete(step.name);
}

while (waiting.length > 0 || running.size > 0) {
  for (let next = waiting.find(mayBegin); next; next = waiting.find(mayBegin)) {
    waiting.splice(waiting.indexOf(next), 1);
    running.set(next.name, { step: next, over: check(next) });
  }
  showRunning();
  await Promise.race([...running.values()].map(({ over }) => over));
}
console.log(
  `${((Date.now() - begun) / 1000).toFixed(0)} s in all${failedSteps.size > 0 ? `; failed: ${[...failedSteps].join(', ')}` : ''}`,
);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
