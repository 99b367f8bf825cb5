import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { Finding } from '../../../shared/domain/findings.ts';
import { selectChosenRows } from '../../db/queries/agreed-tables.ts';
import { selectLoggedHolds } from '../../db/queries/register.ts';
import { type ReturnRecord, selectBatchTime } from '../../db/queries/returns.ts';
import { readTable } from '../../documents/table-reader/read-table.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import type { ExamineRequest } from '../returns/examined-file.ts';
import { createLayouts, formerLayouts } from '../returns/layouts.ts';
import { readingRulesAt } from '../returns/reading-rules.ts';
import type { FoundAgain } from './check-findings.ts';
import { checkReturn } from './check-return.ts';

/** What the original says by itself. Of its rows the event of its import tells what somebody has said. */
const ALONE = { only: null, chosen: null, units: new Map(), agreed: () => [], passwords: [] } as const;

export interface CheckedReturns {
  readonly problems: readonly CheckProblem[];
  readonly files: number;
  readonly values: number;
  readonly airDays: number;
  readonly formerReadings: number;
  readonly foundAgain: FoundAgain;
}

/** Every return ever taken in, read once more by what the office had decided about reading when it came. */
export async function checkReturns(context: ServiceContext, returns: readonly ReturnRecord[], job: JobContext): Promise<CheckedReturns> {
  const db = context.work.handle;
  const problems: CheckProblem[] = [];
  const counts = { files: 0, values: 0, airDays: 0, formerReadings: 0 };
  const foundAgain = new Map<number, readonly Finding[] | null>();
  const layouts = new Map<number, YearLayouts>();
  const holds = Map.groupBy(selectLoggedHolds(db), ({ returnId }) => returnId);
  const chosen = selectChosenRows(db);
  for (const [index, record] of returns.entries()) {
    await checkpoint(job);
    job.report(index / returns.length, 'checkFiles');
    const ofYear = layouts.get(record.year) ?? layoutsOfYear(context, record.year);
    layouts.set(record.year, ofYear);
    const rules = readingRulesAt(db, record.year, selectBatchTime(db, record.batchId), ofYear.yearPlan.plan);
    const held = new Set((holds.get(record.id) ?? []).map(({ place }) => place));
    const rows = (chosen.get(record.id) ?? []).map(([name, row]) => ({ sha256: null, name, row }));
    const request = { ...ofYear, ...ALONE, rows, year: record.year, edition: record.reading, signal: job.signal, readTable, ...rules };
    const found = await checkReturn(db, record, request, held);
    problems.push(...found.problems);
    foundAgain.set(record.id, found.findings);
    counts.files += 1;
    for (const key of ['values', 'airDays', 'formerReadings'] as const) counts[key] += found[key];
  }
  return { problems, ...counts, foundAgain };
}

type YearLayouts = Pick<ExamineRequest, 'yearPlan' | 'layoutOf' | 'formerLayoutOf'>;

function layoutsOfYear(context: ServiceContext, year: number): YearLayouts {
  const db = context.work.handle;
  const yearPlan = readYearPlan(db, year);
  return { yearPlan, layoutOf: createLayouts(db, yearPlan), formerLayoutOf: formerLayouts(db, yearPlan) };
}
