import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { hasReported, type ReviewAct } from '../../../shared/domain/reporting/unit-state.ts';
import { insertReview, selectNewestWords } from '../../db/queries/reporting.ts';
import { selectVersionsOf } from '../../db/queries/register.ts';
import type { WritingContext } from '../context.ts';
import { onlyOpenYear, type PlanOfYear, requireUnlockedYear } from '../plan/year-plan.ts';
import { requireAskedUnit } from './set-deadline.ts';
import { standingCounts, type UnitStanding, unitStandings } from './unit-standings.ts';

type Reviewed = MethodOutput<'reporting.review'>;

/** 审核: 通过 what has no open finding, 退回 to the unit, or take the word before back. One word serves all the units it names. */
export function reviewUnits(context: WritingContext, request: MethodInput<'reporting.review'>): Reviewed {
  const db = context.writer;
  return db.transaction(() => {
    const year = request.year ?? onlyOpenYear(db);
    const yearPlan = requireUnlockedYear(db, year);
    const { to, reason } = request;
    const before = unitStandings(db, yearPlan);
    const chosen = chosenUnits(before, yearPlan, request);
    const words = selectNewestWords(db);
    const [by, at] = [request.by ?? context.actor.name, context.now()];
    const units = chosen.map(({ unit, number }) => ({
      unit: unit.id,
      number: number ?? 0,
      seen: Math.max(0, ...selectVersionsOf(db, year, unit.id).map((version) => version.number)),
      ...words,
    }));
    for (const { unit, ...seen } of units) insertReview(db, { year, unitId: unit, act: to, ...seen, reason, actor: by, at });
    const after = new Map(unitStandings(db, yearPlan).map((standing) => [standing.unit.id, standing]));
    const moved = chosen.map(({ unit, state }) => ({
      unitId: unit.id,
      unitName: unit.name,
      before: state,
      after: after.get(unit.id)?.state ?? state,
    }));
    const told = (key: 'before' | 'after') => Object.fromEntries(moved.map((one) => [one.unitId, one[key]]));
    const detail = { year, act: to, units, reason, by, at };
    db.note({
      subject: chosen.length === 1 ? (chosen[0]?.unit.id ?? '') : String(year),
      reason,
      before: told('before'),
      after: told('after'),
      detail,
    });
    return { year, to, units: moved, counts: standingCounts([...after.values()]) };
  });
}

function chosenUnits(
  standings: readonly UnitStanding[],
  yearPlan: PlanOfYear,
  { units, clean, to }: MethodInput<'reporting.review'>,
): UnitStanding[] {
  if ((units === undefined) === !clean || (clean && to !== 'passed')) throw new Failure('REVIEW_WHOM', {});
  if (units === undefined) {
    const waiting = standings.filter(({ state }) => state === 'toReview');
    if (waiting.length === 0) throw new Failure('REVIEW_NONE', {});
    return waiting;
  }
  const named = new Set(units.map((name) => requireAskedUnit(yearPlan, name).id));
  const chosen = standings.filter(({ unit }) => named.has(unit.id));
  for (const standing of chosen) refuseUnfit(standing, to);
  return chosen;
}

/** Passed is what has come and has no open finding, sent back what has come; only a word that was said is taken back. */
function refuseUnfit({ unit, state, open, review }: UnitStanding, to: ReviewAct): void {
  if (to === 'open' && review === null) throw new Failure('REVIEW_NOTHING', { unit: unit.name, problem: 'unsaid' });
  if (to === 'open') return;
  if (state === 'missing' || (to === 'passed' && !hasReported(state)))
    throw new Failure('REVIEW_NOTHING', { unit: unit.name, problem: state });
  if (to === 'passed' && open > 0) throw new Failure('REVIEW_OPEN', { unit: unit.name, open });
}
