import type { TableOptions, TableResult } from '../../documents/table-reader/read-table.ts';
import { threadFile } from '../../jobs/threads.ts';
import { createReadingThreads, type ReadingLimits } from './reading-threads.ts';
import type { SheetRequest, ShownSheet } from './shown-sheet.ts';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a thread is given that reads tables. */
export type TableOrder = NamedBytes & { readonly options: TableOptions; readonly sheet: SheetRequest | null };

/** What it answers: the whole table, or the one sheet that was asked for. */
export type TableAnswer = { readonly kind: 'table'; readonly table: TableResult } | { readonly kind: 'sheet'; readonly shown: ShownSheet };

/**
 * The way in of forms, plans and lists, and of originals that are shown (读取表格). What may keep a processor busy is read in a thread of its own,
 * light files where they are. Monitoring files, which are large, have threads that hand out less than the whole table.
 */
export interface TableReader {
  table(file: NamedBytes, options: TableOptions, signal: AbortSignal): Promise<TableResult>;
  sheet(file: NamedBytes, request: SheetRequest, signal: AbortSignal): Promise<ShownSheet>;
  close(): void;
}

export function createTableReader(limits?: ReadingLimits): TableReader {
  const threads = createReadingThreads<TableOrder, TableAnswer>(threadFile(import.meta.url, 'table-worker'), limits);
  const isLight = async (bytes: Uint8Array): Promise<boolean> => {
    const { weightOf } = await import('../../documents/table-reader/weight.ts');
    return (await weightOf(bytes)) === 'light';
  };
  return {
    async table({ name, bytes }, options, signal) {
      if (await isLight(bytes)) {
        const { readTable } = await import('../../documents/table-reader/read-table.ts');
        return readTable(name, bytes, options);
      }
      const result = await threads.ask({ name, bytes, options, sheet: null }, signal);
      if (!result.ok) return result;
      if (result.answer.kind !== 'table') throw new TypeError('a table was asked for');
      return result.answer.table;
    },
    async sheet({ name, bytes }, sheet, signal) {
      if (await isLight(bytes)) {
        const { shownSheet } = await import('./shown-sheet.ts');
        return shownSheet(name, bytes, sheet);
      }
      const result = await threads.ask({ name, bytes, options: {}, sheet }, signal);
      if (!result.ok) return { ok: false, code: result.code };
      if (result.answer.kind !== 'sheet') throw new TypeError('a sheet was asked for');
      return result.answer.shown;
    },
    close: () => threads.close(),
  };
}
