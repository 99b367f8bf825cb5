import type { ResultView } from '../../../shared/contract/schemes.ts';
import { airUnits, unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';

/** Notices that speak of units by the language's English words (3..5 towns) speak of them as the plan calls its kinds (3..5 乡镇). */
export function withOwnKinds(view: ResultView, plan: YearPlan): ResultView {
  const words: Readonly<Record<string, string>> = {
    towns: namesOf(plan, airUnits(plan)),
    departments: namesOf(
      plan,
      plan.units.filter((unit) => unitKindOf(plan, unit).leads),
    ),
  };
  const own = (text: string): string => text.replace(/[a-z]+$/u, (word) => words[word] ?? word);
  return {
    ...view,
    notices: view.notices.map((notice) => {
      const { to } = notice.params;
      return to === undefined ? notice : { ...notice, params: { ...notice.params, to: own(to) } };
    }),
  };
}

const namesOf = (plan: YearPlan, units: YearPlan['units']): string =>
  [...new Set(units.map((unit) => unitKindOf(plan, unit).name))].join('、');
