// `npm run bench -- NAME [--smoke]`: runs a benchmark against a freshly built server.
import path from 'node:path';
import { ready } from './prepare.mjs';

await ready();
const { buildOrExit, root } = await import('./build.mjs');
const { runInFront } = await import('./run.mjs');
await buildOrExit();
process.exit(await runInFront(process.execPath, [path.join(root, 'bench/run.mjs'), ...process.argv.slice(2)]));
