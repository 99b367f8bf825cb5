import type { FindingParams } from '../../../shared/domain/findings.ts';
import { readTable, type TableOptions, type TableResult } from '../../documents/table-reader/read-table.ts';
import { type Weight, weightOf } from '../../documents/table-reader/weight.ts';
import { createThreads, threadFile, type ThreadLimits, ThreadOverLimit, type Threads } from '../../jobs/threads.ts';
import type { ServiceContext } from '../context.ts';
import { sha256Of } from '../files.ts';
import { type ExaminedMonitoring, type MonitoringRequest, refused } from '../monitoring/receiving/examine-file.ts';
import { type SheetRequest, shownSheet, type ShownSheet } from './shown-sheet.ts';

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type MonitoringOrder = NamedBytes & { readonly request: MonitoringRequest };

/** What a reading thread is given. */
export type ReadingOrder = NamedBytes &
  (
    | { readonly kind: 'table'; readonly options: TableOptions }
    | { readonly kind: 'sheet'; readonly request: SheetRequest }
    | { readonly kind: 'monitoring'; readonly request: MonitoringRequest }
  );

/** What it answers to each kind of order; of a monitoring file all that was found, without the original, which the caller has. */
export interface ReadingAnswers {
  readonly table: TableResult;
  readonly sheet: ShownSheet;
  readonly monitoring: Omit<ExaminedMonitoring, 'bytes'> & { readonly readable: boolean };
}

/**
 * The way in of every file that came from outside (读取文件): forms, plans, lists, monitoring files, and originals that are shown. What may keep a
 * processor busy is read in a thread of its own with a bound on its memory and time, so that the worst of files is one finding: the batch goes
 * on, the program stays, and a cancelled signal ends the thread wherever it is. Light files are read where they are.
 */
export interface FileReader {
  table(file: NamedBytes, options: TableOptions, signal: AbortSignal): Promise<TableResult>;
  sheet(file: NamedBytes, request: SheetRequest, signal: AbortSignal): Promise<ShownSheet>;
  monitoring(order: MonitoringOrder, signal: AbortSignal): Promise<ExaminedMonitoring>;
  close(): void;
}

/** What taking in files needs besides what every use case has. */
export interface ReadingContext extends ServiceContext {
  readonly reader: FileReader;
}

/** A year of hours of thirty places takes half of the larger heap and a third of its time. */
export const READING_LIMITS: Readonly<Record<Exclude<Weight, 'light'>, ThreadLimits>> = {
  ordinary: { heapMegabytes: 192, seconds: 30 },
  large: { heapMegabytes: 1536, seconds: 120 },
};

export function createFileReader(limits = READING_LIMITS): FileReader {
  const pool = (of: ThreadLimits): Threads<ReadingOrder, unknown> => createThreads(threadFile(import.meta.url, 'reading-worker'), of);
  const threads = { ordinary: pool(limits.ordinary), large: pool(limits.large) };
  const ask = async <Kind extends keyof ReadingAnswers>(
    weight: Exclude<Weight, 'light'>,
    order: ReadingOrder & { readonly kind: Kind },
    signal: AbortSignal,
  ): Promise<ReadingAnswers[Kind] | Beyond> => {
    try {
      // A thread answers an order by what ReadingAnswers says of its kind.
      return (await threads[weight].run(order, signal)) as ReadingAnswers[Kind];
    } catch (error) {
      if (error instanceof ThreadOverLimit) return { beyond: { limit: error.limit, value: '', maximum: error.maximum } };
      throw error;
    }
  };
  return {
    async table(file, options, signal) {
      const weight = await weightOf(file.bytes);
      if (weight === 'light') return readTable(file.name, file.bytes, options);
      const answer = await ask(weight, { kind: 'table', ...file, options }, signal);
      return 'beyond' in answer ? { ok: false, code: 'FILE_OVER_LIMIT', params: answer.beyond } : answer;
    },
    async sheet(file, request, signal) {
      const weight = await weightOf(file.bytes);
      if (weight === 'light') return shownSheet(file.name, file.bytes, request);
      const answer = await ask(weight, { kind: 'sheet', ...file, request }, signal);
      return 'beyond' in answer ? { ok: false, code: 'FILE_OVER_LIMIT' } : answer;
    },
    async monitoring({ name, bytes, request }, signal) {
      const weight = await weightOf(bytes);
      const answer = await ask(weight === 'large' ? weight : 'ordinary', { kind: 'monitoring', name, bytes, request }, signal);
      if ('beyond' in answer) return refused({ name, sha256: sha256Of(bytes), bytes, opened: null }, 'FILE_OVER_LIMIT', answer.beyond);
      const { readable, ...examined } = answer;
      return { ...examined, bytes: readable ? bytes : null };
    },
    close() {
      threads.ordinary.close();
      threads.large.close();
    },
  };
}

/** The order took more than its thread may take. */
interface Beyond {
  readonly beyond: FindingParams;
}
