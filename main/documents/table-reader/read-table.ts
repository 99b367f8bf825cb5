import type { FindingParams } from '../../../shared/domain/findings.ts';
import type { RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import { DEFAULT_LIMITS, type ReaderLimits } from '../workbook-reader/limits.ts';
import { readWorkbook } from '../workbook-reader/read-workbook.ts';
import { type FileCode, Refusal } from '../workbook-reader/refusal.ts';
import { kindOfBytes } from './kind-of-bytes.ts';
import type { Encoding } from '../../text-decoding/encodings.ts';
import { type Delimiter, readText } from './read-text.ts';

export type TableFormat = 'xlsx' | 'xls' | 'csv';

export type TableResult =
  | {
      readonly ok: true;
      readonly workbook: RawWorkbook;
      readonly format: TableFormat;
      readonly encoding: Encoding | null;
      readonly delimiter: Delimiter | null;
    }
  | { readonly ok: false; readonly code: FileCode; readonly params: FindingParams };

/**
 * Reads a table that another program exported: .xlsx, the old .xls (also .et of WPS), CSV or TSV, told apart by their bytes and never by
 * their names. Returns (填报表) are not read this way: they come from our own template and must be .xlsx.
 */
export async function readTable(name: string, bytes: Uint8Array, limits: Partial<ReaderLimits> = {}): Promise<TableResult> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  try {
    if (bytes.length > all.fileBytes) throw new Refusal('FILE_TOO_LARGE', { value: bytes.length, maximum: all.fileBytes });
    switch (kindOfBytes(bytes)) {
      case 'zip': {
        const result = await readWorkbook(bytes, limits);
        return result.ok ? { ...result, format: 'xlsx', encoding: null, delimiter: null } : result;
      }
      case 'oldWorkbook': {
        // Its tables of code pages take longer to load than most commands take to run, and few files are of this kind.
        const { readOldWorkbook } = await import('./read-old-workbook.ts');
        return { ok: true, workbook: readOldWorkbook(bytes, all), format: 'xls', encoding: null, delimiter: null };
      }
      case 'text':
        return { ok: true, format: 'csv', ...readText(name, bytes, all) };
    }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, params: error.params };
    throw error;
  }
}
