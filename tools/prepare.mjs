// Makes a checkout ready to run: installs from the lock when node_modules is missing or the lock changed, and nothing otherwise.
// Runs before every npm script, on whatever Node.js the machine has (20.19 or newer), and needs no package itself. The Node.js that
// the project runs on comes with the install. A half install carries no stamp, so it is done again.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';

const root = path.resolve(import.meta.dirname, '..');
const at = (...names) => path.join(root, ...names);
const stamp = at('node_modules', '.amity-lock');
const OLDEST_NODE = [20, 19];
const OUR_NODE = 24;

/** What the lock asks for on this kind of machine. */
function wanted() {
  return createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

const readOr = (file, otherwise) => (existsSync(file) ? readFileSync(file, 'utf8') : otherwise);

const glibc = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime;
const listed = (list, value) => !list || [list].flat().includes(value);

/** True for a package that npm installs on this machine. */
function runsHere({ os, cpu, libc }) {
  const ourLibc = glibc ? 'glibc' : 'musl';
  return listed(os, process.platform) && listed(cpu, process.arch) && (process.platform !== 'linux' || listed(libc, ourLibc));
}

/** True when somebody ran `npm ci` by hand: npm's own record, which it writes last, agrees with the lock. */
function installedByHand() {
  const record = JSON.parse(readOr(at('node_modules', '.package-lock.json'), '{"packages":{}}')).packages;
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  return Object.entries(lock).every(([key, entry]) => {
    if (!key.startsWith('node_modules/')) return true;
    if (entry.link) return existsSync(at(key, 'package.json'));
    if (record[key]?.version === entry.version) return true;
    return entry.optional === true && !((entry.os || entry.cpu) && runsHere(entry));
  });
}

function isReady(hash) {
  if (readOr(stamp, '') === hash) return true;
  if (!existsSync(at('node_modules', '.package-lock.json')) || !installedByHand()) return false;
  writeFileSync(stamp, hash);
  return true;
}

/** The npm that is running this script, or the one on the path. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  return script?.endsWith('npm-cli.js') ? [node ?? process.execPath, [script]] : ['npm', []];
}

async function install(hash) {
  const started = Date.now();
  rmSync(stamp, { force: true });
  console.log('Installing packages from package-lock.json: once, and again when it changes. This takes one to three minutes…');
  const [command, first] = npm();
  const quiet = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--loglevel=error',
  ];
  // Its own process group, so that Ctrl-C reaches npm once, from here.
  const child = spawn(command, [...first, 'ci', ...quiet], {
    cwd: root,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const interrupted = (signal) => {
    child.kill(signal);
    child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143));
    console.error('\nStopped while installing. The next start installs again from the beginning.');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupted);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, interrupted);
  if (code !== 0) {
    console.error(output.trimEnd());
    console.error(
      '\nThe packages could not be installed; npm says why above. Check the connection to the npm registry and run the same command again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, hash);
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Installs what is missing. Two at once take turns, and the second finds the work done. */
export async function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`Amity needs Node.js ${OLDEST_NODE.join('.')} or newer to install itself; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const hash = wanted();
  if (isReady(hash)) return;
  mkdirSync(at('.cache'), { recursive: true });
  await alone(at('.cache', 'prepare.pid'), 'Another command is installing the packages; waiting for it…', async () => {
    if (!isReady(hash)) await install(hash);
  });
}

/**
 * What every other script here calls first. Where npm was told to skip the `pre…` scripts, or found an older Node.js first on the
 * path, this prepares after all and hands over to the Node.js that came with the install; then it does not return.
 */
export async function ready() {
  await prepare();
  const ours = at('node_modules', '.bin', 'node');
  process.env.NODE_COMPILE_CACHE ??= at('.cache', 'compile'); // whatever starts a second time, server or tool, compiles nothing again
  if (Number(process.versions.node.split('.')[0]) >= OUR_NODE) {
    process.env.PATH = [at('node_modules', '.bin'), process.env.PATH].join(path.delimiter);
    return;
  }
  if (!existsSync(ours)) {
    console.error(
      `Amity runs on Node.js ${OUR_NODE} or newer, and there is no package of it for ${process.platform} ${process.arch}: install it, please.`,
    );
    process.exit(1);
  }
  const { runInFront } = await import('./run.mjs');
  process.exit(await runInFront(ours, process.argv.slice(1)));
}

if (process.argv[1] === import.meta.filename) await prepare();
