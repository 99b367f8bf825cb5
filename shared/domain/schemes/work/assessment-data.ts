import { latenessOf } from '../../reporting/lateness.ts';
import { createScoreContext, type ScoreContext, type ScoreInput } from '../../assessment/context.ts';
import { dutyDraft, indicatorDraft, itemDraft, type RowDraft, taskDraft, townItemDraft } from '../../assessment/rows.ts';
import { townAirDrafts } from '../../assessment/town-air.ts';
import type { Measure } from '../../plan/schema.ts';
import { type Unit, unitKindOf } from '../../plan/unit-schema.ts';
import type { Row, SchemeData } from '../base/data-source.ts';
import type { Horizon, ListedRow, ListName, ListShare } from '../base/listed.ts';
import type { Reading } from '../base/reading.ts';
import { cellOf, type FigurePlace, listedFigure } from './listed-facts.ts';

/** Groups of a scheme of points: the district itself, units that lead rows (部门), units that are asked (镇街). */
export const WORK_CLASSES = { district: 'district', leading: 'department', asked: 'town' } as const;

/**
 * The counted returns and town air of a year as the source of figures: whose answer counts, what is missing, exempt or settled is decided as the
 * returns are read for scores; what it is worth the scheme decides.
 */
export function assessmentData(input: ScoreInput): SchemeData {
  const context = createScoreContext(input);
  const period = String(input.year);
  const units = new Map(input.plan.units.map((unit) => [unit.id, unit]));
  const rows: readonly Row[] = [
    { subjectId: WORK_CLASSES.district, name: input.plan.district.name, class: WORK_CLASSES.district, period },
    ...input.plan.units.map((unit) => ({ subjectId: unit.id, name: unit.name, class: classOf(unit, context), period })),
  ];
  return {
    periods: [period],
    rowsOf: (asked) => (asked === period ? rows : []),
    value: () => NONE,
    slot: () => NONE,
    place: () => NONE,
    manual: () => NONE,
    param: () => NONE,
    status: () => NONE,
    event: () => ({ kind: 'value', value: false, sources: [] }),
    listed: (row, list, of) => listedRows(units.get(row.subjectId) ?? null, list, of, context),
    late: (row) => lateOf(row, context),
  };
}

const NONE: Reading<never> = { kind: 'missing', lack: { code: 'noValue', params: {} }, sources: [] };

const classOf = (unit: Unit, { plan }: ScoreContext): string => (unitKindOf(plan, unit).leads ? WORK_CLASSES.leading : WORK_CLASSES.asked);

interface Listed {
  readonly draft: RowDraft;
  readonly measures: readonly Measure[];
  readonly place: FigurePlace;
}

/** Rows of one list for the district (`unit` null) or a unit. */
function listedRows(unit: Unit | null, list: ListName, of: ListShare, context: ScoreContext): readonly ListedRow[] {
  return LISTS[list](unit, of, context).map(({ draft, measures, place }) => ({
    id: draft.rowId,
    title: draft.title,
    figures: draft.figures.map((figure) =>
      listedFigure(
        figure,
        measures.find(({ id }) => id === figure.id),
        place,
        context,
      ),
    ),
  }));
}

type Lister = (unit: Unit | null, of: ListShare, context: ScoreContext) => readonly Listed[];

const LISTS: Readonly<Record<ListName, Lister>> = {
  annex1: (unit, of, context) =>
    context.plan.annex1.rows
      .filter((row) => concerns(row.leadUnits, unit, of))
      .map((row) => ({ draft: indicatorDraft(row, context), measures: row.measures, place: ANNUAL })),
  tasks: (unit, of, context) =>
    tasksOf(context)
      .filter((task) => concerns(task.leadUnits, unit, of))
      .map((task) => ({
        draft: taskDraft(task, of === 'led' && unit !== null ? [unit.id] : task.leadUnits, context),
        measures: task.measures,
        place: { horizon: horizonOf(context), deadline: null },
      })),
  items: (unit, of, context) => itemsOf(unit, of, context),
  duties: (unit, _of, context) =>
    unit === null
      ? []
      : context.plan.articles
          .filter((article) => article.units.includes(unit.id))
          .map((article) => ({
            draft: dutyDraft(article, unit.id, context),
            measures: [],
            place: { horizon: 'multiYear', deadline: null },
          })),
  air: (unit, _of, context) =>
    unit === null ? [] : townAirDrafts(unit, context).map((draft) => ({ draft, measures: measuresOf(context), place: ANNUAL })),
};

const ANNUAL: FigurePlace = { horizon: 'annual', deadline: null };

const concerns = (leadUnits: readonly string[], unit: Unit | null, of: ListShare): boolean =>
  of === 'all' || (of === 'led' && unit !== null && leadUnits.includes(unit.id));

function itemsOf(unit: Unit | null, of: ListShare, context: ScoreContext): readonly Listed[] {
  const items = context.plan.annex3?.items ?? [];
  if (of === 'asked') {
    // Those that it leads a unit answers for as lead only, as its form asks.
    const { leads } = unit === null ? { leads: false } : unitKindOf(context.plan, unit);
    const asked = new Set(context.plan.reporting.townItems.map(({ item }) => item));
    return unit === null
      ? []
      : items
          .filter(({ id, leadUnits }) => asked.has(id) && !(leads && leadUnits.includes(unit.id)))
          .map((item) => ({ draft: townItemDraft(item, unit.id, context), measures: [], place: ANNUAL }));
  }
  return items
    .filter((item) => concerns(item.leadUnits, unit, of))
    .map((item) => ({
      draft: itemDraft(item, of === 'led' && unit !== null ? [unit.id] : item.leadUnits, context),
      measures: item.measures,
      place: { horizon: 'annual', deadline: item.deadline ?? null },
    }));
}

const tasksOf = ({ plan: { annex2 }, year }: ScoreContext) =>
  annex2 !== null && annex2.fromYear <= year && year <= annex2.toYear ? annex2.tasks : [];

/** 按序推进 before the last year is all that a task over several years can show. */
const horizonOf = ({ plan, year }: ScoreContext): Horizon => (year < (plan.annex2?.toYear ?? year) ? 'multiYear' : 'finalYear');

const measuresOf = ({ plan }: ScoreContext): readonly Measure[] => plan.annex1.rows.flatMap((row) => row.measures);

/** 迟报: the return came, or is dated, after the last day of its unit; one that is let off (免于迟报扣分) is none. */
function lateOf(row: Row, context: ScoreContext): ReturnType<NonNullable<SchemeData['late']>> {
  const entry = context.returnOf(row.subjectId);
  if (entry === undefined) return { late: null, sources: [] };
  const { late, by } = latenessOf(entry, context.plan.reporting.dueDates[String(context.year)]);
  const source = by === 'receipt' ? null : entry.reportedOnSource;
  return { late: late === true && entry.waived !== undefined ? 'waived' : late, sources: source === null ? [] : [cellOf(source)] };
}
