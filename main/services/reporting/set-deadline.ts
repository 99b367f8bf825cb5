import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { Unit } from '../../../shared/domain/plan/unit-schema.ts';
import { reportingUnits } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type DeadlineRecord, insertDeadline, selectStandingDeadlines } from '../../db/queries/reporting.ts';
import type { WritingContext } from '../context.ts';
import { requireUnit } from '../plan/work-plan.ts';
import { onlyOpenYear, type PlanOfYear, requireUnlockedYear } from '../plan/year-plan.ts';

type DeadlineRequest = Pick<MethodInput<'reporting.deadline'>, 'unit' | 'kind' | 'until'> & { readonly undo?: boolean | undefined };

/** 延期 gives a unit its own last day, 免于迟报扣分 leaves it the points that a late return costs; either can be taken back. */
export function setDeadline(context: WritingContext, request: MethodInput<'reporting.deadline'>): MethodOutput<'reporting.deadline'> {
  const db = context.writer;
  return db.transaction(() => {
    const year = request.year ?? onlyOpenYear(db);
    const { yearPlan, unit, before, due } = deadlineOf(db, year, request);
    const { kind, until = null, undo = false, reason } = request;
    const [by, at] = [request.by ?? context.actor.name, context.now()];
    const record: DeadlineRecord = { year, unitId: unit.id, kind, given: !undo, until, reason, actor: by, at };
    insertDeadline(db, record);
    const detail = { year, unit: unit.id, kind, given: !undo, until, reason, by, at };
    db.note({ subject: unit.id, reason, before: told(before), after: told(undo ? null : record), detail });
    const own = kind === 'extension' && !undo ? until : kind === 'extension' ? due : (extensionOf(db, yearPlan, unit) ?? due);
    return { year, unitName: unit.name, kind, given: !undo, before: before?.until ?? (before === null ? null : before.reason), due: own };
  });
}

/** What such a word is about, after everything that speaks against it is refused. */
export function deadlineOf(db: ReadHandle, year: number, { unit: name, kind, until, undo = false }: DeadlineRequest) {
  const yearPlan = requireUnlockedYear(db, year);
  const unit = requireAskedUnit(yearPlan, name);
  const due = yearPlan.plan.reporting.dueDates[String(year)] ?? null;
  const before = selectStandingDeadlines(db, year).find((entry) => entry.unitId === unit.id && entry.kind === kind) ?? null;
  if (undo && before === null) throw new Failure('DEADLINE_NONE', { unit: unit.name, kind });
  if ((until !== undefined) !== (kind === 'extension' && !undo))
    throw new Failure('DEADLINE_UNTIL', { unit: unit.name, problem: until === undefined ? 'none' : 'unasked' });
  if (until !== undefined && due !== null && until <= due)
    throw new Failure('DEADLINE_UNTIL', { unit: unit.name, problem: 'early', date: until, due });
  return { yearPlan, unit, before, due };
}

/** A unit that reports in this year. */
export function requireAskedUnit({ plan }: Pick<PlanOfYear, 'plan'>, name: string): Unit {
  const unit = requireUnit(plan, name);
  if (!reportingUnits(plan).some(({ id }) => id === unit.id)) throw new Failure('UNIT_NOT_ASKED', { unit: unit.name, year: plan.year });
  return unit;
}

const extensionOf = (db: ReadHandle, { plan }: PlanOfYear, { id }: Unit): string | null =>
  selectStandingDeadlines(db, plan.year).find(({ unitId, kind }) => unitId === id && kind === 'extension')?.until ?? null;

const told = (record: DeadlineRecord | null): { readonly until: string | null } | null =>
  record === null ? null : { until: record.until };
