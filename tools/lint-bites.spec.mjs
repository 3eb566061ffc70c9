// A planted violation of each kind fails the lint, and clean files pass. In a process of its own: ESLint does not live in Jest's sandbox.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const inRoot = { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' } };

test('a planted violation of each kind fails the lint', () => {
  execFileSync(process.execPath, ['tools/project-graph.mjs'], inRoot);
  const found = JSON.parse(execFileSync(process.execPath, ['tools/lint-plants.mjs'], inRoot));
  const outcome = (key) => Object.fromEntries(Object.entries(found).map(([what, rules]) => [what, rules[key]]));
  expect(outcome('broken')).toEqual(outcome('expected'));
}, 120_000);
