import { type DecimalText, exact, roundHalfEven, toText } from '../numbers/decimal.ts';
import type { AdoptedTarget } from '../plan/conflict-types.ts';
import type { Item, Measure } from '../plan/schema.ts';
import { type CountedTarget, isCounted } from '../plan/target-schema.ts';
import type { ScoreContext } from './context.ts';
import type { MeasureReading } from './measure-value.ts';
import { readMeasure } from './measure-value.ts';
import type { StatusShares } from './scheme.ts';
import { shareOf } from './share.ts';
import type { RuleCode, ScoreFigure, StoredAnswer } from './types.ts';

type Params = Record<string, string>;

/** One measure of a row: the value of the first lead unit that gives it, against the adopted target. */
export function measureFigure(measure: Measure, leadUnits: readonly string[], context: ScoreContext): ScoreFigure {
  const adopted = context.adopted.get(measure.id);
  if (adopted === undefined || adopted.target.kind === 'pending') return untargeted(measure, adopted, context.year);
  if (adopted.target.kind === 'text') return worded(measure, adopted, leadUnits, context);
  return judgeFigure(measure, adopted, readMeasure(measure, leadUnits, context), reportedBy(leadUnits, context));
}

/** No target for the year (noTarget), one that is still to be set (pending), or words that no number can be held against (text). */
export const untargeted = (measure: Measure, adopted: AdoptedTarget | undefined, year: number): ScoreFigure =>
  uncounted(measure.id, measure.name, {
    reason: adopted === undefined ? 'noTarget' : adopted.target.kind === 'text' ? 'text' : 'pending',
    year: String(year),
  });

/** 文字目标 (完成市级下达任务): judged by what the lead unit reports of it, as a duty of the year. */
function worded(measure: Measure, adopted: AdoptedTarget, leadUnits: readonly string[], context: ScoreContext): ScoreFigure {
  const figure = statusFigure(measure.id, leadUnits, context.scheme.statusShares.annual, context);
  return { ...figure, name: measure.name, target: adopted.printed, targetFrom: adopted.from === measure.id ? null : adopted.from };
}

function countedTarget({ target, measureId }: AdoptedTarget): CountedTarget {
  if (!isCounted(target)) throw new RangeError(`measure ${measureId} has no target that counts`);
  return target;
}

/** Judges a reading: rounded half-even to the measure's decimals, then compared (GB/T 8170, 修约值比较法). */
export function judgeFigure(
  measure: Measure,
  adopted: AdoptedTarget,
  reading: MeasureReading,
  describe: (unitId: string) => Params,
): ScoreFigure {
  const target = {
    target: adopted.printed,
    targetFrom: adopted.from === measure.id ? null : adopted.from,
    targetDisplaced: adopted.displaced,
  };
  const base = { id: measure.id, name: measure.name, unit: measure.unit, ...target, sources: reading.sources };
  const params = { target: adopted.printed, unit: measure.unit, ...describe(reading.unitId) };
  if (reading.kind === 'missing') return { ...base, ...missing({ reason: reading.reason, ...params }) };
  if (reading.kind === 'noOccurrence') {
    return { ...base, exactValue: null, judgedValue: null, state: 'noOccurrence', rule: { code: 'noOccurrence', params }, share: '1' };
  }
  const judged = roundHalfEven(reading.value, measure.decimals);
  const { share, code } = shareOf(countedTarget(adopted), exact(judged));
  const rule = { code, params: { value: judged, ...params, percent: percentOf(toText(share)) } };
  return {
    ...base,
    exactValue: toText(reading.value),
    judgedValue: judged,
    state: code === 'met' ? 'met' : 'unmet',
    rule,
    share: toText(share),
  };
}

/** 完成状态 of a task, item or duty, by the first of `unitIds` that answers; 不涉及 only when no other unit says more. */
export function statusFigure(rowId: string, unitIds: readonly string[], shares: StatusShares, context: ScoreContext): ScoreFigure {
  const answer = firstStatus(rowId, unitIds, context);
  const base = {
    id: rowId,
    name: '完成状态',
    unit: '',
    target: null,
    targetFrom: null,
    targetDisplaced: null,
    exactValue: null,
    judgedValue: null,
  };
  if (answer?.value.kind !== 'status') return { ...base, ...missing(missingStatus(unitIds, context)), sources: [] };
  const status = answer.value.value;
  const params = { status, ...reportedBy(unitIds, context)(answer.unitId) };
  if (status === 'notApplicable') return { ...uncounted(rowId, base.name, { reason: 'status', ...params }), sources: [answer.source] };
  return { ...base, ...byStatus(shares[status], 'status', params), sources: [answer.source] };
}

