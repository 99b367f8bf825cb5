import type { assessmentMethods } from '../../../shared/contract/assessment.ts';
import { withProvisional } from '../../services/assessment/provisional.ts';
import { computeScores, explainScore } from '../../services/assessment/score-year.ts';
import { momentOf } from '../../services/store-run.ts';
import type { Handlers } from '../handler.ts';

export const assessmentHandlers: Handlers<typeof assessmentMethods> = {
  'assessment.score': (context, { year, scheme }) => {
    const { about, result, input, sample } = computeScores(context.work(), year, scheme);
    return { ...momentOf(context.work(), about), sample, result: withProvisional(input, result) };
  },
  'assessment.explain': (context, { year, unit }) => explainScore(context.work(), year, unit),
};
