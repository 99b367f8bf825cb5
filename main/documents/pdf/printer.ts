import type { OfficialTable } from '../../../shared/domain/documents/official-table.ts';
import { Failure, type FailureCode, type FailureParams } from '../../../shared/domain/failure.ts';
import { createThreads, threadFile } from '../../jobs/threads.ts';
import type { FontOptions } from './fonts.ts';
import type { PrintedTable } from './print-table.ts';

/** What a printing thread is given: plain data. */
export interface PrintOrder {
  readonly table: OfficialTable;
  readonly fonts: FontOptions;
}

export type PrintAnswer =
  | { readonly ok: true; readonly printed: PrintedTable }
  | { readonly ok: false; readonly failure: { readonly code: FailureCode; readonly params: FailureParams } };

export interface Printer {
  /** Prints an official table as PDF. A cancelled signal ends the thread wherever it is. */
  print(order: PrintOrder, signal: AbortSignal): Promise<PrintedTable>;
  close(): void;
}

/** Prints in threads of its own. pdfmake is one object a thread, so a thread prints one document at a time. */
export function createPrinter(): Printer {
  const threads = createThreads<PrintOrder, PrintAnswer>(threadFile(import.meta.url, 'print-worker'));
  return {
    async print(order, signal) {
      const answer = await threads.run(order, signal);
      if (answer.ok) return answer.printed;
      throw new Failure(answer.failure.code, answer.failure.params);
    },
    close: () => threads.close(),
  };
}
