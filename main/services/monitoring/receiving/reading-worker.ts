import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import type { JobContext } from '../../../jobs/progress.ts';
import { examineMonitoringBytes } from './examine-file.ts';
import type { PartMessage } from '../../../jobs/threads.ts';
import type { PreparedDay } from './prepare-days.ts';
import type { ReadingAnswer, ReadingOrder, ReadingPart } from './file-reader.ts';

/** A reading thread: one file, one answer, then the next file. A fault of the program ends the thread and arrives as it is. */
parentPort?.on('message', (order: ReadingOrder) => void read(order));

async function read({ name, bytes, request }: ReadingOrder): Promise<void> {
  const { bytes: kept, ...examined } = await examineMonitoringBytes(name, bytes, request, watched());
  const content =
    examined.content?.kind === 'monitoring' ? { ...examined.content, days: await sentAhead(examined.content.days) } : examined.content;
  parentPort?.postMessage({ ...examined, content, readable: kept !== null } satisfies ReadingAnswer, []);
}

/** A year of hours is no message that anybody takes in within a moment: its days go ahead in pieces, and nothing of them is left. */
async function sentAhead(days: readonly PreparedDay[]): Promise<readonly []> {
  for (let from = 0; from < days.length; from += DAYS_AT_ONCE) {
    send({ days: days.slice(from, from + DAYS_AT_ONCE) });
    await nextTurn();
  }
  return [];
}

const DAYS_AT_ONCE = 100;

/** Whoever cancels ends the whole thread. A report is worth sending where a person would see it. */
function watched(): JobContext {
  let sent = 0;
  return {
    signal: new AbortController().signal,
    report(fraction) {
      if (fraction < sent + LEAST_PROGRESS) return;
      sent = fraction;
      send({ fraction });
    },
  };
}

const LEAST_PROGRESS = 0.01;

function send(part: ReadingPart): void {
  parentPort?.postMessage({ threadPart: part } satisfies PartMessage<ReadingPart>, []);
}
