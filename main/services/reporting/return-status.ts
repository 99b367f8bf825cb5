import type { StatusReport, UnitStatus } from '../../../shared/contract/returns.ts';
import { type Unit, unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import { isAdopted } from '../../../shared/domain/returns/types.ts';
import { typedOf } from '../../../shared/domain/returns/typed/facts.ts';
import { selectCurrentAnswers } from '../../db/queries/returns.ts';
import { selectTyped } from '../../db/queries/typed-returns.ts';
import type { ServiceContext } from '../context.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import { createLayouts } from '../returns/layouts.ts';
import { saysSomething } from '../returns/read-return.ts';
import { nextRoundOf } from '../returns/round-reports.ts';
import { standingCounts, unitStandings } from './unit-standings.ts';

/** 报送情况: how every unit of the year stands, and how complete the returns are. */
export function returnStatus(context: ServiceContext, year: number): StatusReport {
  const db = context.work.handle;
  const yearPlan = requireOpenYear(db, year);
  const layoutOf = createLayouts(db, yearPlan);
  const said = selectCurrentAnswers(db, year).filter((answer) => saysSomething(answer) && isAdopted(answer));
  const answers = Map.groupBy(said, (answer) => answer.unitId);
  const typed = selectTyped(db);
  const standings = unitStandings(db, yearPlan);
  const units = standings.map(({ unit, record, ...standing }): UnitStatus => {
    return {
      unitId: unit.id,
      name: unit.name,
      kind: unit.kind,
      kindName: unitKindOf(yearPlan.plan, unit).name,
      ...standing,
      file: record?.fileName ?? null,
      sha256: record?.sha256 ?? null,
      version: record?.version ?? null,
      reportedOn: record?.reportedOn ?? null,
      sample: record?.sample ?? false,
      answers: answers.get(unit.id)?.length ?? 0,
      required: requiredAnswers(layoutOf, unit),
      ...(record === null ? {} : typedOf(typed, record.id)),
    };
  });
  const dueDate = yearPlan.plan.reporting.dueDates[String(year)] ?? '';
  return { year, dueDate, nextRound: nextRoundOf(context, yearPlan), units, counts: standingCounts(standings) };
}

function requiredAnswers(layoutOf: ReturnType<typeof createLayouts>, unit: Unit): number {
  const rows = layoutOf(unit, false).sheets.flatMap((sheet) => sheet.rows);
  return rows.flatMap((row) => Object.values(row.answers)).filter((answer) => answer.required).length;
}
