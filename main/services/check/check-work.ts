import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { selectSchemes } from '../../db/queries/schemes.ts';
import { selectDocuments } from '../../db/queries/plan-documents.ts';
import { selectLoggedHolds } from '../../db/queries/register.ts';
import { type ReturnRecord, selectAllReturns, selectBatchTime, selectImportedReturns } from '../../db/queries/returns.ts';
import { checkpoint, type JobContext, subContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import type { ReadingContext } from '../monitoring/receiving/file-reader.ts';
import { contentHash } from '../files.ts';
import { districtNamesOf } from '../monitoring/gathering/district.ts';
import { airUnits } from '../../../shared/domain/plan/unit-schema.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { openYears, readYearPlan } from '../plan/year-plan.ts';
import type { ExamineRequest } from '../returns/examine.ts';
import { readingRulesAt } from '../returns/reading-rules.ts';
import { createLayouts, formerLayouts } from '../returns/layouts.ts';
import { signedState } from '../years/signed-moves.ts';
import { consentProblems } from './check-consents.ts';
import { schemeInputProblems } from './check-scheme-inputs.ts';
import { decidedProblems } from './check-decided.ts';
import { checkEvents } from './check-events.ts';
import { checkMonitoring } from './check-monitoring.ts';
import { registerProblems } from './check-register.ts';
import { checkReturn } from './check-return.ts';
import { checkRuns } from './check-runs.ts';

type CheckResult = MethodOutput<'work.check'>;

/**
 * 核验: the database's own checks; plan and schemes against their hashes; every original against its SHA-256 and read once more against
 * what is stored, of returns and of monitoring files; both against the log of imports; consents against the log; the newest runs computed again. A run whose input has changed since (新的填报表) is
 * counted as stale.
 */
export async function checkWork(context: ReadingContext, job: JobContext): Promise<CheckResult> {
  const problems: CheckProblem[] = [
    ...context.work.integrityProblems().map((detail): CheckProblem => ({ kind: 'database', place: context.work.path, detail })),
    ...contentProblems(context),
  ];
  const events = checkEvents(context.work.handle);
  problems.push(...events.problems);
  const checked = { files: 0, values: 0, airDays: 0, formerReadings: 0, runs: 0, staleRuns: 0, events: events.count };
  const returns = selectAllReturns(context.work.handle);
  problems.push(
    ...logProblems(context, returns),
    ...consentProblems(context.work.handle),
    ...schemeInputProblems(context.work.handle),
    ...decidedProblems(context.work.handle),
  );
  const workPlan = readWorkPlan(context.work.handle);
  const names = new Map(workPlan.plan.units.map((unit) => [unit.id, unit.name]));
  problems.push(...registerProblems(context.work.handle, (unitId) => names.get(unitId) ?? unitId));
  const layouts = new Map<number, YearLayouts>();
  const holds = Map.groupBy(selectLoggedHolds(context.work.handle), ({ returnId }) => returnId);
  for (const [index, record] of returns.entries()) {
    await checkpoint(job);
    job.report((index / returns.length) * RETURNS_SHARE, 'checkFiles');
    const ofYear = layouts.get(record.year) ?? layoutsOfYear(context, record.year);
    layouts.set(record.year, ofYear);
    const rules = readingRulesAt(context.work.handle, record.year, selectBatchTime(context.work.handle, record.batchId));
    const request = { ...ofYear, year: record.year, only: null, chosen: null, passwords: [], ...rules };
    const held = new Set((holds.get(record.id) ?? []).map(({ place }) => place));
    const found = await checkReturn(context.work.handle, record, request, held);
    problems.push(...found.problems);
    checked.files += 1;
    checked.values += found.values;
    checked.airDays += found.airDays;
    checked.formerReadings += found.formerReadings;
  }
  const request = { plan: { ...workPlan.plan, units: airUnits(workPlan.plan) }, districtNames: districtNamesOf(context.work.handle) };
  const monitoring = await checkMonitoring(context, request, subContext(job, RETURNS_SHARE, 0.9));
  problems.push(...monitoring.problems);
  for (const key of ['files', 'values', 'airDays'] as const) checked[key] += monitoring[key];
  await checkpoint(job);
  job.report(0.9, 'checkRuns');
  const runs = await checkRuns(context, job);
  problems.push(...runs.problems);
  checked.runs = runs.runs;
  checked.staleRuns = runs.stale;
  job.report(1, 'checkRuns');
  return { checked, lastEvent: events.lastEvent, problems, engines: [...runs.engines], signed: movedYears(context) };
}

/** 定稿后的变动 of every signed year. */
const movedYears = (context: ServiceContext): CheckResult['signed'] =>
  openYears(context.work.handle).flatMap((year) => {
    const signed = signedState(context, year);
    return signed === null || signed.moved?.length === 0 ? [] : [{ year, ...signed }];
  });

type YearLayouts = Pick<ExamineRequest, 'yearPlan' | 'layoutOf' | 'formerLayoutOf'>;

function layoutsOfYear(context: ServiceContext, year: number): YearLayouts {
  const db = context.work.handle;
  const yearPlan = readYearPlan(db, year);
  return { yearPlan, layoutOf: createLayouts(db, yearPlan), formerLayoutOf: formerLayouts(db, yearPlan) };
}

/** Of the whole check: reading the returns once more. */
const RETURNS_SHARE = 0.5;

/** Plan and schemes are stored with the hash of their content. */
function contentProblems(context: ServiceContext): CheckProblem[] {
  const documents = selectDocuments(context.work.handle).map(({ title, version, content, origin }) => ({
    place: title,
    version,
    content: origin ?? content,
  }));
  const schemes = selectSchemes(context.work.handle).map(({ id, version, content }) => ({ place: id, version, content }));
  return [...documents, ...schemes]
    .filter((entry) => contentHash(JSON.parse(entry.content)) !== entry.version)
    .map((entry) => ({ kind: 'plan', place: entry.place, detail: `记录为 ${entry.version.slice(0, 12)}…` }));
}

/** Each import is logged with the files it took in: a return that is gone, or that nobody has imported, is a problem. */
function logProblems(context: ServiceContext, returns: readonly ReturnRecord[]): CheckProblem[] {
  const key = (entry: Pick<ReturnRecord, 'sha256' | 'unitId' | 'year' | 'version' | 'reading'>): string =>
    `${entry.unitId} ${entry.year} 第 ${entry.version} 版 ${entry.sha256.slice(0, 12)}… 读表规则 ${entry.reading}`;
  const logged = new Set(selectImportedReturns(context.work.handle).map(key));
  const stored = new Set(returns.map(key));
  return [
    ...[...logged]
      .filter((entry) => !stored.has(entry))
      .map((place): CheckProblem => ({ kind: 'return', place, detail: '导入记录中有，库内没有' })),
    ...[...stored]
      .filter((entry) => !logged.has(entry))
      .map((place): CheckProblem => ({ kind: 'return', place, detail: '库内有，导入记录中没有' })),
  ];
}
