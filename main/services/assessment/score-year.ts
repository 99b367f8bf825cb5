import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { scoreYear } from '../../../shared/domain/assessment/score.ts';
import type { AssessmentResult } from '../../../shared/domain/assessment/types.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import type { ServiceContext } from '../context.ts';
import { isDistrictName } from '../../../shared/domain/plan/unit-names.ts';
import { requireUnit } from '../plan/work-plan.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import type { Computed } from '../store-run.ts';
import { type GatheredAssessment, gatherAssessment } from './gather.ts';
import { signedRunOf, signedScoreOf } from './signed-scores.ts';

/** The year's scores from what counts now, by its own scheme or by the one that is named; nothing is stored. */
export function computeScores(
  context: ServiceContext,
  year: number,
  scheme?: string,
): Computed<AssessmentResult> & Pick<GatheredAssessment, 'input' | 'sample'> {
  const gathered = gatherAssessment(context, year, scheme);
  const result = scoreYear(gathered.input);
  const { planVersion, schemeVersion, inputHash } = gathered;
  const about = { kind: 'assessment', period: String(year), planVersion, schemeVersion, inputHash } as const;
  return { about, result, input: gathered.input, sample: gathered.sample };
}

/** One subject's breakdown from what is stored now, beside what was signed; the district by any of its names. */
export function explainScore(context: ServiceContext, year: number, name: string): MethodOutput<'assessment.explain'> {
  const text = name.trim();
  const { plan } = requireOpenYear(context.work.handle, year);
  const district = text === DISTRICT || isDistrictName(plan.district, text);
  const unit = district ? null : requireUnit(plan, name);
  const gathered = gatherAssessment(context, year);
  const result = scoreYear(gathered.input);
  const score = unit === null ? result.district : result.units.find((candidate) => candidate.subjectId === unit.id);
  if (score === undefined) throw new Error(`no score for ${unit?.id}`);
  const signed = signedScoreOf(signedRunOf(context.work.handle, year), score);
  return { year, schemeTitle: result.schemeTitle, demonstration: result.demonstration, sample: gathered.sample, score, signed };
}
