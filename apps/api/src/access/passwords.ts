// argon2id at OWASP's parameters (19 MiB, 2 passes), at most two at once so that a burst of sign-ins cannot exhaust the
// machine. An unknown account costs the same time as a wrong password. Each piece of work is announced on the diagnostics channel
// `amity.password_work`, for whoever measures.
import { channel } from 'node:diagnostics_channel';
import { hash, verify } from '@node-rs/argon2';

const argon2id = 2; // the package's const enum cannot be imported by isolated modules
const parameters = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is announced when a hash or a verification begins. */
export interface PasswordWork {
  readonly kind: 'hash' | 'verify';
  /** How many run now, this one included. */
  readonly running: number;
}
export const passwordWork = channel('amity.password_work');

const waiting: (() => void)[] = [];
let running = 0;

export function hashPassword(password: string): Promise<string> {
  return oneOfTwo('hash', () => hash(password, parameters));
}

/** False for a missing hash too, after the same work. */
export function isPassword(password: string, stored: string | null): Promise<boolean> {
  return oneOfTwo('verify', async () => {
    const matches = await verify(stored ?? (await decoy()), password, parameters);
    return matches && stored !== null;
  });
}

let decoyHash: Promise<string> | null = null;
function decoy(): Promise<string> {
  return (decoyHash ??= hash('nobody has this password', parameters));
}

async function oneOfTwo<T>(kind: PasswordWork['kind'], work: () => Promise<T>): Promise<T> {
  if (running < 2) running++;
  else await new Promise<void>((resolve) => waiting.push(resolve)); // whoever ends hands its place over, so nobody slips in between
  passwordWork.publish({ kind, running } satisfies PasswordWork);
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
