import { threadFile } from '../../../jobs/threads.ts';
import type { ServiceContext } from '../../context.ts';
import { sha256Of } from '../../files.ts';
import { createReadingThreads } from '../../reading/reading-threads.ts';
import { type ExaminedMonitoring, type MonitoringRequest, refused } from './examine-file.ts';

/** What a reading thread is given. */
export interface ReadingOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly request: MonitoringRequest;
}

/** What it answers: all that was found, without the original, which the caller has. */
export type ReadingAnswer = Omit<ExaminedMonitoring, 'bytes'> & { readonly readable: boolean };

/** Reads monitoring files in a thread of its own: a year of hours keeps one busy for ten seconds and more, and can be cancelled at any moment. */
export interface FileReader {
  read(order: ReadingOrder, signal: AbortSignal): Promise<ExaminedMonitoring>;
  close(): void;
}

/** What taking in monitoring files needs besides what every use case has. */
export interface ReadingContext extends ServiceContext {
  readonly reader: FileReader;
}

export function createFileReader(): FileReader {
  const threads = createReadingThreads<ReadingOrder, ReadingAnswer>(threadFile(import.meta.url, 'reading-worker'));
  return {
    async read(order, signal) {
      const { name, bytes } = order;
      const result = await threads.ask(order, signal);
      if (!result.ok) return refused({ name, sha256: sha256Of(bytes), bytes: null, opened: null }, 'FILE_OVER_LIMIT', result.beyond);
      const { readable, ...examined } = result.answer;
      return { ...examined, bytes: readable ? bytes : null };
    },
    close: () => threads.close(),
  };
}
