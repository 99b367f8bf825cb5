import type { AdoptedTarget } from '../../plan/conflict-types.ts';
import { adoptTargets, type Decisions, findConflicts } from '../../plan/conflicts.ts';
import type { YearPlan } from '../../plan/years/plan-for-year.ts';
import type { ScoreInput } from '../context.ts';
import { scoreYear } from '../score.ts';
import type { AssessmentResult } from '../types.ts';
import { type Effects, effectsOf, inLots } from './effects.ts';

/** 有争议的目标: another statement of the plan than the adopted one, and the targets that would hold if it were adopted. */
export interface ContestedTarget {
  /** 目标主题. */
  readonly conflict: string;
  readonly title: string;
  /** The statement that has lost, and its printed place. */
  readonly statement: string;
  readonly place: string;
  readonly targets: readonly AdoptedTarget[];
}

/** Later than any document: what is decided then holds against all of them. */
const LAST_DAY = '9999-12-31';

/** Every statement that lost against another of the same kind of number, taken by itself as if the bureau had decided for it. */
export function contestedTargets(plan: YearPlan, decisions: Decisions): ContestedTarget[] {
  const adopted = adoptTargets(plan, decisions);
  return findConflicts(plan, decisions).flatMap(({ id, title, statements, adopted: choice }) =>
    (choice?.losing ?? []).flatMap((statement): ContestedTarget[] => {
      const other = adoptTargets(plan, { ...decisions, [id]: { statement, decidedAt: LAST_DAY } });
      const targets = [...other.values()].filter((target) => target.printed !== adopted.get(target.measureId)?.printed);
      const place = statements.find((one) => one.id === statement)?.place ?? '';
      return targets.length === 0 ? [] : [{ conflict: id, title, statement, place, targets }];
    }),
  );
}

/** What each of them would change, with no more scores of the year than one subject has losing statements. */
export function contestedEffects(
  input: ScoreInput,
  base: AssessmentResult,
  contested: readonly ContestedTarget[],
): ReadonlyMap<ContestedTarget, Effects> {
  const lots = inLots(contested, ({ targets }) => targets.map(({ measureId }) => measureId));
  return new Map(
    lots.flatMap((lot) => {
      const targets = lot.flatMap((one) => one.targets.map((target) => [target.measureId, target] as const));
      const owners = new Map(lot.flatMap((one) => one.targets.map(({ measureId }) => [measureId, one] as const)));
      const result = scoreYear({ ...input, adopted: new Map([...input.adopted, ...targets]) });
      return [...effectsOf(base, result, (figure) => owners.get(figure.id))];
    }),
  );
}
