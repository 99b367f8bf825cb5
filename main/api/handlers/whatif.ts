import type { runDiffMethods, whatIfMethods } from '../../../shared/contract/whatif.ts';
import { readSensitivity } from '../../services/assessment/sensitivity.ts';
import { supposeChanges } from '../../services/assessment/what-if.ts';
import { diffRuns } from '../../services/runs/diff-runs.ts';
import type { Handlers } from '../handler.ts';

export const whatIfHandlers: Handlers<typeof whatIfMethods> = {
  'assessment.whatif': (context, { year, changes }) => supposeChanges(context.work(), year, changes),
  'assessment.sensitivity': (context, { year, percent }) => readSensitivity(context.work(), year, percent),
};

export const runDiffHandlers: Handlers<typeof runDiffMethods> = {
  'run.diff': (context, { before, after }) => diffRuns(context.work(), before, after),
};
