import type { ScoredResult } from '../../../shared/contract/assessment.ts';
import type { ScoreInput } from '../../../shared/domain/assessment/context.ts';
import { type Provisional, provisionalOf } from '../../../shared/domain/assessment/provisional/range.ts';
import type { AssessmentResult } from '../../../shared/domain/assessment/types.ts';

/** A result with place, range and what is missing beside each subject; the stored one has none of them. */
export function withProvisional(input: ScoreInput, result: AssessmentResult): ScoredResult {
  const outlook = provisionalOf(input, result);
  const scored = <Subject extends { readonly subjectId: string }>(subject: Subject): Subject & Provisional => ({
    ...subject,
    ...(outlook.get(subject.subjectId) ?? { place: null, range: null, missing: [] }),
  });
  return { ...result, district: scored(result.district), units: result.units.map(scored) };
}
