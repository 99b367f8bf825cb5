import { parentPort } from 'node:worker_threads';
import { Failure } from '../../../shared/domain/failure.ts';
import { loadFonts } from './fonts.ts';
import { printTablePdf } from './print-table.ts';
import type { PrintAnswer, PrintOrder } from './printer.ts';

/** A printing thread: one order, one answer, then the next order. */
parentPort?.on('message', (order: PrintOrder) => void print(order));

async function print({ table, fonts }: PrintOrder): Promise<void> {
  try {
    const printed = await printTablePdf(table, loadFonts(fonts));
    answer({ ok: true, printed }, [printed.bytes.buffer as ArrayBuffer]);
  } catch (error) {
    // An error loses its class on the way; of ours the code has to arrive. Anything else ends the thread and arrives as it is.
    if (!(error instanceof Failure)) throw error;
    answer({ ok: false, failure: { code: error.code, params: error.params } }, []);
  }
}

function answer(message: PrintAnswer, handOver: readonly ArrayBuffer[]): void {
  parentPort?.postMessage(message, handOver);
}
