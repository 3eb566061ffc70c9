import type { Settings } from './settings.js';

/** What the person at the terminal reads when Amity cannot start: what is wrong and which setting changes it. */
export function startSentence(error: unknown, settings?: Pick<Settings, 'port' | 'host'>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const port = settings?.port ?? 0;
  if (code === 'EADDRINUSE')
    return `port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.`;
  if (code === 'EACCES' && port < 1024 && port > 0)
    return `port ${port} is reserved for the system. Choose one above 1023: PORT=3000 npm start.`;
  if (code === 'EADDRNOTAVAIL') return `this machine has no address ${settings?.host}. Set AMITY_HOST to one it has, or leave it out.`;
  return error instanceof Error ? error.message : String(error);
}
