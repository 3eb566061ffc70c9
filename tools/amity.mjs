// `npm run amity -- …`: the command line, on a server that is built first where stale. File names are taken from where the command was given.
import path from 'node:path';
import { ready } from './prepare.mjs';

await ready();
const { buildOrExit, root } = await import('./build.mjs');
const { runInFront } = await import('./run.mjs');
await buildOrExit(['api']);
const from = process.env.INIT_CWD ?? process.cwd();
process.exit(
  await runInFront(process.execPath, [path.join(root, 'apps/api/dist/cli.js'), ...process.argv.slice(2)], {
    cwd: from,
    env: { ...process.env, AMITY_DATA: path.resolve(root, process.env.AMITY_DATA ?? 'data') },
  }),
);
