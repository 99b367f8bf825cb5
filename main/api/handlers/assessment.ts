import type { assessmentMethods } from '../../../shared/contract/assessment.ts';
import { unaskedUnits } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { airNotes } from '../../services/assessment/air-notes.ts';
import { withProvisional } from '../../services/assessment/provisional.ts';
import { computeScores, explainScore } from '../../services/assessment/score-year.ts';
import { momentOf } from '../../services/store-run.ts';
import { signedState } from '../../services/years/signed-moves.ts';
import type { Handlers } from '../handler.ts';

export const assessmentHandlers: Handlers<typeof assessmentMethods> = {
  'assessment.score': (context, { year, scheme }) => {
    const { about, result, input, sample } = computeScores(context.work(), year, scheme);
    const signed = scheme === undefined ? signedState(context.work(), year, { about, result }) : null;
    return {
      ...momentOf(context.work(), about),
      sample,
      result: withProvisional(input, result),
      signed,
      unasked: unaskedUnits(input.plan).map(({ name }) => name),
      air: airNotes(context.work(), year),
    };
  },
  'assessment.explain': (context, { year, unit }) => explainScore(context.work(), year, unit),
};
