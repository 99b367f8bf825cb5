import type { StatusReport, UnitStatus } from '../../../shared/contract/returns.ts';
import { type Unit, unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import { countAirDays } from '../../db/queries/returns-air.ts';
import { type ReturnRecord, selectCurrentAnswers, selectCurrentReturns } from '../../db/queries/returns.ts';
import { selectTyped } from '../../db/queries/typed-returns.ts';
import { isAdopted } from '../../../shared/domain/returns/types.ts';
import { typedOf } from '../../../shared/domain/returns/typed/facts.ts';
import type { ServiceContext } from '../context.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import { reportingUnits } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { knownFindings, standing } from './answered-findings.ts';
import { demandsSomething, saysSomething } from './read-return.ts';
import { createLayouts } from './layouts.ts';
import { nextRoundOf } from './round-reports.ts';

/** 报送情况: who has reported for the year, who has not, who was late, and how complete the returns are. */
export function returnStatus(context: ServiceContext, year: number): StatusReport {
  const db = context.work.handle;
  const yearPlan = requireOpenYear(db, year);
  const layoutOf = createLayouts(db, yearPlan);
  const returns = new Map(selectCurrentReturns(db, year).map((record) => [record.unitId, record]));
  const said = selectCurrentAnswers(db, year).filter(saysSomething);
  const answers = countBy(said.filter(isAdopted).map((answer) => answer.unitId));
  const filled = new Set(said.map((answer) => answer.unitId));
  const airDays = countAirDays(db, year);
  const typed = selectTyped(db);
  const findings = knownFindings(db, year);
  const held = countBy(said.filter(({ value }) => value.kind === 'held').map((answer) => answer.unitId));
  const dueDate = yearPlan.plan.reporting.dueDates[String(year)] ?? '';
  const units = reportingUnits(yearPlan.plan).map((unit): UnitStatus => {
    const record = returns.get(unit.id);
    const own = findings.filter((entry) => entry.returnId === record?.id);
    return {
      unitId: unit.id,
      name: unit.name,
      kind: unit.kind,
      kindName: unitKindOf(yearPlan.plan, unit).name,
      state: stateOf(record, dueDate, demandsSomething(layoutOf(unit, false)) && !filled.has(unit.id) && (airDays.get(unit.id) ?? 0) === 0),
      file: record?.fileName ?? null,
      sha256: record?.sha256 ?? null,
      version: record?.version ?? null,
      reportedOn: record?.reportedOn ?? null,
      sample: record?.sample ?? false,
      answers: answers.get(unit.id) ?? 0,
      required: requiredAnswers(layoutOf, unit),
      errors: standing(own, 'error'),
      warnings: standing(own, 'warning'),
      held: held.get(unit.id) ?? 0,
      ...(record === undefined ? {} : typedOf(typed, record.id)),
    };
  });
  return { year, dueDate, nextRound: nextRoundOf(context, yearPlan), units, counts: countsOf(units) };
}

function stateOf(record: ReturnRecord | undefined, dueDate: string, empty: boolean): UnitStatus['state'] {
  if (record === undefined) return 'missing';
  if (empty) return 'empty';
  if (record.reportedOn === null) return 'undated';
  return record.reportedOn > dueDate ? 'late' : 'inTime';
}

function requiredAnswers(layoutOf: ReturnType<typeof createLayouts>, unit: Unit): number {
  const rows = layoutOf(unit, false).sheets.flatMap((sheet) => sheet.rows);
  return rows.flatMap((row) => Object.values(row.answers)).filter((answer) => answer.required).length;
}

function countsOf(units: readonly UnitStatus[]): StatusReport['counts'] {
  const missing = units.filter((unit) => unit.state === 'missing').length;
  const empty = units.filter((unit) => unit.state === 'empty').length;
  return {
    reported: units.length - missing - empty,
    empty,
    late: units.filter((unit) => unit.state === 'late').length,
    missing,
    total: units.length,
  };
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
