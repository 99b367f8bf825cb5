import type { ImportedFile, ImportReport } from '../../../shared/contract/returns.ts';
import { type Finding, finding } from '../../../shared/domain/findings.ts';
import type { WriteHandle } from '../../db/handles.ts';
import { insertBatch, insertFinding, selectCurrentReturn, selectReturnsBySha256 } from '../../db/queries/returns.ts';
import { insertEvent } from '../../db/queries/runs.ts';
import { checkpoint, type JobContext, subContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { readWorkPlan, requireTargetYear, type WorkPlan } from '../plan/work-plan.ts';
import { leadDisagreements, subjectDisagreements } from './cross-check.ts';
import { type ExaminedFile, examineFile } from './examine.ts';
import { createLayouts } from './layouts.ts';
import { countChanges, isAirField, storeReturn } from './store-return.ts';

/**
 * Takes returns in: every file is read and judged on its own, then all that can be taken in are stored in one transaction with their
 * original bytes. A broken file is a finding; the rest of the batch goes on. With `dryRun` everything is done but the storing.
 */
export async function importReturns(
  context: ServiceContext, sources: readonly SourceFile[], request: { year: number; dryRun: boolean }, job: JobContext,
): Promise<ImportReport> {
  const workPlan = readWorkPlan(context.work.handle);
  requireTargetYear(workPlan.plan, request.year);
  const examined = await examineAll(context, workPlan, sources, request.year, subContext(job, 0, 0.9));
  await checkpoint(job);
  job.report(0.9, 'store');
  const files = request.dryRun ? preview(context, workPlan, examined, request.year) : commit(context, workPlan, examined, request.year);
  job.report(1, 'store');
  return { year: request.year, dryRun: request.dryRun, files, counts: countsOf(files) };
}

async function examineAll(context: ServiceContext, workPlan: WorkPlan, sources: readonly SourceFile[], year: number, job: JobContext): Promise<ExaminedFile[]> {
  const layoutOf = createLayouts(context.work.handle, workPlan, year);
  const examined: ExaminedFile[] = [];
  for (const [index, source] of sources.entries()) {
    await checkpoint(job);
    job.report(index / sources.length, 'read');
    examined.push(await examineFile(source, { workPlan, year, layoutOf }));
  }
  return examined;
}

interface JudgedFile {
  readonly file: ExaminedFile;
  readonly outcome: ImportedFile['outcome'];
  readonly findings: readonly Finding[];
}

/** What only shows when a file is held against the batch and against what is stored: the same bytes again, two returns of one unit, leads that disagree. */
function judgeBatch(db: WriteHandle, examined: readonly ExaminedFile[], year: number, workPlan: WorkPlan): JudgedFile[] {
  const seen = new Map<string, string>();
  const unitsSeen = new Map<string, string>();
  const judged = examined.map((file): JudgedFile => {
    if (file.unit === null || file.sha256 === null) return { file, outcome: 'rejected', findings: file.findings };
    const again = sameBytes(db, file, file.sha256, year, seen);
    if (again !== null) return { file, ...again };
    seen.set(file.sha256, file.name);
    const findings = [...file.findings, ...subjectDisagreements(workPlan.plan, file)];
    const other = unitsSeen.get(file.unit.id);
    if (other !== undefined) findings.push(finding('RETURN_TWICE_IN_BATCH', { file: file.name }, { unit: file.unit.name, other }));
    const current = selectCurrentReturn(db, year, file.unit.id);
    if (current !== null && current.reportedOn !== null && file.reportedOn !== null && file.reportedOn < current.reportedOn) {
      findings.push(finding('RETURN_OLDER_DATE', { file: file.name }, { date: file.reportedOn, current: current.reportedOn, version: current.version }));
    }
    unitsSeen.set(file.unit.id, file.name);
    return { file, outcome: 'accepted', findings };
  });
  const accepted = judged.filter((entry) => entry.outcome === 'accepted').map((entry) => entry.file);
  const disagreements = leadDisagreements(db, workPlan.plan, year, accepted);
  return judged.map((entry) => ({ ...entry, findings: [...entry.findings, ...(disagreements.get(entry.file) ?? [])] }));
}

function sameBytes(db: WriteHandle, file: ExaminedFile, sha256: string, year: number, seen: ReadonlyMap<string, string>): Pick<JudgedFile, 'outcome' | 'findings'> | null {
  const twin = seen.get(sha256);
  if (twin !== undefined) return { outcome: 'duplicate', findings: [finding('FILE_DUPLICATE', { file: file.name }, { other: twin })] };
  const stored = selectReturnsBySha256(db, sha256, year);
  const current = stored.find((record) => record.supersededBy === null);
  if (current !== undefined) return { outcome: 'duplicate', findings: [finding('FILE_DUPLICATE', { file: file.name }, { other: current.fileName, version: current.version })] };
  const old = stored.at(-1);
  if (old === undefined || file.unit === null) return null;
  const now = selectCurrentReturn(db, year, file.unit.id);
  return { outcome: 'reverts', findings: [finding('FILE_REVERTS', { file: file.name }, { version: old.version, current: now?.version ?? 0, other: now?.fileName ?? '' })] };
}

function preview(context: ServiceContext, workPlan: WorkPlan, examined: readonly ExaminedFile[], year: number): ImportedFile[] {
  return judgeBatch(context.work.handle, examined, year, workPlan).map((entry) => previewOf(context.work.handle, entry, year));
}

/**
 * Judges and stores in one immediate transaction: another process that imports at the same time is either before it or after it. A batch
 * of which nothing is taken in leaves the work as it was.
 */
function commit(context: ServiceContext, workPlan: WorkPlan, examined: readonly ExaminedFile[], year: number): ImportedFile[] {
  const db = context.work.handle;
  return db.transaction(() => {
    const judged = judgeBatch(db, examined, year, workPlan);
    const taken = judged.filter((entry) => entry.outcome === 'accepted');
    if (taken.length === 0) return judged.map(outline);
    const batchId = insertBatch(db, year, context.now(), taken.some((entry) => entry.file.sample));
    const files = judged.map((entry) => (entry.outcome === 'accepted' ? storeReturn(db, batchId, year, entry.file, entry.findings) : unstored(db, batchId, entry)));
    insertEvent(db, context.now(), 'returns.import', {
      batchId,
      year,
      files: files.map((file) => ({ file: file.file, sha256: file.sha256, outcome: file.outcome, unit: file.unitId, version: file.version })),
    });
    return files;
  });
}

function unstored(db: WriteHandle, batchId: number, entry: JudgedFile): ImportedFile {
  for (const item of entry.findings) insertFinding(db, batchId, null, item);
  return outline(entry);
}

function previewOf(db: WriteHandle, entry: JudgedFile, year: number): ImportedFile {
  if (entry.outcome !== 'accepted' || entry.file.unit === null) return outline(entry);
  const before = selectCurrentReturn(db, year, entry.file.unit.id);
  const changed = countChanges(db, before, entry.file);
  const findings = before === null ? entry.findings : [...entry.findings, finding('RETURN_REPLACES', { file: entry.file.name }, { version: before.version, other: before.fileName, changed })];
  return { ...outline(entry), version: (before?.version ?? 0) + 1, changed, findings: [...findings] };
}

function outline({ file, outcome, findings }: JudgedFile): ImportedFile {
  const airDays = new Set(file.answers.filter((answer) => isAirField(answer.field)).map((answer) => answer.rowId)).size;
  return {
    file: file.name, sha256: file.sha256, outcome, unitId: file.unit?.id ?? null, unitName: file.unit?.name ?? null, version: null, sample: file.sample,
    answers: file.answers.filter((answer) => !isAirField(answer.field)).length, airDays, changed: 0, findings: [...findings],
  };
}

function countsOf(files: readonly ImportedFile[]): ImportReport['counts'] {
  const findings = files.flatMap((file) => file.findings);
  const outcome = (wanted: ImportedFile['outcome']): number => files.filter((file) => file.outcome === wanted).length;
  const severity = (wanted: Finding['severity']): number => findings.filter((item) => item.severity === wanted).length;
  return {
    accepted: outcome('accepted'), duplicate: outcome('duplicate'), reverts: outcome('reverts'), rejected: outcome('rejected'),
    errors: severity('error'), warnings: severity('warning'), infos: severity('info'),
  };
}
