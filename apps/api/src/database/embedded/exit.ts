// No server is left behind when our process ends by normal ways: a signal nobody else listens to, process.exit, an uncaught
// error, or simply nothing left to do. Only kill -9 leaves it, and the next start adopts it.

import { constants } from 'node:os';

const terminationSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Stopping {
  /** In order, with the time it takes. */
  stop(): Promise<void>;
  /** In the last moment of the process: synchronous, the server ends by itself afterwards. */
  stopAtOnce(): void;
}

const tied = new Set<Stopping>();

/** Ties a server to the end of this process until `forget` is called. */
export function stopWithProcess(stopping: Stopping): { forget(): void } {
  if (tied.size === 0) {
    process.on('exit', onExit);
    for (const signal of terminationSignals) process.on(signal, onSignal);
  }
  tied.add(stopping);
  return {
    forget: () => {
      if (!tied.delete(stopping) || tied.size > 0) return;
      process.off('exit', onExit);
      for (const signal of terminationSignals) process.off(signal, onSignal);
    },
  };
}

function onExit(): void {
  for (const { stopAtOnce } of tied) stopAtOnce();
}

let heard = 0;

function onSignal(signal: NodeJS.Signals): void {
  heard += 1;
  // Somebody else listens as well, as the application does: it ends the process in its own order, and `exit` is our net.
  // Whoever asks a second time does not want to wait for that.
  const alone = process.listenerCount(signal) === 1;
  if (!alone && heard === 1) return;
  void stopAll().then(() => (alone ? process.kill(process.pid, signal) : process.exit(128 + constants.signals[signal])));
}

/** Stops every server; afterwards nothing is tied, so a signal raised once more ends the process as if we had never listened. */
async function stopAll(): Promise<void> {
  const outcomes = await Promise.allSettled([...tied].map(({ stop }) => stop()));
  for (const outcome of outcomes) if (outcome.status === 'rejected') process.stderr.write(`${String(outcome.reason)}\n`);
}
