import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { scoreYear } from '../../../shared/domain/assessment/score.ts';
import { typedText } from '../../../shared/domain/returns/cell-text.ts';
import type { RawWorkbook } from '../../../shared/domain/returns/types.ts';
import { AIR_FIELDS, selectAirDaysOfReturn } from '../../db/queries/air.ts';
import { selectPlan } from '../../db/queries/plan.ts';
import { type ReturnRecord, selectAllReturns, selectAnswersOfReturn, selectFileBytes } from '../../db/queries/returns.ts';
import { type RunRecord, selectLatestRuns } from '../../db/queries/runs.ts';
import { readWorkbook } from '../../documents/workbook-reader/read-workbook.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import { gatherAssessment } from '../assessment/gather.ts';
import type { ServiceContext } from '../context.ts';
import { canonicalJson, contentHash, sha256Of } from '../files.ts';
import { computeRanking } from '../ranking/rank-period.ts';

type CheckResult = MethodOutput<'work.check'>;

/**
 * 核验: the database's own checks, the plan against its hash, every original against its SHA-256, every stored value against the cell of the
 * original it names, and the newest runs computed again.
 */
export async function checkWork(context: ServiceContext, job: JobContext): Promise<CheckResult> {
  const problems: CheckProblem[] = context.work.integrityProblems().map((detail) => ({ kind: 'database', place: context.work.path, detail }));
  const checked = { files: 0, values: 0, airDays: 0, runs: 0 };
  const plan = selectPlan(context.work.handle);
  if (plan !== null && contentHash(JSON.parse(plan.content)) !== plan.version) problems.push({ kind: 'plan', place: plan.id, detail: `记录为 ${plan.version.slice(0, 12)}…` });
  const returns = selectAllReturns(context.work.handle);
  for (const [index, record] of returns.entries()) {
    await checkpoint(job);
    job.report((index / returns.length) * 0.9, 'checkFiles');
    problems.push(...(await checkReturn(context, record, checked)));
  }
  await checkpoint(job);
  job.report(0.9, 'checkRuns');
  for (const run of selectLatestRuns(context.work.handle)) problems.push(...checkRun(context, run, checked));
  job.report(1, 'checkRuns');
  return { checked, problems };
}

async function checkReturn(context: ServiceContext, record: ReturnRecord, checked: CheckResult['checked']): Promise<CheckProblem[]> {
  const place = `${record.fileName}（第 ${record.version} 版）`;
  const bytes = selectFileBytes(context.work.handle, record.sha256);
  if (bytes === null || sha256Of(bytes) !== record.sha256) return [{ kind: 'file', place, detail: `应为 ${record.sha256.slice(0, 12)}…` }];
  checked.files += 1;
  const read = await readWorkbook(bytes);
  if (!read.ok) return [{ kind: 'file', place, detail: read.code }];
  const cells = cellTexts(read.workbook);
  const problems: CheckProblem[] = [];
  for (const answer of selectAnswersOfReturn(context.work.handle, record.id)) {
    checked.values += 1;
    const found = cells.get(`${answer.sheet}!${answer.cell}`) ?? '';
    if (found !== answer.raw) problems.push({ kind: 'value', place: `${place} ${answer.sheet}!${answer.cell}`, detail: `库内“${answer.raw}”，原表“${found}”` });
  }
  for (const day of selectAirDaysOfReturn(context.work.handle, record.id)) {
    checked.airDays += 1;
    for (const field of AIR_FIELDS) {
      const cell = day.cells[field];
      const value = day.values[field];
      if (cell === undefined || value === null) continue;
      const found = cells.get(`${day.sheet}!${cell}`) ?? '';
      if (!sameNumber(found, value)) problems.push({ kind: 'value', place: `${place} ${day.sheet}!${cell}`, detail: `库内“${value}”，原表“${found}”` });
    }
  }
  return problems;
}

function cellTexts(workbook: RawWorkbook): Map<string, string> {
  return new Map(workbook.sheets.flatMap((sheet) => sheet.cells.map((cell): [string, string] => [`${sheet.name}!${cell.address}`, typedText(cell.value, workbook.date1904)])));
}

/** Air values are stored as numbers; the cell may have been typed with full-width digits or blanks. */
const sameNumber = (raw: string, value: string): boolean => raw === value || raw.normalize('NFKC').replaceAll(/[\s,]/g, '') === value || Number(raw.normalize('NFKC')) === Number(value);

/** Computes a stored run again, when what it was computed from is still what counts. */
function checkRun(context: ServiceContext, run: RunRecord, checked: CheckResult['checked']): CheckProblem[] {
  const again = run.kind === 'assessment' ? recomputeAssessment(context, Number(run.period)) : computeRanking(context, run.period);
  if (again.inputHash !== run.inputHash) return [];
  checked.runs += 1;
  return canonicalJson(again.result) === canonicalJson(JSON.parse(run.result)) ? [] : [{ kind: 'run', place: `${run.kind === 'assessment' ? '年度得分' : '镇街排名'} ${run.period}`, detail: `计算于 ${run.computedAt}` }];
}

function recomputeAssessment(context: ServiceContext, year: number): { inputHash: string; result: unknown } {
  const gathered = gatherAssessment(context, year);
  return { inputHash: gathered.inputHash, result: scoreYear(gathered.input) };
}
