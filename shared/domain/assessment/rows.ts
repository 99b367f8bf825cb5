import { type DecimalText, exact, roundHalfEven } from '../numbers/decimal.ts';
import type { Article, Indicator, Item, Task } from '../plan/schema.ts';
import type { ScoreContext } from './context.ts';
import { datedFigure, measureFigure, statusFigure } from './figures.ts';
import { sumPoints } from './points.ts';
import type { RowState, ScoreFigure, ScorePart, ScoreRow } from './types.ts';

/** A row before its points are known: what it is about and what it is judged by. */
export interface RowDraft {
  readonly rowId: string;
  readonly title: string;
  /** Share of the part's points in proportion to the other rows. */
  readonly weight: DecimalText;
  readonly figures: readonly ScoreFigure[];
}

/** A part with its points distributed over its rows; null when it has no rows and is folded away (缺项折算). */
export function partOf(
  id: string,
  part: { title: string; max: DecimalText },
  drafts: readonly RowDraft[],
  context: ScoreContext,
): ScorePart | null {
  if (drafts.length === 0) return null;
  const decimals = context.scheme.decimals.points;
  const maxima = context.distributed(
    part.max,
    drafts.map((draft) => draft.weight),
  );
  const rows = drafts.map((draft, index) => rowOf(draft, maxima[index] ?? '0', decimals));
  return {
    id,
    title: part.title,
    max: roundHalfEven(part.max, decimals),
    points: sumPoints(
      rows.map((row) => row.points ?? '0'),
      decimals,
    ),
    rows,
  };
}

/** Points of a row: its figures share them equally; those that do not count are left out. Rounded once. */
function rowOf({ rowId, title, figures }: RowDraft, max: DecimalText, decimals: number): ScoreRow {
  const counting = figures.filter((figure) => figure.state !== 'notApplicable');
  const shares = counting.reduce((sum, figure) => sum.plus(figure.share), exact(0));
  const points = counting.length === 0 ? null : roundHalfEven(exact(max).times(shares).div(counting.length), decimals);
  return { rowId, title, max, points, state: rowState(counting), figures };
}

function rowState(counting: readonly ScoreFigure[]): RowState {
  if (counting.length === 0) return 'notApplicable';
  const states = new Set(counting.map((figure) => figure.state));
  if (states.has('missing')) return 'missing';
  if (states.has('unmet')) return 'unmet';
  return states.has('met') ? 'met' : 'noOccurrence';
}

export function indicatorDraft(indicator: Indicator, context: ScoreContext): RowDraft {
  const figures = indicator.measures.map((measure) => measureFigure(measure, indicator, context));
  return { rowId: indicator.id, title: indicator.name, weight: context.scheme.district.annex1.rows[indicator.id] ?? '0', figures };
}

/**
 * 附件2: by its figures in the year they are due, else by status. 按序推进 before the last year is all that a task over several years can
 * show; in the last year it means unfinished.
 */
export function taskDraft(task: Task, unitIds: readonly string[], context: ScoreContext): RowDraft {
  const due = task.measures.filter((measure) => context.adopted.has(measure.id));
  const shares =
    context.year < (context.plan.annex2?.toYear ?? context.year)
      ? context.scheme.statusShares.multiYear
      : context.scheme.statusShares.finalYear;
  const figures =
    due.length > 0 ? due.map((measure) => measureFigure(measure, task, context)) : [statusFigure(task, unitIds, shares, context)];
  return { rowId: task.id, title: task.text, weight: '1', figures };
}

/** 附件3: by its figures (of the whole district), by its deadline, or by status; `unitIds` are those whose status and date count. */
export function itemDraft(item: Item, unitIds: readonly string[], context: ScoreContext): RowDraft {
  return { rowId: item.id, title: item.text, weight: '1', figures: itemFigures(item, unitIds, context) };
}

function itemFigures(item: Item, unitIds: readonly string[], context: ScoreContext): readonly ScoreFigure[] {
  if (item.measures.length > 0) return item.measures.map((measure) => measureFigure(measure, item, context));
  if (item.deadline !== undefined) return [datedFigure(item, item.deadline, unitIds, context)];
  return [statusFigure(item, unitIds, context.scheme.statusShares.annual, context)];
}

/** A town's own part of an annex 3 item: its status, whatever figures the district reports. */
export function townItemDraft(item: Item, unitId: string, context: ScoreContext): RowDraft {
  return {
    rowId: item.id,
    title: item.text,
    weight: '1',
    figures: [statusFigure(item, [unitId], context.scheme.statusShares.annual, context)],
  };
}

/** Row id of an article duty (正文职责): 正文-7. */
export const dutyRowId = (article: Article): string => `正文-${article.number}`;

/** Articles have no end; 按序推进 is what a standing duty can show. */
export function dutyDraft(article: Article, unitId: string, context: ScoreContext): RowDraft {
  const rowId = dutyRowId(article);
  return {
    rowId,
    title: article.heading,
    weight: '1',
    figures: [statusFigure({ id: rowId }, [unitId], context.scheme.statusShares.multiYear, context)],
  };
}
