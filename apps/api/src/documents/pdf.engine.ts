// Every PDF of Amity is set here: PDF/UA-1, tagged, with title and language, from a template file and plain data. User text is
// data from end to end; no string of a user is ever read as markup. Setting type happens in a thread of its own, so that a long
// report never holds up a request.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PdfOptions, pdfTemplates, type PdfData, type PdfTemplate } from '@amity/documents';
import type { PdfAnswer, PdfJob, PdfWorkerSetup } from './pdf.worker.js';

/** A PDF could not be made. The message says which template and why; it is for the log, not for the reader. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}

interface Waiting {
  readonly worker: Worker;
  readonly template: PdfTemplate;
  resolve(pdf: Uint8Array): void;
  reject(error: PdfError): void;
}

@Injectable()
export class PdfEngine implements OnModuleDestroy {
  private readonly logger = new Logger(PdfEngine.name);
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private lastId = 0;

  /**
   * Sets a document. The same data and options give the same bytes.
   * @throws ZodError when the data do not fit the template's schema
   * @throws PdfError when the template does not compile
   */
  async render<T extends PdfTemplate>(template: T, data: PdfData<T>, options: PdfOptions): Promise<Uint8Array> {
    const inputs = {
      data: JSON.stringify(pdfTemplates[template].parse(data), wellFormed),
      options: JSON.stringify(PdfOptions.parse(options), wellFormed),
    };
    return new Promise<Uint8Array>((resolve, reject) => {
      const worker = this.warmWorker();
      const id = (this.lastId += 1);
      this.waiting.set(id, { worker, template, resolve, reject });
      worker.ref();
      const job: PdfJob = { id, file: join(templatesFolder(), `${template}.typ`), inputs };
      worker.postMessage(job);
    });
  }

  async onModuleDestroy(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    await worker?.terminate();
  }

  private warmWorker(): Worker {
    if (this.worker !== undefined) return this.worker;
    const setup: PdfWorkerSetup = { templates: templatesFolder(), fonts: fontFolders() };
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./pdf.worker.${extension}`, import.meta.url), { workerData: setup });
    worker.on('message', (answer: PdfAnswer) => this.settle(answer));
    worker.on('error', (error) => this.failAll(worker, `the typesetting thread failed: ${String(error)}`));
    worker.on('exit', (code) => this.failAll(worker, `the typesetting thread ended with code ${code}`));
    worker.unref(); // an idle thread must not keep the process alive
    this.worker = worker;
    return worker;
  }

  private settle(answer: PdfAnswer): void {
    const job = this.waiting.get(answer.id);
    if (job === undefined) return;
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0) this.worker?.unref();
    if ('failure' in answer) {
      job.reject(new PdfError(`template "${job.template}": ${answer.failure}`));
      return;
    }
    if (answer.unclaimed !== undefined) this.logger.warn(`${job.template} is written without the PDF/UA-1 claim: ${answer.unclaimed}`);
    job.resolve(answer.pdf);
  }

  /** The next rendering starts a new thread. */
  private failAll(worker: Worker, reason: string): void {
    if (this.worker === worker) this.worker = undefined;
    for (const [id, job] of this.waiting) {
      if (job.worker !== worker) continue;
      this.waiting.delete(id);
      job.reject(new PdfError(`template "${job.template}": ${reason}`));
    }
  }
}

/** JSON for the typesetter: half a surrogate pair, which some imports leave behind, is no text it can read. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/** `apps/api/templates`, two folders above this file in `src` and in `dist` alike. */
function templatesFolder(): string {
  return fileURLToPath(new URL('../../templates', import.meta.url));
}

/** One weight is one folder: only what the templates use is loaded, and never a font of the machine. */
function fontFolders(): string[] {
  const require = createRequire(import.meta.url);
  const weights = {
    'noto-sans': ['400Regular', '600SemiBold', '700Bold'],
    'noto-sans-arabic': ['400Regular', '600SemiBold', '700Bold'],
    'noto-sans-jp': ['400Regular', '600SemiBold', '700Bold'],
  };
  return Object.entries(weights).flatMap(([family, folders]) => {
    const root = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    return folders.map((folder) => join(root, folder));
  });
}
