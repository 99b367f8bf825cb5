import { archiveMembers } from '../documents/table-reader/archive-members.ts';
import type { FindingCode, FindingParams } from '../../shared/domain/findings.ts';
import { Refusal } from '../documents/workbook-reader/refusal.ts';
import type { SourceFile } from './files.ts';

/**
 * The files of a batch with compressed archives opened: each member is a file of its own, named behind its archive. What cannot be read or
 * opened stays as it is, and whoever reads it says why. One file is held at a time.
 */
export async function* unpackedFiles(
  sources: readonly SourceFile[],
): AsyncGenerator<{ readonly index: number; readonly source: SourceFile }> {
  for (const [index, source] of sources.entries()) {
    // The lock file of an open workbook may be held by another program; nobody reads it.
    const bytes = source.name.startsWith('~$') ? null : await source.read().catch(() => null);
    const members = bytes === null ? null : await archiveMembers(bytes);
    if (bytes === null || members === null) yield { index, source: bytes === null ? source : { ...source, read: async () => bytes } };
    else for (const { name, read } of members) yield { index, source: { name: `${source.name}/${name}`, read } };
  }
}

/** Why a file could not even be read, as the code and params of its finding. */
export function unreadable(error: unknown): { readonly code: FindingCode; readonly params: FindingParams } {
  if (error instanceof Refusal) return { code: error.code, params: error.params };
  return { code: 'FILE_UNREADABLE', params: { reason: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' } };
}
