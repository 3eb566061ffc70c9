// A password for a command: from the terminal, unseen, or from standard input; never from the command line, where others could read it.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export async function askForPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY) {
    let text = '';
    for await (const part of process.stdin.setEncoding('utf8')) text += String(part);
    return text.replace(/\r?\n$/, '');
  }
  const unseen = new Writable({ write: (_part, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    process.stderr.write(question);
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
