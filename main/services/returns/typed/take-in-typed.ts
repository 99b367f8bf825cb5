import type { ImportReport } from '../../../../shared/contract/returns.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { selectFileBytes } from '../../../db/queries/originals.ts';
import { selectNumberedTyped } from '../../../db/queries/typed-returns.ts';
import { checkpoint, type JobContext, subContext } from '../../../jobs/progress.ts';
import type { ServiceContext, WritingContext } from '../../context.ts';
import type { OutputFolder } from '../../files.ts';
import { takeIn } from '../import-returns.ts';
import { previewOf } from '../preview-returns.ts';
import { examineTyped, type TypedRequest } from './examine-typed.ts';

/** What was typed, judged as a file would be; nothing is stored. */
export const previewTyped = async (context: ServiceContext, request: TypedRequest, job: JobContext): ReturnType<typeof previewOf> =>
  previewOf(context, await examineTyped(context, request, job), job);

export interface TypedImport extends TypedRequest {
  readonly dryRun: boolean;
  /** 改用: it counts whatever speaks against it. */
  readonly adopt: boolean;
}

/** Stores it as the next version of the unit's return. */
export async function importTyped(context: WritingContext, request: TypedImport, job: JobContext): Promise<ImportReport> {
  const examination = await examineTyped(context, request, subContext(job, 0, 0.9));
  return takeIn(context, examination, { dryRun: request.dryRun, adoptAll: request.adopt }, job);
}

/** Gives the scan (扫描件) of a version out again, as it came. */
export async function writeScan(
  context: ServiceContext,
  folder: OutputFolder,
  number: number,
  job: JobContext,
): Promise<{ readonly file: string; readonly bytes: number }> {
  const db = context.work.handle;
  await checkpoint(job);
  const scan = selectNumberedTyped(db).find((typed) => typed.number === number)?.scan ?? null;
  const bytes = scan === null ? null : selectFileBytes(db, scan.sha256);
  if (scan === null || bytes === null) throw new Failure('SCAN_UNKNOWN', { number });
  await folder.write(scan.name, bytes);
  return { file: scan.name, bytes: bytes.byteLength };
}
