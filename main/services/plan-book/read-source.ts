import { type Finding, finding } from '../../../shared/domain/findings.ts';
import type { RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import { FORM_LIMITS } from '../../documents/workbook-reader/limits.ts';
import { sha256Of, type SourceFile } from '../files.ts';
import type { TableReader } from '../reading/table-reader.ts';

export interface ReadSource {
  readonly file: string;
  /** Null, with a finding, for a file that is no table or cannot be read. */
  readonly workbook: RawWorkbook | null;
  readonly sha256: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads the one file that a 方案工作簿 is; never throws for a bad one. Old Excel and WPS formats are told by their bytes and read as well. It is
 * kept as a document of the work and not by its bytes, so a password is needed this once.
 */
export async function readSource(
  tables: TableReader,
  sources: readonly SourceFile[],
  passwords: readonly string[] = [],
  signal: AbortSignal = new AbortController().signal,
): Promise<ReadSource> {
  const [source, ...more] = sources;
  const file = source?.name ?? '';
  if (source === undefined || more.length > 0) return refused(file, finding('FILE_UNREADABLE', { file }, { reason: 'EISDIR' }));
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return refused(file, finding('FILE_UNREADABLE', { file }, { reason }));
  }
  const result = await tables.table({ name: file, bytes }, { ...FORM_LIMITS, passwords }, signal);
  if (!result.ok) return refused(file, finding(result.code, { file }, result.params));
  return { file, workbook: result.workbook, sha256: sha256Of(bytes), findings: [] };
}

const refused = (file: string, found: Finding): ReadSource => ({ file, workbook: null, sha256: null, findings: [found] });
