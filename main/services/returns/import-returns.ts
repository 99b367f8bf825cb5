import type { ImportedFile, ImportReport } from '../../../shared/contract/returns.ts';
import { READING_EDITION } from '../../../shared/domain/returns/reading-edition.ts';
import { insertBatch, insertFinding } from '../../db/queries/returns.ts';
import { type JobContext, subContext } from '../../jobs/progress.ts';
import type { WritingContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { type Examination, examineReturns } from './examine-returns.ts';
import { countsOf, judgeReturns, outlineOf } from './judge-returns.ts';
import { storeReturn } from './store-return.ts';

export interface ImportRequest {
  readonly year: number;
  readonly dryRun: boolean;
  /** SHA-256 of the files to take in; the others are left out (不采用). */
  readonly only?: readonly string[] | undefined;
  /** Whose the files are, where they do not say so themselves with one voice. */
  readonly unit?: string | undefined;
}

/**
 * Takes returns in: every file is read and judged on its own, then all that can be taken in are stored in one transaction with their
 * original bytes. A broken file is a finding; the rest of the batch goes on. With `dryRun` everything is done but the storing.
 */
export async function importReturns(
  context: WritingContext,
  sources: readonly SourceFile[],
  request: ImportRequest,
  job: JobContext,
): Promise<ImportReport> {
  const examination = await examineReturns(context, sources, request, subContext(job, 0, 0.9));
  job.report(0.9, 'store');
  const files = request.dryRun ? judgeReturns(context.work.handle, examination).map(outlineOf) : commit(context, examination);
  job.report(1, 'store');
  return { year: request.year, dryRun: request.dryRun, files, counts: countsOf(files) };
}

/**
 * Judged and stored in one transaction: what another import has stored while files were read is seen. A batch of which nothing is taken in
 * leaves the work as it was.
 */
function commit(context: WritingContext, examination: Examination): ImportedFile[] {
  const db = context.writer;
  const { year } = examination;
  return db.transaction(() => {
    const judged = judgeReturns(db, examination);
    if (judged.every((entry) => entry.outcome !== 'accepted')) return judged.map(outlineOf);
    const sample = judged.some((entry) => entry.outcome === 'accepted' && entry.file.sample);
    const batchId = insertBatch(db, year, context.now(), sample);
    for (const entry of judged) {
      if (entry.outcome === 'accepted') storeReturn(db, batchId, year, entry);
      else for (const item of entry.findings) insertFinding(db, batchId, null, item);
    }
    const files = judged.map(outlineOf);
    const logged = files.map(({ file, sha256, outcome, unitId, version }) => ({
      file,
      sha256,
      outcome,
      unit: unitId,
      version,
      reading: READING_EDITION,
    }));
    db.note({ subject: String(year), detail: { batchId, year, files: logged } });
    return files;
  });
}
