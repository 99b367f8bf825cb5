import type { FindingParams } from '../../../shared/domain/findings.ts';
import type { Weight } from '../../documents/table-reader/weight.ts';
import type { FileCode } from '../../documents/workbook-reader/refusal.ts';
import { createThreads, type ThreadLimits, ThreadOverLimit } from '../../jobs/threads.ts';

/** What a thread that reads may take: as much as forms and months need, or a year of hours, which fills half of the larger heap. */
export type ReadingLimits = Readonly<Record<Exclude<Weight, 'light'>, ThreadLimits>>;

export const READING_LIMITS: ReadingLimits = {
  ordinary: { heapMegabytes: 192, seconds: 30 },
  large: { heapMegabytes: 1536, seconds: 300 },
};

/** The answer of a thread, or why the file is refused before or while it is read there. */
export type ReadingResult<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly code: FileCode; readonly params: FindingParams };

export interface ReadingThreads<Order, Answer, Part = never> {
  ask(order: Order, signal: AbortSignal, onPart?: (part: Part) => void): Promise<ReadingResult<Answer>>;
  close(): void;
}

/**
 * Threads in which files from outside are read (读取线程), bounded by what the bytes can cost: the worst of files is then one finding, the batch
 * goes on and the program stays.
 */
export function createReadingThreads<Order extends { readonly bytes: Uint8Array }, Answer, Part = never>(
  worker: URL,
  limits: ReadingLimits = READING_LIMITS,
): ReadingThreads<Order, Answer, Part> {
  const ordinary = createThreads<Order, Answer, Part>(worker, limits.ordinary);
  const large = createThreads<Order, Answer, Part>(worker, limits.large, 'ended');
  return {
    async ask(order, signal, onPart) {
      const { refusedAtSight, weightOf } = await import('../../documents/table-reader/weight.ts');
      const refusal = refusedAtSight(order.bytes);
      if (refusal !== null) return { ok: false, code: refusal.code, params: refusal.params };
      const threads = (await weightOf(order.bytes)) === 'large' ? large : ordinary;
      try {
        return { ok: true, answer: await threads.run(order, signal, onPart) };
      } catch (error) {
        if (error instanceof ThreadOverLimit)
          return { ok: false, code: 'FILE_OVER_LIMIT', params: { limit: error.limit, value: '', maximum: error.maximum } };
        throw error;
      }
    },
    close() {
      ordinary.close();
      large.close();
    },
  };
}
