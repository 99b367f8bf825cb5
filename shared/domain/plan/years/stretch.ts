import type { Measure, Plan } from '../schema.ts';
import type { TargetRevision } from './plan-document.ts';

type Lists = Pick<Plan, 'annex1' | 'annex2' | 'annex3'>;

/**
 * The lists with the 奋斗目标 that documents set for the district (`revisions` in the order in which they take effect: the last one holds), and
 * what the plan prints in their place.
 */
export function withStretch(lists: Lists, revisions: readonly TargetRevision[]): Lists & { readonly overruled: readonly TargetRevision[] } {
  const set = Map.groupBy(
    revisions.filter(({ kind, unit }) => kind === 'stretch' && unit === undefined),
    ({ measure }) => measure,
  );
  if (set.size === 0) return { ...lists, overruled: [] };
  const overruled: TargetRevision[] = [];
  const changed = (measure: Measure): Measure => {
    const own = set.get(measure.id);
    if (own === undefined) return measure;
    const fresh = Object.fromEntries(own.map(({ year, target }) => [String(year), target]));
    for (const [year, target] of Object.entries(measure.stretch ?? {}))
      if (fresh[year] !== undefined) overruled.push({ measure: measure.id, year: Number(year), target, kind: 'stretch' });
    return { ...measure, stretch: { ...measure.stretch, ...fresh } };
  };
  const { annex1, annex2, annex3 } = lists;
  const revised = <R extends { readonly measures: readonly Measure[] }>(row: R): R => ({ ...row, measures: row.measures.map(changed) });
  return {
    annex1: { ...annex1, rows: annex1.rows.map(revised) },
    annex2: annex2 === null ? null : { ...annex2, tasks: annex2.tasks.map(revised) },
    annex3: annex3 === null ? null : { ...annex3, items: annex3.items.map(revised) },
    overruled,
  };
}
