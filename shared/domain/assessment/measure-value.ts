import { exact, type ExactNumber } from '../numbers/decimal.ts';
import type { Measure } from '../plan/schema.ts';
import type { ReturnsContext } from './context.ts';
import { rejectedOf, rowAnswers, saysExempt } from './exemption.ts';
import type { Consent, SourceRef, StoredAnswer } from './types.ts';

/**
 * Why a measure has no value: no return at all, a blank, only one part of a rate, a denominator of 0 that must be explained, a cell in error,
 * one that is held until somebody confirms it (待确认), or 不涉及 without the office's consent. A reporting unit cannot lift the plan's own target by writing 不涉及.
 */
export type MissingReason = 'noReturn' | 'noAnswer' | 'partMissing' | 'zeroDenominator' | 'erroneous' | 'held' | 'exemptionAsked';

interface Read {
  readonly unitId: string;
  readonly sources: readonly SourceRef[];
}

export interface MissingReading extends Read {
  readonly kind: 'missing';
  readonly reason: MissingReason;
  /** A later lead's figure may stand in: the unit has said nothing. An error or a request says something. */
  readonly handsOver: boolean;
}

export type MeasureReading =
  | (Read & { readonly kind: 'value'; readonly value: ExactNumber })
  | (Read & { readonly kind: 'noOccurrence'; readonly consent?: Consent })
  | (Read & { readonly kind: 'exempt'; readonly consent: Consent })
  | MissingReading;

/** What a measure belongs to: the row of an annex, whose 完成状态 speaks for its figures where they are left blank. */
export interface MeasuredRow {
  readonly id: string;
  readonly leadUnits: readonly string[];
}

/** The figure of the first-named lead unit (首位牵头单位); where it has said nothing, that of the next one that gives it. */
export function readMeasure(measure: Measure, row: MeasuredRow, context: ReturnsContext): MeasureReading {
  const readings = row.leadUnits.map((unitId) => readOwn({ measure, rowId: row.id, unitId, context }));
  const [first] = readings;
  if (first !== undefined && (first.kind !== 'missing' || !first.handsOver)) return first;
  const usable = readings.find((reading) => reading.kind === 'value' || reading.kind === 'noOccurrence');
  const exempt = readings.find((reading) => reading.kind === 'exempt');
  const answered = readings.find((reading) => reading.sources.length > 0);
  return usable ?? exempt ?? answered ?? first ?? missing('noReturn', '', []);
}

/** What one unit says of the measure. */
interface Own {
  readonly measure: Measure;
  readonly rowId: string;
  readonly unitId: string;
  readonly context: ReturnsContext;
}

function readOwn(own: Own): MeasureReading {
  const { measure, rowId, unitId, context } = own;
  if (context.returnOf(unitId) === undefined) return missing('noReturn', unitId, []);
  const rejected = rejectedOf(rowAnswers(unitId, measure.id, context));
  if (rejected.length > 0) return unsettled(rejected, unitId);
  const reading = measure.kind === 'rate' ? readRate(own) : readAmount(own);
  if (reading.kind !== 'missing' || reading.reason !== 'noAnswer' || reading.sources.length > 0) return reading;
  const status = context.answer(unitId, rowId, 'status');
  // 不涉及 said of the whole task is said of a figure that is left blank.
  return status === undefined || !saysExempt(status) ? reading : requested(own, context.consentTo(unitId, rowId), [status.source], reading);
}

const missing = (reason: MissingReason, unitId: string, sources: readonly SourceRef[], handsOver = true): MissingReading => ({
  kind: 'missing',
  reason,
  unitId,
  sources,
  handsOver,
});

/** A cell in error or held, the error first; of a rate the error may be that a part of it is not there, or is 0. */
export function unsettled(barred: readonly StoredAnswer[], unitId: string): MissingReading {
  const rejected = barred.filter(({ value }) => value.kind === 'rejected');
  if (rejected.length === 0)
    return missing(
      'held',
      unitId,
      barred.map(({ source }) => source),
      false,
    );
  const [only, ...others] = new Set(rejected.map(({ value }) => (value.kind === 'rejected' ? value.value : '')));
  const reason = others.length > 0 ? 'erroneous' : (REASONS.get(only ?? '') ?? 'erroneous');
  const sources = rejected.map((answer) => answer.source);
  return missing(reason, unitId, sources, false);
}

