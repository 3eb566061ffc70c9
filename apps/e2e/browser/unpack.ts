// The browser comes out of the lock file: a package holds it compressed, and it is unpacked once per version into the
// repository's cache. Unpacking goes to a folder of its own that is then renamed, so two runs at once never see half a browser.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fontSettings } from './fonts.js';

const repository = resolve(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);

export interface UnpackedBrowser {
  readonly executable: string;
  /** Folder with the libraries of the network security suite, for systems that lack them. */
  readonly libraries: string;
  readonly fontSettings: string;
}

/** Where the package keeps its archives; undefined where the package has no build for this machine or is not installed. */
function archives(): { folder: string; version: string } | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const home = join(dirname(require.resolve('@sparticuz/chromium')), '..');
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(home, 'bin'), version };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined; // installed without development packages
    throw error;
  }
}

/** Unpacks the browser of the lock file unless that happened before. About 3 seconds the first time, 200 MB. */
export function unpackBrowser(): UnpackedBrowser | undefined {
  const source = archives();
  if (source === undefined) return undefined;
  const cache = join(repository, 'node_modules', '.cache', 'amity-browser');
  const folder = join(cache, `chromium-${source.version}-${process.arch}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const making = mkdtempSync(join(cache, 'unpacking-'));
    try {
      inflateAll(source.folder, making);
      settle(making, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  const settings = join(folder, 'fonts.conf');
  writeIfChanged(settings, fontSettings(join(folder, 'fonts'), join(cache, 'font-cache')));
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib'), fontSettings: settings };
}

/** The package inflates into the temporary folder of its process, hence a process with one of its own. */
function inflateAll(from: string, into: string): void {
  const script =
    `import { inflate } from ${JSON.stringify(require.resolve('@sparticuz/chromium'))};` +
    `await Promise.all(process.argv.slice(1).map((archive) => inflate(archive)));`;
  const names = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, ...names.map((name) => join(from, name))], {
    env: { ...process.env, TMPDIR: into, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The test browser could not be unpacked into ${into}: ${stderr}`);
  chmodSync(join(into, 'chromium'), 0o755);
  chmodSync(into, 0o755);
}

function settle(making: string, folder: string): void {
  try {
    renameSync(making, folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error; // another run was faster: its browser is as good as ours
  }
}

function writeIfChanged(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}
