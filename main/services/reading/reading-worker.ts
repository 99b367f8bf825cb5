import { parentPort } from 'node:worker_threads';
import { readTable } from '../../documents/table-reader/read-table.ts';
import type { JobContext } from '../../jobs/progress.ts';
import type { ReadingAnswers, ReadingOrder } from './file-reader.ts';

/** A reading thread: one file, one answer, then the next file. A fault of the program ends the thread and arrives as it is. */
parentPort?.on('message', (order: ReadingOrder) => void read(order));

async function read(order: ReadingOrder): Promise<void> {
  parentPort?.postMessage(await answerTo(order), []);
}

async function answerTo(order: ReadingOrder): Promise<ReadingAnswers[ReadingOrder['kind']]> {
  const { name, bytes } = order;
  switch (order.kind) {
    case 'table':
      return readTable(name, bytes, order.options);
    case 'sheet': {
      const { shownSheet } = await import('./shown-sheet.ts');
      return shownSheet(name, bytes, order.request);
    }
    case 'monitoring': {
      const { examineMonitoringBytes } = await import('../monitoring/receiving/examine-file.ts');
      const { bytes: kept, ...examined } = await examineMonitoringBytes(name, bytes, order.request, UNWATCHED);
      return { ...examined, readable: kept !== null };
    }
  }
}

/** Whoever cancels ends the whole thread. */
const UNWATCHED: JobContext = { signal: new AbortController().signal, report: () => undefined };
