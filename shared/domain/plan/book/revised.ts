import { type Finding, finding } from '../../findings.ts';
import type { Plan, Target } from '../schema.ts';
import { measuresOf } from '../statements.ts';
import { targetText } from '../target.ts';
import type { PlanDocument } from '../years/plan-document.ts';
import { revisionsOf } from '../years/plan-for-year.ts';
import { sameTarget } from './same-target.ts';

/**
 * Targets that the workbook changes although a 目标调整 sets them: what holds is the adjustment, so that the change of the annex alone would
 * change nothing.
 */
export function tellRevised(documents: readonly PlanDocument[], before: Plan, after: Plan, file: string): Finding[] {
  const old = new Map(measuresOf(before).map((measure) => [measure.id, measure.targets]));
  const newest = new Map(revisionsOf(documents).map((revision) => [`${revision.measure}|${revision.year}`, revision]));
  return measuresOf(after).flatMap(({ id, name, targets }) =>
    Object.entries(targets).flatMap(([year, target]) => {
      const revision = newest.get(`${id}|${year}`);
      if (revision === undefined || isSame(old.get(id)?.[year], target)) return [];
      const params = { measure: name, year, target: targetText(revision.target), document: revision.number, date: revision.effectiveOn };
      return [finding('BOOK_TARGET_REVISED', { file }, params)];
    }),
  );
}

const isSame = (before: Target | undefined, after: Target): boolean => before !== undefined && sameTarget(before, after);
