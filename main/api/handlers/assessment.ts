import type { assessmentMethods } from '../../../shared/contract/assessment.ts';
import { explainScore, scoreAndStore } from '../../services/assessment/score-year.ts';
import type { Handlers } from '../handler.ts';

export const assessmentHandlers: Handlers<typeof assessmentMethods> = {
  'assessment.score': (context, { year }) => scoreAndStore(context.work(), year),
  'assessment.explain': (context, { year, unit }) => explainScore(context.work(), year, unit),
};
