// Runs another program and stops it in an orderly way. Each gets a process group of its own, so that a Ctrl-C, which a terminal sends to
// everybody and npm passes on once more, reaches it exactly once.
import { spawn } from 'node:child_process';

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const ownGroup = process.platform !== 'win32';

/** Signals the whole process group; a group that has gone already is what was wanted. */
function signalGroup(child, signal) {
  try {
    process.kill(ownGroup ? -child.pid : child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Calls back when npm, which started us, has gone without a word: `kill -9`, or a closed terminal. Answers how to stop watching. */
export function onOrphaned(callback) {
  if (!process.env.npm_lifecycle_event || !ownGroup) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => process.ppid !== parent && callback(), 1000);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Runs a server or a command in front: its input and output are ours. The first signal is passed on and its exit awaited;
 * one that comes more than two seconds later ends it at once. Answers the exit code.
 */
export async function runInFront(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', detached: ownGroup, ...options });
  let signalled = 0;
  const pass = (signal) => {
    if (signalled === 0) {
      signalled = Date.now();
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    } else if (Date.now() - signalled > 2000) signalGroup(child, 'SIGKILL');
  };
  for (const signal of Object.keys(SIGNALS)) process.on(signal, pass);
  const unwatch = onOrphaned(() => signalled === 0 && pass('SIGTERM'));
  const [code, signal] = await new Promise((resolve, reject) => child.once('error', reject).once('close', (...end) => resolve(end)));
  for (const each of Object.keys(SIGNALS)) process.removeListener(each, pass);
  unwatch();
  return code ?? SIGNALS[signal] ?? 1;
}

/**
 * Runs one step of a longer job, its output collected. Ended after `limit` milliseconds, together with all it started.
 * Answers the exit code, the output, and whether it ran out of time.
 */
export async function runStep(command, args, { limit, onData, ...options }) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: ownGroup, ...options });
  let output = '';
  let late = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      onData?.(chunk);
    });
  }
  const timer = setTimeout(() => {
    late = true;
    signalGroup(child, 'SIGTERM');
    setTimeout(() => signalGroup(child, 'SIGKILL'), 15_000).unref();
  }, limit);
  const stop = (signal) => {
    signalGroup(child, signal);
    child.once('close', () => process.exit(SIGNALS[signal]));
  };
  for (const signal of Object.keys(SIGNALS)) process.once(signal, stop);
  const unwatch = onOrphaned(() => stop('SIGTERM'));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  unwatch();
  for (const signal of Object.keys(SIGNALS)) process.removeListener(signal, stop);
  clearTimeout(timer);
  signalGroup(child, 'SIGTERM'); // whatever it started and forgot
  return { code: code ?? 1, output, late };
}
