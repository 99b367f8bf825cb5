import { archiveMembers, inflatedWithin } from '../documents/table-reader/archive-members.ts';
import type { FindingCode, FindingParams } from '../../shared/domain/findings.ts';
import { DEFAULT_LIMITS } from '../documents/workbook-reader/limits.ts';
import { overLimit, Refusal } from '../documents/workbook-reader/refusal.ts';
import type { SourceFile } from './files.ts';

/**
 * The files of a batch with compressed archives opened, archives within them too: each member is a file of its own, named behind its archives. What
 * cannot be read or opened stays as it is, and whoever reads it says why. What one archive leads to, workbooks within it too, is inflated up to a
 * bound of its own, and no more files are taken than parts of one file; an archive is held only while its members are read.
 */
export async function* unpackedFiles(
  sources: readonly SourceFile[],
): AsyncGenerator<{ readonly index: number; readonly source: SourceFile }> {
  for (const [index, source] of sources.entries())
    for await (const found of unpacked(source, { bytes: ARCHIVE_BYTES, entries: DEFAULT_LIMITS.entries }, 0))
      yield { index, source: found };
}

/** Of all that one archive leads to, in bytes: a year of hours of thirty towns, divided into workbooks as one likes, has some hundred megabytes. */
const ARCHIVE_BYTES = 160 * 1024 * 1024;

/** What is left to all that one archive leads to. */
interface Budget {
  bytes: number;
  entries: number;
}

/** Nobody sends archives nested deeper than this; a crafted one goes on for ever. */
const MOST_NESTED = 3;

async function* unpacked(source: SourceFile, budget: Budget, depth: number): AsyncGenerator<SourceFile> {
  // The lock file of an open workbook may be held by another program; nobody reads it.
  const bytes = source.name.startsWith('~$') ? null : await source.read().catch(() => null);
  const members = bytes === null ? null : await archiveMembers(bytes);
  if (bytes === null || members === null) {
    if (bytes !== null && depth > 0) budget.bytes -= await inflatedWithin(bytes);
    yield bytes === null ? source : budget.bytes < 0 ? beyondBudget(source, budget) : { ...source, read: async () => bytes };
    return;
  }
  budget.entries -= members.length;
  if (depth === MOST_NESTED || budget.entries < 0) {
    yield refused(
      source,
      depth === MOST_NESTED
        ? overLimit('archiveDepth', depth, MOST_NESTED)
        : overLimit('archiveFiles', DEFAULT_LIMITS.entries - budget.entries, DEFAULT_LIMITS.entries),
    );
    return;
  }
  for (const { name, size, read } of members) {
    const member = { name: `${source.name}/${name}`, read };
    budget.bytes -= size;
    if (budget.bytes < 0) {
      yield beyondBudget(member, budget);
      return;
    }
    yield* unpacked(member, budget, depth + 1);
    // Said of the file that was too much already.
    if (budget.bytes < 0) return;
  }
}

const beyondBudget = (source: SourceFile, { bytes }: Budget): SourceFile =>
  refused(source, overLimit('archiveBytes', megabytes(ARCHIVE_BYTES - bytes), megabytes(ARCHIVE_BYTES)));

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

const refused = (source: SourceFile, refusal: Refusal): SourceFile => ({ ...source, read: () => Promise.reject(refusal) });

/** Why a file could not even be read, as the code and params of its finding. */
export function unreadable(error: unknown): { readonly code: FindingCode; readonly params: FindingParams } {
  if (error instanceof Refusal) return { code: error.code, params: error.params };
  return { code: 'FILE_UNREADABLE', params: { reason: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' } };
}
