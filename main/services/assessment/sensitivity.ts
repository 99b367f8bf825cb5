import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { ShownContested } from '../../../shared/contract/whatif.ts';
import { scoreYear, type ScoreInput } from '../../../shared/domain/assessment/score.ts';
import { type ContestedTarget, contestedTargets } from '../../../shared/domain/assessment/sensitivity/contested.ts';
import { sensitivityOf } from '../../../shared/domain/assessment/sensitivity/sensitivity.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import type { ServiceContext } from '../context.ts';
import { readDecisions } from '../plan/work-plan.ts';
import { gatherAssessment } from './gather.ts';
import { headOf } from './what-if.ts';

/** So many cells are named for a grade and for a place: the nearest are what somebody can look at. */
const NAMED_CELLS = 3;

/** 稳健性 of the year's scores as they are now; nothing is stored. */
export function readSensitivity(context: ServiceContext, year: number, percent: string): MethodOutput<'assessment.sensitivity'> {
  const gathered = gatherAssessment(context, year);
  const { input } = gathered;
  const contested = contestedTargets(input.plan, readDecisions(context.work.handle, year));
  const found = sensitivityOf(input, scoreYear(input), { percent, contested, cells: NAMED_CELLS });
  return { ...headOf(gathered), ...found, contested: contested.map((one) => shownContested(one, input)) };
}

function shownContested({ targets, ...head }: ContestedTarget, { plan, adopted }: ScoreInput): ShownContested {
  const names = new Map(measuresOf(plan).map(({ id, name }) => [id, name]));
  return {
    ...head,
    targets: targets.map(({ measureId, unit, printed }) => ({
      measureId,
      name: names.get(measureId) ?? measureId,
      unit,
      adopted: adopted.get(measureId)?.printed ?? '',
      other: printed,
    })),
  };
}
