import { planSpan } from '../../../shared/domain/plan/statements.ts';
import type { TargetRemark } from '../../../shared/domain/plan/typed-target.ts';
import { readableHead } from '../../../shared/domain/schemes/language/facts.ts';
import { isRecord } from '../../../shared/domain/schemes/base/records.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemes } from '../../db/queries/schemes.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { languageOf } from '../schemes/stored-schemes.ts';

/** A figure of a year that no score looks back on: neither the year before the plan nor the 基准年 of a scheme. It may be meant, or be a slip of the year. */
export function earlyRemarks(db: ReadHandle, figures: readonly { readonly measureId: string; readonly year: number }[]): TargetRemark[] {
  const { from } = planSpan(readWorkPlan(db).plan);
  const early = figures.filter(({ year }) => year < from - 1);
  const bases = early.length === 0 ? new Set<number>() : baseYears(db);
  return early
    .filter(({ year }) => !bases.has(year))
    .map(({ measureId, year }) => ({ code: 'FIGURE_EARLY', params: { measure: measureId, year, from } }));
}

function baseYears(db: ReadHandle): ReadonlySet<number> {
  const stated = selectSchemes(db).flatMap((scheme) => {
    const data = languageOf(scheme);
    const base = isRecord(data) ? readableHead(data).params?.['baseYear'] : undefined;
    return base === undefined ? [] : typeof base === 'number' ? [base] : Object.values(base);
  });
  return new Set(stated);
}
