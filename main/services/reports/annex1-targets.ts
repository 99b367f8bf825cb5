import type { ScoreRow } from '../../../shared/domain/assessment/types.ts';
import type { AdoptedTarget } from '../../../shared/domain/plan/conflict-types.ts';
import type { Indicator, Measure, Target } from '../../../shared/domain/plan/schema.ts';
import { targetText } from '../../../shared/domain/plan/target.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { AssessmentModelInput } from './model-input.ts';
import { fill } from './wording.ts';

type TargetInput = Pick<AssessmentModelInput, 'plan' | 'year' | 'targets' | 'wording'>;

/**
 * The target of a year in its column of 附件1. Of the assessed year the one that counts, with what the annex prints behind it where something else
 * took its place, on a line of its own: ≤31.5, 原≤32. Of every other year what the annex prints.
 */
export function targetCell({ plan, year, targets, wording }: TargetInput, indicator: Indicator, score: ScoreRow, of: number): string {
  const printed = indicator.printedTargets[String(of)];
  if (of !== year) return withStretch(plan, indicator, of, printed ?? '');
  if (printed === undefined) return withStretch(plan, indicator, of, adoptedText(score));
  const counted = indicator.measures.map((measure) => countedTarget(measure, score, targets));
  if (!counted.some((one) => one?.replaces ?? false)) return withStretch(plan, indicator, of, printed);
  const [first = '', ...others] = indicator.measures.map((measure, index) => counted[index]?.text ?? ownText(measure, of));
  const text = others.length === 0 ? first : `${first}（${others.join('、')}）`;
  return `${withStretch(plan, indicator, of, text)}\n${fill(wording.notes['formerTarget'] ?? '', { printed: printed.replaceAll(/\s/gu, '') })}`;
}

/** By which a measure was judged in the scores that are printed, of a signed year those of the signed run; of one not judged what holds. */
function countedTarget(
  { id }: Measure,
  { figures }: ScoreRow,
  targets: TargetInput['targets'],
): { readonly text: string; readonly replaces: boolean } | null {
  const figure = figures.find((one) => one.id === id);
  if (figure !== undefined && figure.target !== null) return { text: figure.target, replaces: figure.targetDisplaced !== null };
  const held: AdoptedTarget | undefined = targets.get(id);
  return held === undefined ? null : { text: held.printed, replaces: held.displaced !== null };
}

function ownText({ targets }: Measure, year: number): string {
  const own = targets[String(year)];
  return own === undefined ? '—' : targetText(own);
}

/** The target of a year that the annex does not print, as it was adopted for the assessed one. */
function adoptedText({ figures }: ScoreRow): string {
  const [first = '', ...others] = figures.map(({ target }) => target ?? '—');
  return others.length === 0 ? first : `${first}（${others.join('、')}）`;
}

/**
 * ≤36（力争≤34）: what is striven for stands behind the target. A cell that prints it already stays as it is, also where a document has set another
 * since: of that a note tells.
 */
function withStretch({ overruledStretch }: YearPlan, { measures }: Indicator, year: number, printed: string): string {
  const shows = (target: Target): boolean => holdsNumber(printed, target.kind === 'number' ? target.value : targetText(target));
  const missing = measures.flatMap(({ id, stretch }) => {
    const target = stretch?.[String(year)];
    if (target === undefined || target.kind === 'pending') return [];
    const former = overruledStretch.filter((one) => one.measure === id && one.year === year);
    return shows(target) || former.some((one) => shows(one.target)) ? [] : [targetText(target)];
  });
  return missing.length === 0 ? printed : `${printed}\n（力争${missing.join('、')}）`;
}

/** 34 stands in ≤36（力争≤34）, and not in 134. */
const holdsNumber = (printed: string, shown: string): boolean =>
  printed
    .normalize('NFKC')
    .split(/[^\d.～]+/u)
    .includes(shown) || printed.includes(`力争${shown}`);
