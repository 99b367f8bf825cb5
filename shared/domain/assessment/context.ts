import type { DecimalText } from '../numbers/decimal.ts';
import type { AdoptedTarget } from '../plan/conflict-types.ts';
import type { YearPlan } from '../plan/years/plan-for-year.ts';
import type { AnswerField } from '../returns/types.ts';
import type { ScoringScheme } from './scheme.ts';
import type { Consent, StoredAnswer, StoredReturn, TownAir } from './types.ts';

export interface ScoreInput {
  readonly plan: YearPlan;
  readonly scheme: ScoringScheme;
  readonly year: number;
  /** Measure id → the target that holds for the year; a measure without one is not judged by figure. */
  readonly adopted: ReadonlyMap<string, AdoptedTarget>;
  readonly answers: readonly StoredAnswer[];
  readonly returns: readonly StoredReturn[];
  /** 同意不涉及 that hold for the year. */
  readonly consents: readonly Consent[];
  readonly townAir: readonly TownAir[];
  /** Measure id → what was settled elsewhere for the year (上级认定): it counts in place of what units report. */
  readonly settled?: ReadonlyMap<string, SettledValue>;
}

/** 上级认定: a value with the document that settles it. */
export interface SettledValue {
  readonly value: DecimalText;
  readonly document: string;
}

/** The input with its lookups, made once a run. */
export interface ScoreContext extends Omit<ScoreInput, 'answers' | 'returns' | 'consents' | 'townAir' | 'settled'> {
  answer(unitId: string, rowId: string, field: AnswerField): StoredAnswer | undefined;
  returnOf(unitId: string): StoredReturn | undefined;
  consentTo(unitId: string, rowId: string): Consent | undefined;
  airOf(unitId: string): TownAir | undefined;
  unitName(unitId: string): string;
  settledOf(measureId: string): SettledValue | undefined;
}

export function createScoreContext(input: ScoreInput): ScoreContext {
  const answers = new Map(input.answers.map((answer) => [`${answer.unitId}|${answer.rowId}|${answer.field}`, answer]));
  const returns = new Map(input.returns.map((entry) => [entry.unitId, entry]));
  const consents = new Map(input.consents.map((consent) => [`${consent.unitId}|${consent.rowId}`, consent]));
  const air = new Map(input.townAir.map((entry) => [entry.unitId, entry]));
  const names = new Map(input.plan.units.map((unit) => [unit.id, unit.name]));
  const { plan, scheme, year, adopted } = input;
  return {
    plan,
    scheme,
    year,
    adopted,
    answer: (unitId, rowId, field) => answers.get(`${unitId}|${rowId}|${field}`),
    returnOf: (unitId) => returns.get(unitId),
    consentTo: (unitId, rowId) => consents.get(`${unitId}|${rowId}`),
    airOf: (unitId) => air.get(unitId),
    unitName: (unitId) => names.get(unitId) ?? unitId,
    settledOf: (measureId) => input.settled?.get(measureId),
  };
}
