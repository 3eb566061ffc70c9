// An XLSX is read in a thread of its own with a limit on memory and time, because what is inside decides how much work it is. The thread is
// plain JavaScript in `apps/api/workers`, three folders up from here in the sources as well as in the build.
import { Worker } from 'node:worker_threads';
import { interchangeErrors, type InterchangeError } from '@amity/interchange';
import type { ReadingLimits } from './reading-limits.js';
import type { Line } from './table-lines.js';
import { UnreadableFile } from './unreadable-file.js';
import { workbookEntries } from './zip-directory.js';

export interface SheetLines {
  readonly sheet: string;
  /** Hidden sheets last. */
  readonly sheets: string[];
  readonly lines: Line[];
}

type Answer = SheetLines | { readonly refused: InterchangeError; readonly sheets: string[] };

const workerScript = new URL('../../../workers/xlsx-reader.mjs', import.meta.url);

export async function xlsxLines(
  bytes: Uint8Array,
  fileName: string,
  sheet: string | undefined,
  limits: ReadingLimits,
): Promise<SheetLines> {
  const entries = workbookEntries(bytes, fileName, limits);
  // a copy of its own: a Buffer's `slice` is a view, and the thread would take over a pool that others read from
  const answer = await askWorker({ bytes: new Uint8Array(bytes), entries, sheet, maxRows: limits.rows + 2 }, limits);
  if (!('refused' in answer)) return answer;
  const params = { file: fileName, limit: limits.unpackedMegabytes, sheet: sheet ?? '', sheets: answer.sheets.join(', ') };
  throw new UnreadableFile(answer.refused, pickParams(answer.refused, params));
}

function askWorker(question: { bytes: Uint8Array<ArrayBuffer> } & Record<string, unknown>, limits: ReadingLimits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerScript, {
      workerData: question,
      transferList: [question.bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
      execArgv: [],
    });
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      finish();
      void worker.terminate();
    };
    const timer = setTimeout(() => settle(() => reject(new UnreadableFile('file_too_complex'))), limits.seconds * 1000);
    worker.once('message', (answer: Answer) => settle(() => resolve(answer)));
    worker.once('error', (error: Error & { code?: string }) => {
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableFile('file_too_complex') : error));
    });
    worker.once('exit', () => settle(() => reject(new UnreadableFile('file_too_complex'))));
  });
}

/** Only what the sentence mentions travels with the error. */
function pickParams(entry: InterchangeError, params: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => interchangeErrors[entry].en.includes(`{${name}}`)));
}
