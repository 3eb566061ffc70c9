// `npm start`: builds what is stale, then runs the server in front with all arguments passed on. The server says where to go and how to sign in.
import path from 'node:path';
import { ready } from './prepare.mjs';

await ready();
const { buildOrExit, root } = await import('./build.mjs');
const { runInFront } = await import('./run.mjs');
await buildOrExit();
process.exit(await runInFront(process.execPath, [path.join(root, 'apps/api/dist/main.js'), ...process.argv.slice(2)]));