const REASONS: ReadonlyMap<string, MissingReason> = new Map([
  ['RATE_PART_MISSING', 'partMissing'],
  ['RATE_DENOMINATOR_ZERO', 'zeroDenominator'],
]);

/** Amounts: 当年新增 where the measure counts the year's increment and asks for it apart, else the value, which for ＊ indicators is 累计. */
function readAmount(own: Own): MeasureReading {
  const { measure, unitId, context } = own;
  const increment = measure.basis === 'increment' ? context.answer(unitId, measure.id, 'increment') : undefined;
  // 不涉及 may stand in any cell of its row.
  const exempt = rowAnswers(unitId, measure.id, context).find((answer) => answer.value.kind === 'notApplicable');
  return readSingle(own, increment ?? context.answer(unitId, measure.id, 'value') ?? exempt);
}

/** 比率: exactly from 分子 and 分母; only without them from the typed percentage. */
function readRate(own: Own): MeasureReading {
  const { measure, unitId, context } = own;
  const numerator = context.answer(unitId, measure.id, 'numerator');
  const denominator = context.answer(unitId, measure.id, 'denominator');
  const typed = context.answer(unitId, measure.id, 'value');
  const parts = [numerator, denominator].flatMap((answer) => (answer === undefined ? [] : [answer.source]));
  const [above, below] = [quantityOf(numerator), quantityOf(denominator)];
  if (below?.isZero() === true) return zeroDenominator(measure, above, unitId, parts);
  if (above !== null && below !== null)
    return { kind: 'value', value: above.times(measure.unit === '%' ? 100 : 1).div(below), unitId, sources: parts };
  if (quantityOf(typed) !== null) return readSingle(own, typed);
  if (denominator?.value.kind === 'notApplicable' && (above === null || above.isZero())) return exemption(own, parts);
  if (parts.length > 0 && (above !== null || below !== null)) return missing('partMissing', unitId, parts);
  return readSingle(own, typed ?? numerator);
}

function readSingle(own: Own, answer: StoredAnswer | undefined): MeasureReading {
  const { unitId } = own;
  if (answer === undefined) return missing('noAnswer', unitId, []);
  if (answer.value.kind === 'notApplicable') return exemption(own, [answer.source]);
  const value = quantityOf(answer);
  return value === null ? missing('noAnswer', unitId, [answer.source]) : { kind: 'value', value, unitId, sources: [answer.source] };
}

/** 0/0 means that nothing occurred where the plan's data say so; anything else over 0 must be explained. */
function zeroDenominator(measure: Measure, above: ExactNumber | null, unitId: string, sources: readonly SourceRef[]): MeasureReading {
  const nothing = measure.zeroDenominator === 'complete' && (above === null || above.isZero());
  return nothing ? { kind: 'noOccurrence', unitId, sources } : missing('zeroDenominator', unitId, sources);
}

/**
 * 不涉及 in the figure's own cells. The consent may be to the figure, or to the whole task where the unit says it of that too. Before consents
 * were asked for it was the same as 0/0 on a rate whose occasion may not arise (no fires found, no complaints), and left others missing.
 */
function exemption(own: Own, sources: readonly SourceRef[]): MeasureReading {
  const { measure, rowId, unitId, context } = own;
  const ofTask = saysExempt(context.answer(unitId, rowId, 'status')) ? context.consentTo(unitId, rowId) : undefined;
  const consent = context.consentTo(unitId, measure.id) ?? ofTask;
  const nothing = measure.kind === 'rate' && measure.zeroDenominator === 'complete' && consent !== undefined;
  const before = nothing ? ({ kind: 'noOccurrence', unitId, sources, consent } as const) : missing('exemptionAsked', unitId, sources);
  return requested(own, consent, sources, before);
}

/** 申请不涉及, by whether the office has consented; `before` is what the request counted as before consents were asked for. */
function requested({ unitId }: Own, consent: Consent | undefined, sources: readonly SourceRef[], before: MeasureReading): MeasureReading {
  if (consent === undefined) return missing('exemptionAsked', unitId, sources, false);
  return consent.asBefore ? before : { kind: 'exempt', consent, unitId, sources };
}

function quantityOf(answer: StoredAnswer | undefined): ExactNumber | null {
  return answer?.value.kind === 'quantity' ? exact(answer.value.value) : null;
}
