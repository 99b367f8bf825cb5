import { type Finding, finding } from '../../findings.ts';
import type { Measure, Plan, Target } from '../schema.ts';
import { measuresOf } from '../statements.ts';
import { targetText } from '../target.ts';
import type { PlanDocument } from '../years/plan-document.ts';
import { type DatedRevision, furtherRevisionsOf, revisionsOf } from '../years/plan-for-year.ts';
import { sameTarget } from './same-target.ts';

/**
 * Targets that the workbook changes although a 目标调整 sets them: what holds is the adjustment, so that the change of the annex alone would
 * change nothing. 奋斗目标 are told of in the same way.
 */
export function tellRevised(documents: readonly PlanDocument[], before: Plan, after: Plan, file: string): Finding[] {
  const stretch = furtherRevisionsOf(documents).filter(({ kind, unit }) => kind === 'stretch' && unit === undefined);
  const change = { before, after, file };
  return [
    ...overruled(revisionsOf(documents), (measure) => measure.targets, change),
    ...overruled(stretch, (measure) => measure.stretch ?? {}, change),
  ];
}

interface Change {
  readonly before: Plan;
  readonly after: Plan;
  readonly file: string;
}

function overruled(
  revisions: readonly DatedRevision[],
  targetsOf: (measure: Measure) => Readonly<Record<string, Target>>,
  { before, after, file }: Change,
): Finding[] {
  const old = new Map(measuresOf(before).map((measure) => [measure.id, targetsOf(measure)]));
  const newest = new Map(revisions.map((revision) => [`${revision.measure}|${revision.year}`, revision]));
  return measuresOf(after).flatMap((measure) =>
    Object.entries(targetsOf(measure)).flatMap(([year, target]) => {
      const revision = newest.get(`${measure.id}|${year}`);
      if (revision === undefined || isSame(old.get(measure.id)?.[year], target)) return [];
      const { number: document, effectiveOn: date } = revision;
      return [
        finding('BOOK_TARGET_REVISED', { file }, { measure: measure.name, year, target: targetText(revision.target), document, date }),
      ];
    }),
  );
}

const isSame = (before: Target | undefined, after: Target): boolean => before !== undefined && sameTarget(before, after);
