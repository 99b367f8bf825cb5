import { parentPort } from 'node:worker_threads';
import type { JobContext } from '../../../jobs/progress.ts';
import { examineMonitoringBytes } from './examine-file.ts';
import type { ReadingAnswer, ReadingOrder } from './file-reader.ts';

/** A reading thread: one file, one answer, then the next file. A fault of the program ends the thread and arrives as it is. */
parentPort?.on('message', (order: ReadingOrder) => void read(order));

async function read({ name, bytes, request }: ReadingOrder): Promise<void> {
  const { bytes: kept, ...examined } = await examineMonitoringBytes(name, bytes, request, UNWATCHED);
  parentPort?.postMessage({ ...examined, readable: kept !== null } satisfies ReadingAnswer, []);
}

/** Whoever cancels ends the whole thread. */
const UNWATCHED: JobContext = { signal: new AbortController().signal, report: () => undefined };
