import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { Unit } from '../../../shared/domain/plan/unit-schema.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectFormIssues } from '../../db/queries/form-issues.ts';
import { insertSending, selectStandingSendings } from '../../db/queries/reporting.ts';
import type { WritingContext } from '../context.ts';
import { onlyOpenYear, requireUnlockedYear } from '../plan/year-plan.ts';
import { requireAskedUnit } from './set-deadline.ts';
import { standingCounts, unitStandings } from './unit-standings.ts';

/** 发出: the newest form that was made for each unit went out on this day; a later word takes the place of an earlier one. */
export function recordSent(context: WritingContext, request: MethodInput<'reporting.sent'>): MethodOutput<'reporting.sent'> {
  const db = context.writer;
  return db.transaction(() => {
    const year = request.year ?? onlyOpenYear(db);
    const yearPlan = requireUnlockedYear(db, year);
    const named = new Map(request.units.map((name) => requireAskedUnit(yearPlan, name)).map((unit) => [unit.id, unit]));
    const { undo, reason = '' } = request;
    const when = undo ? { sentOn: null, via: null } : dayOf(request, context.now());
    const units = [...named.values()].map((unit) => ({
      unit: unit.id,
      ...(undo ? takenBack(db, year, unit) : newestForm(db, year, unit)),
    }));
    const [by, at, act] = [request.by ?? context.actor.name, context.now(), undo ? ('undo' as const) : ('send' as const)];
    for (const { unit, ...form } of units) insertSending(db, { year, unitId: unit, act, ...form, ...when, reason, actor: by, at });
    const detail = { year, act, on: when.sentOn, via: when.via, units, reason, by, at };
    db.note({ subject: String(year), ...(reason === '' ? {} : { reason }), after: when.sentOn, detail });
    return {
      year,
      units: units.map(({ unit, form }) => ({ unitId: unit, unitName: named.get(unit)?.name ?? unit, form })),
      counts: standingCounts(unitStandings(db, yearPlan)),
    };
  });
}

function dayOf({ on, via }: MethodInput<'reporting.sent'>, now: string): { readonly sentOn: string; readonly via: string } {
  if (on === undefined || via === undefined) throw new Failure('SENT_DAY', { problem: 'none' });
  if (on > now.slice(0, 10)) throw new Failure('SENT_DAY', { problem: 'ahead', date: on, today: now.slice(0, 10) });
  return { sentOn: on, via };
}

function newestForm(db: ReadHandle, year: number, unit: Unit): { readonly form: string; readonly version: string } {
  const issue = selectFormIssues(db).findLast((form) => form.year === year && form.unitId === unit.id);
  if (issue === undefined) throw new Failure('SENT_NO_FORM', { unit: unit.name, year });
  return { form: issue.fileName, version: issue.version };
}

function takenBack(db: ReadHandle, year: number, unit: Unit): { readonly form: null; readonly version: null } {
  if (!selectStandingSendings(db, year).some(({ unitId }) => unitId === unit.id)) throw new Failure('SENT_NONE', { unit: unit.name, year });
  return { form: null, version: null };
}
