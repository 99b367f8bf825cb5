import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { airUnits } from '../../../shared/domain/plan/unit-schema.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectDocuments } from '../../db/queries/plan-documents.ts';
import { type ReturnRecord, selectAllReturns } from '../../db/queries/returns.ts';
import { selectSchemes } from '../../db/queries/schemes.ts';
import { checkpoint, type JobContext, subContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import { contentHash } from '../files.ts';
import { districtNamesOf } from '../monitoring/gathering/district.ts';
import type { ReadingContext } from '../monitoring/receiving/file-reader.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { openYears } from '../plan/year-plan.ts';
import { signedState } from '../years/signed-moves.ts';
import { consentProblems } from './check-consents.ts';
import { decidedProblems } from './check-decided.ts';
import { checkEvents } from './check-events.ts';
import { exceptionalProblems } from './check-exceptional-events.ts';
import { findingProblems } from './check-findings.ts';
import { conflictProblems, formProblems } from './check-forms.ts';
import { importProblems, strayFiles, structureProblems } from './check-imports.ts';
import { checkMonitoring } from './check-monitoring.ts';
import { outlineProblems } from './check-outlines.ts';
import { registerProblems } from './check-register.ts';
import { checkReturns } from './check-returns.ts';
import { checkRuns } from './check-runs.ts';
import { scanProblems } from './check-scans.ts';
import { schemeInputProblems } from './check-scheme-inputs.ts';

type CheckResult = MethodOutput<'work.check'>;

/**
 * 核验: the database's own checks and its schema; plan and schemes against their hashes; every row that an act left against the event that
 * tells of it, row by row; every original against its SHA-256 and read once more against what is stored, of returns and of monitoring files; what
 * imports found; the newest runs computed again. A run whose input has changed since (新的填报表) is counted as stale.
 */
export async function checkWork(context: ReadingContext, job: JobContext): Promise<CheckResult> {
  const db = context.work.handle;
  const events = checkEvents(db);
  const returns = selectAllReturns(db);
  const problems: CheckProblem[] = [
    ...context.work.integrityProblems().map((detail): CheckProblem => ({ kind: 'database', place: context.work.path, detail })),
    ...contentProblems(context),
    ...events.problems,
    ...loggedProblems(db, returns),
  ];
  const read = await checkReturns(context, returns, subContext(job, 0, RETURNS_SHARE));
  problems.push(...read.problems, ...scanProblems(db), ...exceptionalProblems(db), ...findingProblems(db, returns, read.foundAgain));
  const monitoring = await checkMonitoring(context, monitoringRequest(db), subContext(job, RETURNS_SHARE, 0.9));
  problems.push(...monitoring.problems);
  await checkpoint(job);
  job.report(0.9, 'checkRuns');
  const runs = await checkRuns(context, job);
  problems.push(...runs.problems, ...structureProblems(db));
  job.report(1, 'checkRuns');
  const checked = {
    files: read.files + monitoring.files,
    values: read.values + monitoring.values,
    airDays: read.airDays + monitoring.airDays,
    formerReadings: read.formerReadings,
    runs: runs.runs,
    staleRuns: runs.stale,
    events: events.count,
  };
  return { checked, lastEvent: events.lastEvent, problems, engines: [...runs.engines], signed: movedYears(context) };
}

/** What the log tells of every act that left a row, held against the rows. */
export function loggedProblems(db: ReadHandle, returns: readonly ReturnRecord[]): CheckProblem[] {
  const names = new Map(readWorkPlan(db).plan.units.map((unit) => [unit.id, unit.name]));
  const nameOf = (unitId: string): string => names.get(unitId) ?? unitId;
  return [
    ...importProblems(db, returns, nameOf),
    ...strayFiles(db),
    ...consentProblems(db),
    ...schemeInputProblems(db),
    ...outlineProblems(db),
    ...conflictProblems(db),
    ...formProblems(db, nameOf),
    ...decidedProblems(db),
    ...registerProblems(db, nameOf),
  ];
}

function monitoringRequest(db: ReadHandle): Parameters<typeof checkMonitoring>[1] {
  const { plan } = readWorkPlan(db);
  return { plan: { ...plan, units: airUnits(plan) }, districtNames: districtNamesOf(db) };
}

/** 定稿后的变动 of every signed year. */
const movedYears = (context: ServiceContext): CheckResult['signed'] =>
  openYears(context.work.handle).flatMap((year) => {
    const signed = signedState(context, year);
    return signed === null || signed.moved?.length === 0 ? [] : [{ year, ...signed }];
  });

/** Of the whole check: reading the returns once more. */
const RETURNS_SHARE = 0.5;

/** Plan and schemes are stored with the hash of their content. */
function contentProblems(context: ServiceContext): CheckProblem[] {
  const documents = selectDocuments(context.work.handle).map(({ title, version, content, origin }) => ({
    place: title,
    version,
    content: origin ?? content,
  }));
  const schemes = selectSchemes(context.work.handle).map(({ id, version, content, origin }) => ({
    place: id,
    version,
    content: origin ?? content,
  }));
  return [...documents, ...schemes]
    .filter((entry) => contentHash(JSON.parse(entry.content)) !== entry.version)
    .map((entry) => ({ kind: 'plan', place: entry.place, detail: `记录为 ${entry.version.slice(0, 12)}…` }));
}
