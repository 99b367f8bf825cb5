import { Worker } from 'node:worker_threads';
import type { OfficialTable } from '../../../shared/domain/documents/official-table.ts';
import { Failure, type FailureCode, type FailureParams } from '../../../shared/domain/failure.ts';
import type { FontOptions } from './fonts.ts';
import type { PrintedTable } from './print-table.ts';

/** What a printing thread is given: plain data. */
export interface PrintOrder {
  readonly table: OfficialTable;
  readonly fonts: FontOptions;
}

export type PrintAnswer = { readonly ok: true; readonly printed: PrintedTable } | { readonly ok: false; readonly failure: { readonly code: FailureCode; readonly params: FailureParams } };

export interface Printer {
  /** Prints an official table as PDF. A cancelled signal ends the thread wherever it is. */
  print(order: PrintOrder, signal: AbortSignal): Promise<PrintedTable>;
  close(): void;
}

/** As long as somebody leafs through documents, the next one is asked for sooner than this. */
const IDLE_MS = 60_000;

/**
 * Prints in threads of its own: layout keeps a thread busy for seconds, and the host has to answer meanwhile. pdfmake is one object a thread,
 * so a thread prints one document at a time. One thread is kept for the next document, because loading pdfmake and fonts takes as long as
 * printing; it does not keep the process alive.
 */
export function createPrinter(): Printer {
  let idle: Worker | null = null;
  let expiry: NodeJS.Timeout | undefined;
  let closed = false;
  const dismiss = (): void => {
    clearTimeout(expiry);
    void idle?.terminate();
    idle = null;
  };
  const take = (): Worker => {
    clearTimeout(expiry);
    const worker = idle ?? new Worker(WORKER);
    idle = null;
    worker.ref();
    return worker;
  };
  const keep = (worker: Worker): void => {
    dismiss();
    worker.unref();
    idle = worker;
    expiry = setTimeout(dismiss, IDLE_MS).unref();
    if (closed) dismiss();
  };
  return {
    async print(order, signal) {
      signal.throwIfAborted();
      const worker = take();
      try {
        const answer = await answerOf(worker, order, signal);
        keep(worker);
        if (answer.ok) return answer.printed;
        throw new Failure(answer.failure.code, answer.failure.params);
      } catch (error) {
        if (worker !== idle) await worker.terminate();
        throw error;
      }
    },
    close() {
      closed = true;
      dismiss();
    },
  };
}

/** Beside this file, as source or bundled. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './print-worker.ts' : './print-worker.js', import.meta.url);

async function answerOf(worker: Worker, order: PrintOrder, signal: AbortSignal): Promise<PrintAnswer> {
  const listening = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
      worker.once('message', resolve).once('error', reject).once('exit', (code) => reject(new Error(`the printing thread ended with ${code} and no document`)));
      worker.postMessage(order, []);
    });
  } finally {
    listening.abort();
    // Without names it would take Node's own listeners away as well, and the thread would never be heard again.
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
  }
}
