import { type DecimalText, exact, type ExactNumber, roundHalfEven, toText } from '../numbers/decimal.ts';
import { type AdoptedTarget, foreignSource } from '../plan/conflict-types.ts';
import type { Item, Measure } from '../plan/schema.ts';
import { type CountedTarget, isCounted } from '../plan/target-schema.ts';
import type { ScoreContext, SettledValue } from './context.ts';
import { decides, ownStatus, readStatus, type StatusReading, type StatusRow } from './lead-status.ts';
import { type MeasuredRow, type MeasureReading, type MissingReading, readMeasure } from './measure-value.ts';
import type { StatusShares } from './scheme.ts';
import { firstThatMeets, shareOf } from './share.ts';
import type { Consent, RuleCode, ScoreFigure, SourceRef, StoredAnswer } from './types.ts';

type Params = Record<string, string>;

/** One measure of a row: the value of the first lead unit that gives it, against the adopted target. */
export function measureFigure(measure: Measure, row: MeasuredRow, context: ScoreContext): ScoreFigure {
  const adopted = context.adopted.get(measure.id);
  if (adopted === undefined || adopted.target.kind === 'pending') return untargeted(measure, adopted, context.year);
  const settled = context.settledOf(measure.id);
  if (settled !== undefined && isCounted(adopted.target)) return settledFigure(measure, adopted, settled);
  if (adopted.target.kind === 'text') return worded(measure, adopted, row, context);
  return judgeFigure(measure, adopted, readMeasure(measure, row, context), reportedBy(row.leadUnits, context));
}

/** 上级认定 counts in place of what units report; its source is a document, not a cell. */
export function settledFigure(measure: Measure, adopted: AdoptedTarget, { value, document }: SettledValue): ScoreFigure {
  const source = { file: document, sha256: '', sheet: '', cell: '', raw: value, unitId: '', field: 'value' as const };
  const reading: MeasureReading = { kind: 'value', value: exact(value), unitId: '', sources: [source] };
  return judgeFigure(measure, adopted, reading, () => ({ settled: document }));
}

/** No target for the year (noTarget), one that is still to be set (pending), or words that no number can be held against (text). */
export const untargeted = (measure: Measure, adopted: AdoptedTarget | undefined, year: number): ScoreFigure =>
  uncounted(measure.id, measure.name, {
    reason: adopted === undefined ? 'noTarget' : adopted.target.kind === 'text' ? 'text' : 'pending',
    year: String(year),
  });

/** 文字目标 (完成市级下达任务): judged by what the lead unit reports of it, as a duty of the year. */
function worded(measure: Measure, adopted: AdoptedTarget, row: MeasuredRow, context: ScoreContext): ScoreFigure {
  const figure = statusFigure({ id: measure.id, coveredBy: row.id }, row.leadUnits, context.scheme.statusShares.annual, context);
  return { ...figure, name: measure.name, ...targetParts(adopted) };
}

const targetParts = (adopted: AdoptedTarget): Pick<ScoreFigure, 'target' | 'targetFrom' | 'targetDisplaced'> => ({
  target: adopted.printed,
  targetFrom: foreignSource(adopted),
  targetDisplaced: adopted.displaced,
});

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
  const base = { id: measure.id, name: measure.name, unit: measure.unit, ...targetParts(adopted), sources: reading.sources };
  const params = { target: adopted.printed, unit: measure.unit, ...describe(reading.unitId) };
  if (reading.kind === 'missing') return { ...base, ...missing({ ...missingParams(reading), ...params }) };
  if (reading.kind === 'exempt') return { ...base, ...exempted(reading.consent, params) };
  if (reading.kind === 'noOccurrence') {
    const rule = { code: 'noOccurrence', params: { ...params, ...consentParams(reading.consent) } } as const;
    return { ...base, exactValue: null, judgedValue: null, state: 'noOccurrence', rule, share: '1' };
  }
  const judged = roundHalfEven(reading.value, measure.decimals);
  const target = countedTarget(adopted);
  const { share, code } = shareOf(target, exact(judged), measure.decimals);
  const rule = { code, params: { value: judged, ...params, ...strictBound(target, measure), percent: percentOf(share) } };
  return {
    ...base,
    exactValue: toText(reading.value),
    judgedValue: judged,
    state: code === 'met' ? 'met' : 'unmet',
    rule,
    share: toText(share),
  };
}

/** By what a value is measured that misses a ＞ or ＜. */
function strictBound(target: CountedTarget, { decimals }: Measure): Params {
  if (target.kind === 'range' || (target.operator !== 'gt' && target.operator !== 'lt')) return {};
  return { bound: toText(firstThatMeets(target, decimals)) };
}

/** 完成状态 of a task, item or duty, by the first of `unitIds` that says anything. */
export function statusFigure(row: StatusRow, unitIds: readonly string[], shares: StatusShares, context: ScoreContext): ScoreFigure {
  const reading = readStatus(row, unitIds, context);
  const base = { ...WITHOUT_VALUE, id: row.id, name: '完成状态', target: null };
  if (reading.kind !== 'stated') return { ...base, ...unjudged(reading, {}, unitIds, context) };
  const { status, answer } = reading;
  const params = { status, ...reportedBy(unitIds, context)(answer.unitId) };
  return { ...base, ...byStatus(shares[status], 'status', params), sources: [answer.source] };
}

