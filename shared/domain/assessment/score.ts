import { type DecimalText, exact, roundHalfEven } from '../numbers/decimal.ts';
import { type Unit, unitKindOf } from '../plan/unit-schema.ts';
import { latenessOf } from '../reporting/lateness.ts';
import { createScoreContext, type ScoreContext, type ScoreInput } from './context.ts';
import { gradeOf, sumPoints } from './points.ts';
import { dutyDraft, indicatorDraft, itemDraft, partOf, type RowDraft, taskDraft, townItemDraft } from './rows.ts';
import { townAirDrafts } from './town-air.ts';
import type { AssessmentResult, ScorePart, ScorePenalty, SubjectScore } from './types.ts';

export type { ScoreInput } from './context.ts';

/** Scores of the district and every unit for one year, with everything they were computed from. */
export function scoreYear(input: ScoreInput): AssessmentResult {
  const context = createScoreContext(input);
  const { plan, scheme, year } = input;
  const units = plan.unitKinds.flatMap((kind) => plan.units.filter((unit) => unit.kind === kind.id));
  return {
    year,
    schemeId: scheme.id,
    schemeTitle: scheme.title,
    demonstration: scheme.demonstration,
    district: scoreDistrict(context, input.returns.length > 0),
    units: units.map((unit) => scoreUnit(unit, context)),
  };
}

/** 满分 of the rows that count: what 缺项折算 divides by. */
export const countedMax = (parts: readonly ScorePart[], decimals: number): DecimalText =>
  sumPoints(
    parts
      .flatMap((part) => part.rows)
      .filter((row) => row.points !== null)
      .map((row) => row.max),
    decimals,
  );

function scoreDistrict(context: ScoreContext, reported: boolean): SubjectScore {
  const { district } = context.scheme;
  const parts = [
    partOf(
      'indicators',
      district.annex1,
      context.plan.annex1.rows.map((row) => indicatorDraft(row, context)),
      context,
    ),
    partOf(
      'tasks',
      district.annex3,
      itemsOfYear(context).map((item) => itemDraft(item, item.leadUnits, context)),
      context,
    ),
  ];
  return subjectOf(
    { subjectId: 'district', kind: 'district', kindName: context.plan.district.name, name: context.plan.district.name, reported },
    parts,
    [],
    context,
  );
}

/** What a unit answers for by its kind: rows it leads, its air, its own part of the items that are asked of it. */
function scoreUnit(unit: Unit, context: ScoreContext): SubjectScore {
  const { leads, air, asked } = unitKindOf(context.plan, unit);
  const { town } = context.scheme;
  const parts = [
    ...(leads ? leadParts(unit, context) : []),
    air ? partOf('air', town.air, townAirDrafts(unit, context), context) : null,
    asked ? partOf('items', town.items, askedDrafts(unit, leads, context), context) : null,
  ];
  return subjectOf(identityOf(unit, context), parts, latePenalties(unit, context), context);
}

function leadParts(unit: Unit, context: ScoreContext): (ScorePart | null)[] {
  const { department } = context.scheme;
  const leads = (row: { leadUnits: readonly string[] }): boolean => row.leadUnits.includes(unit.id);
  const indicators = context.plan.annex1.rows.filter(leads);
  const items = itemsOfYear(context).filter(leads);
  const tasks = tasksOfYear(context).filter(leads);
  const drafts: RowDraft[] = [
    ...tasks.map((task) => taskDraft(task, [unit.id], context)),
    ...items.map((item) => itemDraft(item, [unit.id], context)),
    ...(indicators.length + tasks.length + items.length > 0 ? [] : dutiesOf(unit, context)),
  ];
  return [
    partOf(
      'indicators',
      department.annex1,
      indicators.map((row) => indicatorDraft(row, context)),
      context,
    ),
    partOf('tasks', department.tasks, drafts, context),
  ];
}

/** Items on which the unit reports its own part; those that it leads it answers for as lead only, as its form asks. */
function askedDrafts(unit: Unit, leads: boolean, context: ScoreContext): RowDraft[] {
  const asked = new Set(context.plan.reporting.townItems.map((entry) => entry.item));
  return itemsOfYear(context)
    .filter((item) => asked.has(item.id) && !(leads && item.leadUnits.includes(unit.id)))
    .map((item) => townItemDraft(item, unit.id, context));
}

const itemsOfYear = ({ plan }: ScoreContext) => plan.annex3?.items ?? [];
const tasksOfYear = ({ plan: { annex2 }, year }: ScoreContext) =>
  annex2 !== null && annex2.fromYear <= year && year <= annex2.toYear ? annex2.tasks : [];

/** 正文职责 of a department that no annex names: the articles that name it. */
const dutiesOf = (unit: Unit, context: ScoreContext): RowDraft[] =>
  context.plan.articles.filter((article) => article.units.includes(unit.id)).map((article) => dutyDraft(article, unit.id, context));

const identityOf = (unit: Unit, context: ScoreContext): SubjectIdentity => ({
  subjectId: unit.id,
  kind: unit.kind,
  kindName: unitKindOf(context.plan, unit).name,
  name: unit.name,
  reported: context.returnOf(unit.id) !== undefined,
});

type SubjectIdentity = Pick<SubjectScore, 'subjectId' | 'kind' | 'kindName' | 'name' | 'reported'>;

/** Total = points of the rows that count, folded to 100 (缺项折算) and rounded once, less the penalties, never below 0. */
function subjectOf(
  identity: SubjectIdentity,
  present: readonly (ScorePart | null)[],
  penalties: readonly ScorePenalty[],
  context: ScoreContext,
): SubjectScore {
  const { decimals, ungraded } = context.scheme;
  const parts = present.filter((part) => part !== null);
  const exactTotal = sumPoints(
    parts.map((part) => part.points),
    decimals.points,
  );
  const counted = exact(countedMax(parts, decimals.points));
  const folded = counted.isZero() ? exact(0) : exact(roundHalfEven(exact(exactTotal).times(100).div(counted), decimals.total));
  const reduced = penalties.reduce((sum, penalty) => sum.plus(penalty.points), folded);
  const total = roundHalfEven(reduced.isNegative() ? '0' : reduced, decimals.total);
  return { ...identity, total, exactTotal, grade: counted.isZero() ? ungraded : gradeOf(total, context.scheme), parts, penalties };
}

/** 迟报扣分: the return came (where no receipt is recorded: is dated) after the last day of its unit; one that is let off says so. */
function latePenalties(unit: Unit, context: ScoreContext): readonly ScorePenalty[] {
  const entry = context.returnOf(unit.id);
  if (entry === undefined) return [];
  const { late, day, by, due } = latenessOf(entry, context.plan.reporting.dueDates[String(context.year)]);
  if (late !== true || day === null || due === null) return [];
  const { decimals, lateReturnPenalty } = context.scheme;
  const points = roundHalfEven(lateReturnPenalty, decimals.total);
  if (exact(points).isZero()) return [];
  const sources = by === 'receipt' || entry.reportedOnSource === null ? [] : [entry.reportedOnSource];
  if (entry.waived !== undefined) {
    const params = { day, due, points, reason: entry.waived.reason, by: entry.waived.by };
    return [{ id: 'lateReturn', points: roundHalfEven('0', decimals.total), rule: { code: 'penaltyWaived', params }, sources }];
  }
  const rule: ScorePenalty['rule'] =
    by === 'receipt'
      ? { code: 'penaltyLateReceived', params: { receivedOn: day, due, points } }
      : { code: 'penaltyLate', params: { reportedOn: day, due, points } };
  return [{ id: 'lateReturn', points: `-${points}`, rule, sources }];
}
