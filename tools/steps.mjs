// The steps of `npm test`, in the order they begin. Each is a list of commands; a step with `report` counts the tests its runner reported (`sum`: the sum
// itself), any other step counts as one. `needs` names steps without which it cannot run, `after` those that must only be over. A step keeps one core busy
// and shares the machine with another; `alone` are those that use two.
import path from 'node:path';
import { root } from './build.mjs';

const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const node = process.execPath;
const MINUTE = 60_000;

const jest = (project, limit) => ({
  name: project,
  limit,
  report: 'jest',
  env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
  commands: (report, more) => [
    [bin('jest'), ['--selectProjects', project, '--json', `--outputFile=${report}`, ...(more.length > 0 ? ['--', ...more] : [])]],
  ],
});

export const steps = [
  {
    name: 'lock',
    limit: 2 * MINUTE,
    commands: () => [
      [node, ['tools/complete-lock.mjs', '--check']],
      ['npm', ['ci', '--dry-run', '--ignore-scripts', '--include=dev', '--include=optional', '--prefer-offline', '--loglevel=error']],
    ],
  },
  { name: 'format', limit: 3 * MINUTE, commands: () => [[bin('prettier'), ['--check', '--log-level=warn', '.']]] },
  { name: 'build', limit: 10 * MINUTE, commands: () => [[node, ['tools/build.mjs']]] },
  {
    name: 'lint',
    limit: 6 * MINUTE,
    commands: (_report, more) => [
      [node, ['tools/project-graph.mjs']],
      [bin('eslint'), more.length > 0 ? more : ['.']],
    ],
  },
  {
    name: 'types',
    limit: 6 * MINUTE,
    commands: () => [
      [bin('tsc'), ['-p', 'tsconfig.json']],
      [bin('ngc'), ['-p', 'apps/web/tsconfig.json', '--noEmit']],
    ],
  },
  {
    name: 'bench',
    limit: 10 * MINUTE,
    report: 'sum',
    needs: ['build'],
    commands: (report, more) => [[node, ['tools/bench-smoke.mjs', report, ...more]]],
  },
  { ...jest('unit', 6 * MINUTE), after: ['lint'] }, // both write down the graph of projects
  jest('web', 6 * MINUTE),
  { ...jest('integration', 15 * MINUTE), after: ['build'], alone: true }, // both compile the api
  {
    name: 'browser',
    limit: 20 * MINUTE,
    report: 'playwright',
    needs: ['build'],
    alone: true,
    env: { PLAYWRIGHT_HTML_OPEN: 'never' },
    commands: (_report, more) => [[bin('playwright'), ['test', '-c', 'apps/e2e/playwright.config.ts', '--reporter=line,json', ...more]]],
  },
];
