// Completes package-lock.json so that `npm ci` passes on every platform and behind any registry mirror.
// A mirror that lacks the binaries of other platforms makes `npm install` drop them from the lock, and `npm ci` then refuses it.
// Every optional platform package that a manifest asks for is put back: exact version, os, cpu, libc, `optional: true`.
//
//   node tools/complete-lock.mjs               completes the lock (offline: those versions are exact, the platform is in the name)
//   node tools/complete-lock.mjs --integrity   asks the registry for the checksums that are missing as well
//   node tools/complete-lock.mjs --check       says what is missing and fails; offline, takes milliseconds
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const DEPENDENCY_KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
const exact = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The lock entry that a package at `from` gets when it imports `name`: the nearest node_modules upward, as Node looks. */
function resolveFrom(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const key = (at ? `${at}/` : '') + `node_modules/${name}`;
    if (packages[key]) return key;
    if (!at) return undefined;
  }
}

/** What a package's name tells about where it runs: `@swc/core-linux-arm64-musl` → linux, arm64, musl. Empty when it tells nothing. */
export function platformOf(name) {
  const words = name.split(/[/\-.]/);
  const os = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'].find((each) =>
    words.includes(each),
  );
  const cpu = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'].find((each) =>
    words.includes(each),
  );
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(libc && os === 'linux' && { libc: [libc] }),
    ...(os && { os: [os] }),
  };
}

/** The workspace folders that package.json names: every `apps/*` and `libs/*` with a manifest. */
function workspacesOf(folder, manifest) {
  return (manifest.workspaces ?? []).flatMap((pattern) => {
    const parent = pattern.replace(/\/\*$/, '');
    return readdirSync(path.join(folder, parent))
      .map((name) => `${parent}/${name}`)
      .filter((each) => existsSync(path.join(folder, each, 'package.json')));
  });
}

/** The lock's own copy of a manifest: what npm compares with package.json. */
function lockCopy(manifest, isRoot) {
  const { name, version, license, workspaces, engines } = manifest;
  const kinds = Object.fromEntries(DEPENDENCY_KINDS.filter((kind) => manifest[kind]).map((kind) => [kind, sorted(manifest[kind])]));
  return { name, version, ...(license && { license }), ...(isRoot && { workspaces }), ...kinds, ...(engines && { engines }) };
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => a.localeCompare(b, 'en')));

/**
 * Everything in which the lock falls short: `[where, what it should say]`.
 * Covers the root, the workspaces, and the optional packages of every manifest in the lock, including those just added.
 */
export function shortcomings(lock, folder = root) {
  const packages = structuredClone(lock.packages);
  const found = [];
  const put = (key, entry, says) => {
    packages[key] = entry;
    found.push({ key, entry, says });
  };
  const manifest = readJson(path.join(folder, 'package.json'));
  const rootCopy = lockCopy(manifest, true);
  if (JSON.stringify(packages['']) !== JSON.stringify(rootCopy)) put('', rootCopy, 'package.json differs from its copy in the lock');
  for (const at of workspacesOf(folder, manifest)) {
    const workspace = readJson(path.join(folder, at, 'package.json'));
    const copy = lockCopy(workspace, false);
    if (JSON.stringify(packages[at]) !== JSON.stringify(copy)) put(at, copy, `${at}/package.json differs from its copy in the lock`);
    const link = `node_modules/${workspace.name}`;
    if (!packages[link]?.link) put(link, { resolved: at, link: true }, `${workspace.name} is not linked`);
  }
  const waiting = Object.keys(packages);
  while (waiting.length > 0) {
    const from = waiting.pop();
    const asking = packages[from];
    for (const [name, range] of Object.entries(asking.optionalDependencies ?? {})) {
      const there = resolveFrom(packages, from, name);
      if (there && (!exact.test(range) || packages[there].version === range)) continue;
      const key = there ? `${from ? `${from}/` : ''}node_modules/${name}` : `node_modules/${name}`;
      const entry = { version: range, ...platformOf(name), ...(asking.dev && { dev: true }), optional: true };
      put(key, sorted(entry), `${name}@${range}, which ${from || 'package.json'} asks for`);
      waiting.push(key);
    }
  }
  for (const [key, entry] of Object.entries(packages)) {
    if (entry.resolved && !entry.link) {
      const { resolved: address, ...rest } = entry;
      put(key, rest, `${key} names the registry ${new URL(address).host}; the lock keeps to names and checksums`);
    }
    const known = entry.link || entry.os || entry.cpu || !key.includes('node_modules/') || entry.integrity;
    if (!known) put(key, { ...entry, ...platformOf(key) }, `${key} has neither a checksum nor a platform`);
  }
  return { packages, found };
}

/** One question to the registry. Answers undefined when it does not have that version. */
function askRegistry(name, range) {
  try {
    const answer = JSON.parse(
      execFileSync('npm', ['view', `${name}@${range}`, '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    return Array.isArray(answer) ? answer.at(-1) : answer;
  } catch (error) {
    if (typeof error.status === 'number') return undefined; // npm's own "not found"
    throw error;
  }
}

function complete(withIntegrity) {
  const file = path.join(root, 'package-lock.json');
  const lock = readJson(file);
  const { packages, found } = shortcomings(lock);
  for (const [key, entry] of Object.entries(packages)) {
    if (entry.link || entry.integrity || !key.includes('node_modules/')) continue;
    if (exact.test(entry.version) && !withIntegrity) continue;
    const name = key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const known = askRegistry(name, entry.version);
    if (!known && !exact.test(entry.version)) throw new Error(`The registry has no ${name}@${entry.version}: pin an exact version.`);
    if (!known) continue;
    // Not its dependencies: those of a package for another platform are in no lock that was made here, and npm would miss them
    const { version, os, cpu, libc, license, engines, dist } = known;
    const facts = { version, os, cpu, libc, license, engines, integrity: dist?.integrity };
    packages[key] = { ...entry, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) };
  }
  const inOrder = Object.fromEntries(
    Object.keys(packages)
      .sort((a, b) => a.localeCompare(b, 'en'))
      .map((key) => [key, packages[key]]),
  );
  writeFileSync(file, JSON.stringify({ ...lock, packages: inOrder }, null, 2) + '\n');
  console.log(found.length === 0 ? 'The lock was complete.' : `Completed the lock with ${found.length} entries.`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  if (process.argv.includes('--check')) {
    const { found } = shortcomings(readJson(path.join(root, 'package-lock.json')));
    for (const { says } of found) console.error(`package-lock.json: ${says}`);
    if (found.length > 0) console.error('Run `node tools/complete-lock.mjs`.');
    process.exitCode = found.length > 0 ? 1 : 0;
  } else complete(process.argv.includes('--integrity'));
}
