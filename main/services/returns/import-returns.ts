import type { ImportedFile, ImportReport } from '../../../shared/contract/returns.ts';
import { HELD_BY_OTHERS } from '../../../shared/domain/returns/holds.ts';
import type { MappingPairs } from '../../../shared/domain/returns/other-table/map-tables.ts';
import { READING_EDITION } from '../../../shared/domain/returns/reading-edition.ts';
import type { WriteHandle } from '../../db/handles.ts';
import { insertBatch, insertFinding } from '../../db/queries/returns.ts';
import type { Steps } from '../../db/stepwise.ts';
import { checkpoint, inSteps, type JobContext, subContext } from '../../jobs/progress.ts';
import type { WritingContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { loggedFinding } from '../logged-findings.ts';
import { type Examination, type ExaminationRequest, examineReturns } from './examine-returns.ts';
import { type Adopting, countsOf, type JudgedFile, judgeReturns, outlineOf } from './judge-returns.ts';
import { refuseReceiptDay } from './receipt-day.ts';
import { type Batch, type Received, receivedOf, storeReturn } from './store-return.ts';

export interface ImportRequest extends ExaminationRequest {
  readonly dryRun: boolean;
  /** SHA-256 of those that are to count whatever speaks against them (改用). */
  readonly adopt?: readonly string[] | undefined;
  readonly adoptAll?: boolean | undefined;
  /** 收到日期 and 途径 of all the files. */
  readonly received?: Received | undefined;
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
  if (request.received !== undefined) refuseReceiptDay(request.received.on, request.year, context.now());
  return takeIn(context, await examineReturns(context, sources, request, subContext(job, 0, 0.9)), request, job);
}

/** What was read is judged and, but for a dry run, stored. */
export async function takeIn(
  context: WritingContext,
  examination: Examination,
  request: Pick<ImportRequest, 'dryRun' | 'adopt' | 'adoptAll' | 'received'>,
  job: JobContext,
): Promise<ImportReport> {
  job.report(0.9, 'store');
  const adopting: Adopting = request.adoptAll === true ? 'all' : new Set(request.adopt);
  const files = request.dryRun
    ? (await inSteps(judgeReturns(context.work.handle, examination, adopting), job)).map(outlineOf)
    : await commit(context, examination, { adopting, received: request.received }, subContext(job, 0.9, 1));
  job.report(1, 'store');
  return { year: examination.year, dryRun: request.dryRun, files, counts: countsOf(files) };
}

/**
 * Judged and stored in one transaction, others having their turn in between: what another import has stored while files were read is seen, and a
 * job that is cancelled meanwhile has stored nothing.
 */
function commit(context: WritingContext, examination: Examination, taking: Taking, job: JobContext): Promise<ImportedFile[]> {
  const steps = STEPS_OF_FILE * Math.max(1, examination.files.length);
  let done = 0;
  return context.writer.transactionInSteps(
    () => taken(context, examination, taking),
    async () => {
      done += 1;
      job.report(Math.min(done / steps, 1) * ALMOST, 'store');
      await checkpoint(job);
    },
  );
}

/** Held against others, judged, stored in about three (a town has a year of days): for the progress alone. */
const STEPS_OF_FILE = 5;

interface Taking {
  readonly adopting: Adopting;
  readonly received: Received | undefined;
}

/** The end is when all is stored. */
const ALMOST = 0.99;

/** A batch of which nothing is taken in leaves the work as it was. */
function* taken(context: WritingContext, examination: Examination, { adopting, received }: Taking): Steps<ImportedFile[]> {
  const db = context.writer;
  const { year } = examination;
  const judged = yield* judgeReturns(db, examination, adopting);
  if (judged.every((entry) => entry.outcome !== 'accepted')) return judged.map(outlineOf);
  const sample = judged.some((entry) => entry.outcome === 'accepted' && entry.file.sample);
  const at = context.now();
  const batchId = insertBatch(db, year, at, sample);
  const batch = { batchId, year, actor: context.actor.name, at, received };
  const stored: Stored[] = [];
  for (const entry of judged) stored.push(yield* storeEntry(db, batch, entry));
  db.note({ subject: String(year), detail: { batchId, year, at, files: stored.map(loggedFile) } });
  return stored.map(({ file }) => file);
}

function* storeEntry(db: WriteHandle, batch: Batch, entry: JudgedFile): Steps<Stored> {
  if (entry.outcome === 'accepted') {
    const { number, opened } = yield* storeReturn(db, batch, entry);
    return { file: { ...outlineOf(entry), number }, opened, pairs: entry.file.pairs, received: receivedOf(batch, entry.file) };
  }
  for (const item of entry.findings) insertFinding(db, batch.batchId, null, item);
  return { file: outlineOf(entry), opened: null, pairs: null, received: undefined };
}

interface Stored {
  readonly file: ImportedFile;
  /** SHA-256 of what the original is read as, where it came with a password. */
  readonly opened: string | null;
  /** 对应关系 by which a table of the office's own was read; the next one of its kind is read by it unasked. */
  readonly pairs: MappingPairs | null;
  readonly received: Received | undefined;
}

const loggedFile = ({
  file: { number, file, sha256, outcome, unitId, version, counts, findings, typed },
  opened,
  pairs,
  received,
}: Stored) => ({
  ...(opened === null ? {} : { opened }),
  ...(pairs === null ? {} : { table: pairs }),
  ...(typed === undefined ? {} : { typed }),
  ...(received === undefined ? {} : { received }),
  number,
  file,
  sha256,
  outcome,
  unit: unitId,
  version,
  adopted: counts,
  reading: READING_EDITION,
  // What the file alone does not say, so that the check can tell it from a value put on hold afterwards.
  held: findings.flatMap(({ code, sheet, cell }) => (code === HELD_BY_OTHERS ? [`${sheet}!${cell}`] : [])),
  // Findings stand against signing a year: one that is taken away later has to be missed.
  found: findings.map(loggedFinding),
});
