// Builds only what is stale. Each target has a fingerprint of the contents it was built from, written after the build succeeded;
// a build that was interrupted has none and is done again. `node tools/build.mjs [api] [web]` builds these; all without a name.
import { createHash } from 'node:crypto';
import fs, { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { ready } from './prepare.mjs';
import { runStep } from './run.mjs';

export const root = path.resolve(import.meta.dirname, '..');
const at = (...names) => path.join(root, ...names);
const bin = (name) => at('node_modules', '.bin', name);
const SETTINGS = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.lib.json'];

export const targets = {
  api: {
    label: 'the server',
    inputs: ['libs/*/src/**', 'libs/*/{package,tsconfig}.json', 'apps/api/src/**', 'apps/api/{package,tsconfig}.json'],
    output: 'apps/api/dist/main.js',
    command: [bin('tsc'), ['-b', 'apps/api']],
    before: dropOrphans,
    after: copyAssets,
  },
  web: {
    label: 'the web app',
    inputs: ['libs/*/src/**', 'apps/web/{src,public}/**', 'apps/web/*.json', 'angular.json'],
    output: 'apps/web/dist/browser/index.html',
    command: [bin('ng'), ['build', '--no-progress']],
  },
};

const isSpec = (file) => /\.spec\.[cm]?ts$/.test(file);
const files = (patterns) =>
  fs
    .globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));

/** What the target would be built from now. Specs do not count. */
function fingerprint({ inputs }) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files([...inputs, ...SETTINGS])
    .filter((each) => !isSpec(each))
    .sort())
    hash.update(`\0${file}\0`).update(readFileSync(at(file)));
  return hash.digest('hex');
}

const stampOf = (name) => at('.cache', 'built', name);

function isFresh(name, now) {
  return existsSync(at(targets[name].output)) && existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === now;
}

/** The compiler never deletes: a migration that was renamed would run under both names. */
function dropOrphans() {
  for (const file of files(['libs/*/dist/**/*.js', 'apps/api/dist/**/*.js'])) {
    const source = file.replace('/dist/', '/src/');
    const isThere = [source, source.replace(/\.js$/, '.ts')].some((each) => existsSync(at(each)));
    const stem = file.replace(/\.js$/, '');
    if (!isThere) for (const each of ['.js', '.js.map', '.d.ts', '.d.ts.map']) rmSync(at(stem + each), { force: true });
  }
}

/** What the compiler leaves behind: templates, fonts and data beside the source. */
function copyAssets() {
  for (const file of files(['libs/*/src/**', 'apps/api/src/**']).filter(
    (each) => !/\.[cm]?ts$/.test(each) && !each.startsWith('libs/ui/'),
  )) {
    const copy = at(file.replace('/src/', '/dist/'));
    mkdirSync(path.dirname(copy), { recursive: true });
    copyFileSync(at(file), copy);
  }
}

/** Builds the named targets where stale. Throws with the compiler's output when one fails. */
export async function build(names = Object.keys(targets)) {
  mkdirSync(at('.cache', 'built'), { recursive: true });
  await alone(at('.cache', 'build.pid'), 'Another command is building; waiting for it…', async () => {
    for (const name of names) {
      const target = targets[name];
      if (!target) throw new Error(`There is no "${name}" to build; there are ${Object.keys(targets).join(', ')}.`);
      const now = fingerprint(target);
      if (isFresh(name, now)) continue;
      const started = Date.now();
      process.stdout.write(`Building ${target.label}…`);
      rmSync(stampOf(name), { force: true });
      target.before?.();
      const [command, args] = target.command;
      const { code, output } = await runStep(command, args, {
        cwd: root,
        limit: 10 * 60_000,
        env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
      });
      if (code !== 0) throw new Error(`\n${output.trimEnd()}\n\nBuilding ${target.label} failed; the compiler says why above.`);
      target.after?.();
      writeFileSync(stampOf(name), now);
      console.log(` ${((Date.now() - started) / 1000).toFixed(1)} s`);
    }
  });
}

/** As `build`, for a command line: says what failed and ends with 1. */
export async function buildOrExit(names) {
  try {
    await build(names);
  } catch (error) {
    console.error(error.message); // the compiler's words; the stack of this script would only hide them
    process.exit(1);
  }
}

if (process.argv[1] === import.meta.filename) {
  await ready();
  await buildOrExit(process.argv.length > 2 ? process.argv.slice(2) : undefined);
}
