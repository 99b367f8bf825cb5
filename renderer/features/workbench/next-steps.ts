import type { PageName, RouteParams } from '../../work/routes.ts';
import { workbenchText } from '../../../shared/text/ui/workbench-text.ts';

export interface YearState {
  readonly total: number;
  readonly reported: number;
  readonly missing: number;
  readonly errors: number;
  /** Contradictions of the plan on which nobody has decided yet. */
  readonly undecided: number;
  /** All of them, with those somebody has decided; without it as many as are undecided. */
  readonly contradictions?: number;
  /** False where the year has no scheme: nothing can be scored or ranked. */
  readonly scored?: boolean;
  /** True where nothing can be changed: what is left is to look and to print. */
  readonly locked?: boolean;
}

export interface NextStep {
  readonly id: keyof typeof workbenchText.steps;
  readonly title: string;
  readonly reason: string;
  readonly page: PageName;
  readonly params: RouteParams;
}

/** What to do next, the most urgent first: what is missing comes before what can be looked at. */
export function nextSteps(state: YearState): NextStep[] {
  const { steps } = workbenchText;
  const templates = step('templates', steps.templates.reason(state.total), 'returns', { tab: 'templates' });
  const taking = step('import', state.reported === 0 ? steps.import.reasonFirst : steps.import.reason(state.missing), 'returns', {
    tab: 'import',
  });
  const findings = step('findings', steps.findings.reason(state.errors), 'findings');
  const conflicts = step('conflicts', steps.conflicts.reason(state.undecided, state.contradictions ?? state.undecided), 'conflicts');
  const looking = [step('score', steps.score.reason, 'assessment'), step('print', steps.print.reason, 'reports')];
  if (state.locked === true) return state.scored === false ? [] : looking;
  if (state.reported === 0) return [templates, taking, ...(state.undecided > 0 ? [conflicts] : [])];
  return [
    ...(state.missing > 0 ? [taking] : []),
    ...(state.errors > 0 ? [findings] : []),
    ...(state.scored === false ? [] : looking),
    ...(state.undecided > 0 ? [conflicts] : []),
  ];
}

function step(id: NextStep['id'], reason: string, page: PageName, params: RouteParams = {}): NextStep {
  return { id, title: workbenchText.steps[id].title, reason, page, params };
}
