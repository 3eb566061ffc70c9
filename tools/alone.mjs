// One at a time: a file that holds the process id of whoever is at work. Whoever comes second waits until that process is done or gone.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    if (error.code === 'EPERM') return true; // another user's process
    throw error;
  }
}

/** The process id in the file; undefined when the file has gone in the meantime. */
function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function taken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Runs `work` while holding `file`; says `sentence` once if it has to wait for another process. */
export async function alone(file, sentence, work) {
  for (let said = false; !taken(file); await wait(300)) {
    const pid = holder(file);
    // An empty file is being written this instant, or was left by a power cut: the wait tells them apart.
    if (pid !== undefined && (pid === 0 ? said : !isAlive(pid))) rmSync(file, { force: true });
    else if (!said) console.log(sentence);
    said = true;
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}
