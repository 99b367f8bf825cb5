import { exact, type ExactNumber } from '../numbers/decimal.ts';
import type { Measure } from '../plan/schema.ts';
import type { ScoreContext } from './context.ts';
import type { SourceRef, StoredAnswer } from './types.ts';

/**
 * Why a measure has no value: no return at all, a blank, only one part of a rate, a denominator of 0 that must be explained, or 不涉及 where
 * the plan sets a number. A reporting unit cannot lift the plan's own target by writing 不涉及; that would be the bureau's decision.
 */
export type MissingReason = 'noReturn' | 'noAnswer' | 'partMissing' | 'zeroDenominator' | 'notApplicable';

export type MeasureReading =
  | { readonly kind: 'value'; readonly value: ExactNumber; readonly unitId: string; readonly sources: readonly SourceRef[] }
  | { readonly kind: 'noOccurrence'; readonly unitId: string; readonly sources: readonly SourceRef[] }
  | { readonly kind: 'missing'; readonly reason: MissingReason; readonly unitId: string; readonly sources: readonly SourceRef[] };

/** The figure of the first-named lead unit (首位牵头单位), or of the next one that gives it. */
export function readMeasure(measure: Measure, leadUnits: readonly string[], context: ScoreContext): MeasureReading {
  const readings = leadUnits.map((unitId) => readOwn(measure, unitId, context));
  const usable = readings.find((reading) => reading.kind !== 'missing');
  const answered = readings.find((reading) => reading.sources.length > 0);
  return usable ?? answered ?? readings[0] ?? { kind: 'missing', reason: 'noReturn', unitId: '', sources: [] };
}

function readOwn(measure: Measure, unitId: string, context: ScoreContext): MeasureReading {
  if (context.returnOf(unitId) === undefined) return { kind: 'missing', reason: 'noReturn', unitId, sources: [] };
  return measure.kind === 'rate' ? readRate(measure, unitId, context) : readAmount(measure, unitId, context);
}

/** Amounts: 当年新增 where the measure counts the year's increment and asks for it apart, else the value, which for ＊ indicators is 累计. */
function readAmount(measure: Measure, unitId: string, context: ScoreContext): MeasureReading {
  const increment = measure.basis === 'increment' ? context.answer(unitId, measure.id, 'increment') : undefined;
  return readSingle(measure, increment ?? context.answer(unitId, measure.id, 'value'), unitId);
}

/** 比率: exactly from 分子 and 分母; only without them from the typed percentage. */
function readRate(measure: Measure, unitId: string, context: ScoreContext): MeasureReading {
  const numerator = context.answer(unitId, measure.id, 'numerator');
  const denominator = context.answer(unitId, measure.id, 'denominator');
  const typed = context.answer(unitId, measure.id, 'value');
  const parts = [numerator, denominator].flatMap((answer) => (answer === undefined ? [] : [answer.source]));
  const [above, below] = [quantityOf(numerator), quantityOf(denominator)];
  if (below?.isZero() === true) return zeroDenominator(measure, above, unitId, parts);
  if (above !== null && below !== null)
    return { kind: 'value', value: above.times(measure.unit === '%' ? 100 : 1).div(below), unitId, sources: parts };
  if (quantityOf(typed) !== null) return readSingle(measure, typed, unitId);
  if (denominator?.value.kind === 'notApplicable' && (above === null || above.isZero())) return notApplicable(measure, unitId, parts);
  if (parts.length > 0 && (above !== null || below !== null)) return { kind: 'missing', reason: 'partMissing', unitId, sources: parts };
  return readSingle(measure, typed ?? numerator, unitId);
}

function readSingle(measure: Measure, answer: StoredAnswer | undefined, unitId: string): MeasureReading {
  if (answer === undefined) return { kind: 'missing', reason: 'noAnswer', unitId, sources: [] };
  if (answer.value.kind === 'notApplicable') return notApplicable(measure, unitId, [answer.source]);
  const value = quantityOf(answer);
  if (value === null) return { kind: 'missing', reason: 'noAnswer', unitId, sources: [answer.source] };
  return { kind: 'value', value, unitId, sources: [answer.source] };
}

/** 0/0 means that nothing occurred where the plan's data say so; anything else over 0 must be explained. */
function zeroDenominator(measure: Measure, above: ExactNumber | null, unitId: string, sources: readonly SourceRef[]): MeasureReading {
  const nothing = measure.zeroDenominator === 'complete' && (above === null || above.isZero());
  return nothing ? { kind: 'noOccurrence', unitId, sources } : { kind: 'missing', reason: 'zeroDenominator', unitId, sources };
}

/** 无 or 不涉及 on a rate whose occasion may not arise (no fires found, no complaints) is the same as 0/0. */
function notApplicable(measure: Measure, unitId: string, sources: readonly SourceRef[]): MeasureReading {
  const nothing = measure.kind === 'rate' && measure.zeroDenominator === 'complete';
  return nothing ? { kind: 'noOccurrence', unitId, sources } : { kind: 'missing', reason: 'notApplicable', unitId, sources };
}

function quantityOf(answer: StoredAnswer | undefined): ExactNumber | null {
  return answer?.value.kind === 'quantity' ? exact(answer.value.value) : null;
}
