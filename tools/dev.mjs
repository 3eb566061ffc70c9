// `npm run dev`: watches and rebuilds the server and the web app; the server starts again after each build of either.
// Ctrl-C stops the watchers and the server.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ready } from './prepare.mjs';

await ready();
const { buildOrExit, root } = await import('./build.mjs');
const { onOrphaned } = await import('./run.mjs');
await buildOrExit();
rmSync(path.join(root, '.cache/built/web'), { force: true }); // what the watcher leaves is not what `npm start` serves
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const running = [
  [bin('tsc'), ['-b', 'apps/api', '--watch', '--preserveWatchOutput']],
  [bin('ng'), ['build', '--configuration', 'development', '--watch']],
  [process.execPath, ['--watch-path=apps/api/dist', '--watch-preserve-output', 'apps/api/dist/main.js', ...process.argv.slice(2)]],
].map(([command, args]) => spawn(command, args, { cwd: root, stdio: 'inherit', detached: process.platform !== 'win32' }));

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of running) if (child.exitCode === null) child.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
onOrphaned(stop);
await Promise.all(running.map((child) => new Promise((resolve) => child.once('close', resolve)).then(stop)));
