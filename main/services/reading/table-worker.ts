import { parentPort } from 'node:worker_threads';
import { readTable } from '../../documents/table-reader/read-table.ts';
import { shownSheet } from './shown-sheet.ts';
import type { TableAnswer, TableOrder } from './table-reader.ts';

/** A thread that reads tables: one file, one answer, then the next file. A fault of the program ends the thread and arrives as it is. */
parentPort?.on('message', (order: TableOrder) => void read(order));

async function read({ name, bytes, options, sheet }: TableOrder): Promise<void> {
  const answer: TableAnswer =
    sheet === null
      ? { kind: 'table', table: await readTable(name, bytes, options) }
      : { kind: 'sheet', shown: await shownSheet(name, bytes, sheet) };
  parentPort?.postMessage(answer, []);
}
