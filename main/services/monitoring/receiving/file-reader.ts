import { threadFile } from '../../../jobs/threads.ts';
import type { ServiceContext } from '../../context.ts';
import { sha256Of } from '../../files.ts';
import { createReadingThreads } from '../../reading/reading-threads.ts';
import type { ExaminedMonitoring, MonitoringRequest } from './examine-file.ts';
import type { PreparedDay } from './prepare-days.ts';

/** What a reading thread is given. */
export interface ReadingOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly request: MonitoringRequest;
}

/** What it answers: all that was found, without the original, which the caller has. */
export type ReadingAnswer = Omit<ExaminedMonitoring, 'bytes'> & { readonly readable: boolean };

/** What comes ahead of the answer: how far the reading is (0..1), and days of a file of monitoring data. */
export type ReadingPart = { readonly fraction: number } | { readonly days: readonly PreparedDay[] };

/** Reads monitoring files in a thread of its own: a year of hours keeps one busy for ten seconds and more, and can be cancelled at any moment. */
export interface FileReader {
  read(order: ReadingOrder, signal: AbortSignal, onFraction?: (fraction: number) => void): Promise<ExaminedMonitoring>;
  close(): void;
}

/** What taking in monitoring files needs besides what every use case has. */
export interface ReadingContext extends ServiceContext {
  readonly reader: FileReader;
}

export function createFileReader(): FileReader {
  const threads = createReadingThreads<ReadingOrder, ReadingAnswer, ReadingPart>(threadFile(import.meta.url, 'reading-worker'));
  return {
    async read(order, signal, onFraction = () => undefined) {
      const { name, bytes } = order;
      const days: PreparedDay[] = [];
      const result = await threads.ask(order, signal, (part) => {
        if ('days' in part) days.push(...part.days);
        else onFraction(part.fraction);
      });
      if (!result.ok) {
        const { refused } = await import('./examine-file.ts');
        return refused({ name, sha256: sha256Of(bytes), bytes: null, opened: null }, result.code, result.params);
      }
      const { readable, ...examined } = result.answer;
      const { content } = examined;
      return { ...examined, content: content?.kind === 'monitoring' ? { ...content, days } : content, bytes: readable ? bytes : null };
    },
    close: () => threads.close(),
  };
}