/** 有时限的事项: finished in time, finished late, or by its status when it is not finished although the deadline has passed. */
export function datedFigure(
  item: Item,
  deadline: NonNullable<Item['deadline']>,
  unitIds: readonly string[],
  context: ScoreContext,
): ScoreFigure {
  const { lateShare, statusShares } = context.scheme;
  const { date, status } = readDated(item.id, unitIds, context);
  const sources = [date, status].flatMap((answer) => (answer === undefined ? [] : [answer.source]));
  const base = {
    id: item.id,
    name: '完成日期',
    unit: '',
    target: deadline.printed,
    targetFrom: null,
    targetDisplaced: null,
    exactValue: null,
    judgedValue: null,
  };
  const params = {
    before: deadline.before,
    target: deadline.printed,
    ...reportedBy(unitIds, context)(date?.unitId ?? status?.unitId ?? ''),
  };
  const stated = status?.value.kind === 'status' ? status.value.value : null;
  if (date?.value.kind === 'date' && (stated === null || stated === 'done')) {
    const inTime = date.value.value < deadline.before;
    const judged = byStatus(inTime ? '1' : lateShare, inTime ? 'onTime' : 'late', { date: date.value.value, ...params });
    return { ...base, ...judged, judgedValue: date.value.value, sources };
  }
  if (stated === null) return { ...base, ...missing(missingStatus(unitIds, context)), sources };
  if (stated === 'notApplicable') return { ...uncounted(item.id, base.name, { reason: 'status', status: stated, ...params }), sources };
  const share = toText(exact(statusShares.annual[stated]).times(lateShare));
  return { ...base, ...byStatus(share, 'late', { status: stated, ...params }), sources };
}

/** Date and status of one unit: the first that gives a date, else the first that gives a status. */
function readDated(
  itemId: string,
  unitIds: readonly string[],
  context: ScoreContext,
): { date: StoredAnswer | undefined; status: StoredAnswer | undefined } {
  const dates = unitIds.flatMap((unitId) => context.answer(unitId, itemId, 'date') ?? []);
  const date = dates.find((answer) => answer.value.kind === 'date');
  return { date, status: date === undefined ? firstStatus(itemId, unitIds, context) : context.answer(date.unitId, itemId, 'status') };
}

/** A figure that does not enter the score: 不涉及, or no target for the year. */
export function uncounted(id: string, name: string, params: Params): ScoreFigure {
  return {
    id,
    name,
    unit: '',
    target: null,
    targetFrom: null,
    targetDisplaced: null,
    exactValue: null,
    judgedValue: null,
    state: 'notApplicable',
    rule: { code: 'notApplicable', params },
    share: '0',
    sources: [],
  };
}

function missing(params: Params): Pick<ScoreFigure, 'exactValue' | 'judgedValue' | 'state' | 'rule' | 'share'> {
  return { exactValue: null, judgedValue: null, state: 'missing', rule: { code: 'missing', params }, share: '0' };
}

function byStatus(share: DecimalText, code: RuleCode, params: Params): Pick<ScoreFigure, 'state' | 'rule' | 'share'> {
  return { state: exact(share).eq(1) ? 'met' : 'unmet', rule: { code, params: { ...params, percent: percentOf(share) } }, share };
}

function firstStatus(rowId: string, unitIds: readonly string[], context: ScoreContext): StoredAnswer | undefined {
  const answers = unitIds
    .flatMap((unitId) => context.answer(unitId, rowId, 'status') ?? [])
    .filter((answer) => answer.value.kind === 'status');
  return answers.find((answer) => answer.value.kind === 'status' && answer.value.value !== 'notApplicable') ?? answers[0];
}

function missingStatus(unitIds: readonly string[], context: ScoreContext): Params {
  const reason = unitIds.some((unitId) => context.returnOf(unitId) !== undefined) ? 'noAnswer' : 'noReturn';
  return { reason, reporter: unitIds.map(context.unitName).join('、') };
}

/** Names whose figure it is, and whose it should have been when a later lead unit stands in. */
function reportedBy(leadUnits: readonly string[], context: ScoreContext): (unitId: string) => Params {
  const [first = ''] = leadUnits;
  return (unitId) =>
    unitId === first || unitId === ''
      ? { reporter: context.unitName(first) }
      : { reporter: context.unitName(unitId), insteadOf: context.unitName(first) };
}

/** The share in per cent with two decimals, for the sentence only; points are computed from the unrounded share. */
const percentOf = (share: DecimalText): string => roundHalfEven(exact(share).times(100), 2);
