import { ONE, Rational, ZERO } from '../../numbers/rational.ts';
import type { CountedTarget, Operator } from '../../plan/target-schema.ts';
import type { TaskStatus } from '../../returns/types.ts';
import { drafted, type Draft, lacking, valued } from '../base/explain.ts';
import type { Judging, ListedDate, ListedFigure, ListedMeasure, ListedStatus } from '../base/listed.ts';
import type { Lack, Reading } from '../base/reading.ts';

export const figureCodes: readonly string[] = [
  'figureMet',
  'figurePart',
  'figurePartInverse',
  'figureNothing',
  'figureNothingOccurred',
  'figureStatus',
  'figureOnTime',
  'figureLate',
  'figureZero',
  'figureOpen',
  'figureOut',
];

/** Share of a row's points, 0 to 1, that one of its figures gives. */
export function judgeFigure(figure: ListedFigure, judging: Judging): Draft {
  if (figure.kind === 'measure') return judgeMeasure(figure, judging);
  return figure.kind === 'status' ? judgeStatus(figure, judging) : judgeDate(figure, judging);
}

/** Rounded half-even to the decimals of the measure, then held against the target (修约值比较法). */
function judgeMeasure({ id, name, decimals, target, reading }: ListedMeasure, judging: Judging): Draft {
  const params = { id, name, target: target?.printed ?? '' };
  const { sources } = reading;
  if (target === null) return drafted('figureOut', { state: 'notApplicable' }, { params: { ...params, reason: 'noTarget' }, sources });
  if (reading.kind === 'noOccurrence') return valued('figureNothingOccurred', ONE, { params, sources });
  if (reading.kind === 'notApplicable')
    return drafted('figureOut', { state: 'notApplicable' }, { params: { ...params, reason: 'stated' }, sources });
  if (reading.kind === 'missing') return missing(reading.lack, judging, { params, sources });
  const value = reading.value.round(decimals);
  const { share, code } = shareAgainst(target, value);
  const percent = share.times(Rational.of(100)).text();
  return valued(code, share, { params: { ...params, value: value.fixed(decimals), exact: reading.value.text(), percent }, sources });
}

/**
 * 达标满分，未达标按比例, outside a range by the end that is missed. A target of 0 that is exceeded leaves nothing to divide by and gives nothing; on the
 * limit of a ＞ or ＜ target the share is whole although the target is missed, since a better value may not earn less.
 */
export function shareAgainst(target: CountedTarget, value: Rational): { readonly share: Rational; readonly code: string } {
  if (meets(target, value)) return { share: ONE, code: 'figureMet' };
  if (target.kind === 'range') {
    const [low, high] = [Rational.of(target.low), Rational.of(target.high)];
    return value.cmp(high) > 0 ? above(value, high) : below(value, low);
  }
  const limit = Rational.of(target.value);
  const gap = value.cmp(limit);
  return (gap === 0 ? target.operator === 'lt' : gap > 0) ? above(value, limit) : below(value, limit);
}

function meets(target: CountedTarget, value: Rational): boolean {
  if (target.kind === 'range') return value.cmp(Rational.of(target.low)) >= 0 && value.cmp(Rational.of(target.high)) <= 0;
  return MEETS[target.operator](value.cmp(Rational.of(target.value)));
}

const MEETS: Readonly<Record<Operator, (gap: number) => boolean>> = {
  ge: (gap) => gap >= 0,
  le: (gap) => gap <= 0,
  gt: (gap) => gap > 0,
  lt: (gap) => gap < 0,
  eq: (gap) => gap === 0,
};

const above = (value: Rational, limit: Rational) =>
  limit.sign <= 0 ? { share: ZERO, code: 'figureNothing' } : { share: limit.div(value), code: 'figurePartInverse' };

const below = (value: Rational, limit: Rational) => ({
  share: value.sign < 0 || limit.sign <= 0 ? ZERO : value.div(limit),
  code: 'figurePart',
});

function judgeStatus({ id, horizon, reading }: ListedStatus, judging: Judging): Draft {
  const params = { id };
  const { sources } = reading;
  if (reading.kind === 'missing') return missing(reading.lack, judging, { params, sources });
  if (reading.kind !== 'value' || reading.value === 'notApplicable')
    return drafted('figureOut', { state: 'notApplicable' }, { params: { ...params, reason: 'stated' }, sources });
  return byStatus('figureStatus', reading.value, judging.status[horizon]?.get(reading.value), ONE, { params, sources });
}

/** 有时限的事项: finished in time, finished late, or by its status where it is unfinished although the deadline has passed. */
function judgeDate({ id, before, printed, date, status }: ListedDate, judging: Judging): Draft {
  const params = { id, before, printed };
  const sources = [...date.sources, ...status.sources];
  const stated = status.kind === 'value' ? status.value : null;
  if (date.kind === 'value' && (stated === null || stated === 'done')) {
    const inTime = date.value < before;
    const percent = judging.late.times(Rational.of(100)).text();
    return valued(inTime ? 'figureOnTime' : 'figureLate', inTime ? ONE : judging.late, {
      params: { ...params, percent, date: date.value },
      sources,
    });
  }
  if (stated === null) return missing(lackOf(status), judging, { params, sources });
  if (stated === 'notApplicable')
    return drafted('figureOut', { state: 'notApplicable' }, { params: { ...params, reason: 'stated' }, sources });
  return byStatus('figureLate', stated, judging.status.annual?.get(stated), judging.late, { params, sources });
}

type Rest = Parameters<typeof drafted>[2] & { readonly params: Readonly<Record<string, string>> };

function byStatus(code: string, word: TaskStatus, share: Rational | undefined, factor: Rational, rest: Rest): Draft {
  const params = { ...rest.params, word };
  if (share === undefined)
    return lacking('figureOpen', [{ code: 'unreadable', params: { column: `status:${rest.params['id'] ?? ''}`, text: word } }], {
      ...rest,
      params,
    });
  const value = share.times(factor);
  return valued(code, value, { ...rest, params: { ...params, percent: value.times(Rational.of(100)).text() } });
}

const lackOf = (reading: Reading<unknown>): Lack =>
  reading.kind === 'missing' ? reading.lack : { code: 'returned', params: { reason: 'noAnswer' } };

function missing(lack: Lack, { missing: gives }: Judging, rest: Rest): Draft {
  const params = { ...rest.params, lack: lack.code, ...lack.params };
  return gives === 'zero' ? valued('figureZero', ZERO, { ...rest, params }) : lacking('figureOpen', [lack], { ...rest, params });
}