const WITHOUT_VALUE = { unit: '', targetFrom: null, targetDisplaced: null, exactValue: null, judgedValue: null } as const;

/** 不涉及 with the office's consent, or nothing to judge by. */
function unjudged(
  reading: Exclude<StatusReading, { kind: 'stated' }>,
  params: Params,
  unitIds: readonly string[],
  context: ScoreContext,
): ReturnType<typeof missing> & { sources: readonly SourceRef[] } {
  const describe = reportedBy(unitIds, context);
  if (reading.kind === 'exempt') {
    const { consent, answer } = reading;
    return { ...exempted(consent, { ...params, ...describe(answer.unitId) }), sources: [answer.source] };
  }
  const whose = reading.unitId === '' ? { reporter: unitIds.map(context.unitName).join('、') } : describe(reading.unitId);
  return { ...missing({ ...params, ...whose, ...missingParams(reading) }), sources: reading.sources };
}

/** 有时限的事项: finished in time, finished late, or by its status when it is not finished although the deadline has passed. */
export function datedFigure(
  item: Item,
  deadline: NonNullable<Item['deadline']>,
  unitIds: readonly string[],
  context: ScoreContext,
): ScoreFigure {
  const { lateShare, statusShares } = context.scheme;
  const { date, reading } = readDated(item.id, unitIds, context);
  const base = { ...WITHOUT_VALUE, id: item.id, name: '完成日期', target: deadline.printed };
  const limit = { before: deadline.before, target: deadline.printed };
  const stated = reading.kind === 'stated' ? reading : null;
  const sources = [date, stated?.answer].flatMap((answer) => (answer === undefined ? [] : [answer.source]));
  const params = { ...limit, ...reportedBy(unitIds, context)(date?.unitId ?? stated?.answer.unitId ?? '') };
  if (date?.value.kind === 'date' && (stated === null ? reading.kind === 'missing' : stated.status === 'done')) {
    const inTime = date.value.value < deadline.before;
    const judged = byStatus(inTime ? '1' : lateShare, inTime ? 'onTime' : 'late', { date: date.value.value, ...params });
    return { ...base, ...judged, judgedValue: date.value.value, sources };
  }
  if (reading.kind !== 'stated') return { ...base, ...unjudged(reading, limit, unitIds, context) };
  const share = toText(exact(statusShares.annual[reading.status]).times(lateShare));
  return { ...base, ...byStatus(share, 'late', { status: reading.status, ...params }), sources };
}

/** Date and status of one unit: the first that gives a date, else the first that gives a status. What a unit leaves unsettled gives neither. */
function readDated(
  itemId: string,
  unitIds: readonly string[],
  context: ScoreContext,
): { readonly date: StoredAnswer | undefined; readonly reading: StatusReading } {
  const readings = unitIds.map((unitId) => ({ unitId, own: ownStatus({ id: itemId }, unitId, context) }));
  const [first] = readings;
  const unjudgeable = first !== undefined && first.own.kind !== 'stated' && decides(first.own);
  const dated = readings.flatMap(({ unitId, own }) => {
    const date = own.kind === 'missing' && !own.handsOver ? undefined : context.answer(unitId, itemId, 'date');
    return date?.value.kind === 'date' && !unjudgeable ? [{ date, reading: own }] : [];
  });
  return dated[0] ?? { date: undefined, reading: readStatus({ id: itemId }, unitIds, context) };
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

/** 不涉及 to which the office has consented: does not enter the score. */
function exempted(consent: Consent, params: Params): Pick<ScoreFigure, 'exactValue' | 'judgedValue' | 'state' | 'rule' | 'share'> {
  const rule = { code: 'notApplicable', params: { ...params, reason: 'consented', ...consentParams(consent) } } as const;
  return { exactValue: null, judgedValue: null, state: 'notApplicable', rule, share: '0' };
}

const consentParams = (consent: Consent | undefined): Params =>
  consent === undefined ? {} : { consentBy: consent.by, consentReason: consent.reason };

const NAMED_REASONS: ReadonlySet<string> = new Set(['erroneous', 'held', 'exemptionAsked']);

/** Why nothing is there, and of cells in error or with 不涉及 the first one. */
function missingParams({ reason, sources }: MissingReading): Params {
  const [first, ...others] = sources;
  if (first === undefined || !NAMED_REASONS.has(reason)) return { reason };
  const { sheet, cell, raw } = first;
  return { reason, sheet, cell, raw, others: String(others.length) };
}

function missing(params: Params): Pick<ScoreFigure, 'exactValue' | 'judgedValue' | 'state' | 'rule' | 'share'> {
  return { exactValue: null, judgedValue: null, state: 'missing', rule: { code: 'missing', params }, share: '0' };
}

function byStatus(share: DecimalText, code: RuleCode, params: Params): Pick<ScoreFigure, 'state' | 'rule' | 'share'> {
  const value = exact(share);
  return { state: value.eq(1) ? 'met' : 'unmet', rule: { code, params: { ...params, percent: percentOf(value) } }, share };
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
const percentOf = (share: ExactNumber): string => roundHalfEven(share.times(100), 2);
