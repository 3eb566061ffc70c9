// The thread that sets type. It holds one warm compiler, takes one job at a time and answers with bytes or with what went wrong.
// It imports packages only: Node runs this file as it stands in `src` (types stripped) and as compiled in `dist`.
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

export interface PdfWorkerSetup {
  readonly templates: string;
  readonly fonts: readonly string[];
}
export interface PdfJob {
  readonly id: number;
  readonly file: string;
  readonly inputs: Record<string, string>;
}
/** `unclaimed` says why the file does not claim PDF/UA-1, as a rule because of letters that none of the fonts has. */
export type PdfAnswer =
  { readonly id: number; readonly pdf: Uint8Array; readonly unclaimed?: string } | { readonly id: number; readonly failure: string };

/** Memoized layouts older than this many renderings are dropped, so that memory stays flat. */
const CACHE_AGE = 2;

const port = parentPort;
if (port === null) throw new Error('pdf.worker runs as a worker thread only');
const setup = workerData as PdfWorkerSetup;
const compiler = NodeCompiler.create({ workspace: setup.templates, fontArgs: [{ fontPaths: [...setup.fonts] }] });

port.on('message', (job: PdfJob) => {
  const answer = render(job);
  port.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer as ArrayBuffer] : []);
  compiler.evictCache(CACHE_AGE);
});

function render(job: PdfJob): PdfAnswer {
  const compiled = compiler.compile({ mainFilePath: job.file, inputs: job.inputs });
  const document = compiled.result;
  if (document === null) {
    const error = compiled.takeError();
    return { id: job.id, failure: error === null ? 'no document and no reason' : JSON.stringify(compiler.fetchDiagnostics(error)) };
  }
  try {
    return { id: job.id, pdf: write(document, 'ua-1') };
  } catch (error) {
    // PDF/UA-1 forbids letters without a glyph and a few characters. A name in a script we carry no font for must not keep a
    // traveller from the booklet: it is written tagged all the same, without the claim. Anything else is a defect.
    const reason = error instanceof Error ? error.message : String(error);
    const rules = [...reason.matchAll(/PDF\/UA-1 error: ((?:[^"\\]|\\.)+)"/g)].map((match) => match[1] ?? '');
    if (rules.length === 0) return { id: job.id, failure: reason };
    return { id: job.id, pdf: write(document, undefined), unclaimed: `${rules.length} places, first: ${rules[0]}` };
  }
}

/** A copy in memory of its own, so that it can be handed to the other thread without copying again. */
function write(document: NodeTypstDocument, pdfStandard: string | undefined): Uint8Array {
  return Uint8Array.from(compiler.pdf(document, pdfStandard === undefined ? {} : { pdfStandard }));
}
