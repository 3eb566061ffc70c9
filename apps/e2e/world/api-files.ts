// The only place in the browser tests that knows where the built api lies.
import { resolve } from 'node:path';

const built = resolve(import.meta.dirname, '../../api/dist');

export const api = {
  main: resolve(built, 'main.js'),
  commands: resolve(built, 'cli.js'),
  embedded: resolve(built, 'database/embedded/index.js'),
} as const;

export const commands = { migrate: ['database', 'migrate'] } as const;
