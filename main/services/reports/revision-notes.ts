import type { Measure } from '../../../shared/domain/plan/schema.ts';
import { targetText } from '../../../shared/domain/plan/target.ts';
import type { DatedRevision } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { dateText } from '../../../shared/text/report-text.ts';
import type { AssessmentModelInput } from './model-input.ts';
import { fill } from './wording.ts';

/** 目标调整 of the assessed year: which document set what in place of what, from when, taken in by whom and why; also one that left a target open (待定). */
export const revisionNotes = ({ plan, wording }: Pick<AssessmentModelInput, 'plan' | 'wording'>): string[] =>
  plan.annex1.rows
    .flatMap(({ measures }) => measures)
    .flatMap((measure) => {
      const revisions = plan.revisions.filter((revision) => revision.measure === measure.id && revision.year === plan.year);
      return revisions.map((revision, index) => noteOf(measure, revision, revisions[index - 1], wording.notes));
    });

function noteOf(
  measure: Measure,
  { target, year, number, effectiveOn, actor, reason }: DatedRevision,
  earlier: DatedRevision | undefined,
  notes: Readonly<Record<string, string>>,
): string {
  const before = earlier?.target ?? measure.targets[String(year)];
  const told = actor === '' ? '' : fill(notes['revisedBy'] ?? '', { by: actor, reason: reason.replace(/[。；\s]+$/u, '') });
  const values = { name: measure.name, year, document: number, from: dateText(effectiveOn), printed: targetText(target), told };
  return before === undefined
    ? fill(notes['revisedFirst'] ?? '', values)
    : fill(notes['revised'] ?? '', { ...values, before: targetText(before) });
}
