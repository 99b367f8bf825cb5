import type { ScoredResult } from '../../../shared/contract/assessment.ts';
import { scoreYear } from '../../../shared/domain/assessment/score.ts';
import type { SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import type { ServiceContext } from '../context.ts';
import { districtNamesOf } from '../monitoring/gathering/district.ts';
import { readWorkPlan, requireUnit } from '../plan/work-plan.ts';
import { type ComputedRun, storeRun } from '../runs.ts';
import { gatherAssessment } from './gather.ts';
import { withProvisional } from './provisional.ts';

/** Gathers, computes, and stores the year's scores as a run. */
export function scoreAndStore(context: ServiceContext, year: number): ComputedRun<ScoredResult> & { sample: boolean } {
  const gathered = gatherAssessment(context, year);
  const result = scoreYear(gathered.input);
  const { planVersion, schemeVersion, inputHash } = gathered;
  const run = storeRun(
    context.work.handle,
    context.now(),
    { kind: 'assessment', period: String(year), planVersion, schemeVersion, inputHash },
    result,
  );
  return { ...run, result: withProvisional(gathered.input, result), sample: gathered.sample };
}

/** One subject's breakdown from what is stored now; the district by any of its names. */
export function explainScore(
  context: ServiceContext,
  year: number,
  name: string,
): { year: number; schemeTitle: string; demonstration: boolean; sample: boolean; score: SubjectScore } {
  const text = name.trim();
  const district = text === DISTRICT || districtNamesOf(context.work.handle).includes(text);
  const unit = district ? null : requireUnit(readWorkPlan(context.work.handle).plan, name);
  const gathered = gatherAssessment(context, year);
  const result = scoreYear(gathered.input);
  const score = unit === null ? result.district : result.units.find((candidate) => candidate.subjectId === unit.id);
  if (score === undefined) throw new Error(`no score for ${unit?.id}`);
  return { year, schemeTitle: result.schemeTitle, demonstration: result.demonstration, sample: gathered.sample, score };
}
