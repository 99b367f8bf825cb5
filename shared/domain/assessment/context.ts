import type { DecimalText } from '../numbers/decimal.ts';
import type { AdoptedTarget } from '../plan/conflict-types.ts';
import type { YearPlan } from '../plan/years/plan-for-year.ts';
import type { AnswerField } from '../returns/types.ts';
import { distributePoints } from './points.ts';
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
  /** Measure id, of one unit behind it |unit → what was settled elsewhere for the year (上级认定): it counts in place of what units report or measure. */
  readonly settled?: ReadonlyMap<string, SettledValue>;
}

/** 上级认定: a value with the document that settles it. */
export interface SettledValue {
  readonly value: DecimalText;
  readonly document: string;
}

/** Where a settled figure stands among those of its year. */
export const settledKey = (measureId: string, unitId: string | null): string => (unitId === null ? measureId : `${measureId}|${unitId}`);

/** What reading a row of the returns needs. */
export interface ReturnsContext {
  answer(unitId: string, rowId: string, field: AnswerField): StoredAnswer | undefined;
  returnOf(unitId: string): StoredReturn | undefined;
  consentTo(unitId: string, rowId: string): Consent | undefined;
}

/** The input with its lookups, made once a run. */
export interface ScoreContext extends Omit<ScoreInput, 'answers' | 'returns' | 'consents' | 'townAir' | 'settled'>, ReturnsContext {
  airOf(unitId: string): TownAir | undefined;
  unitName(unitId: string): string;
  /** Of the district, or of one unit. */
  settledOf(measureId: string, unitId?: string): SettledValue | undefined;
  /** distributePoints in the scheme's decimals, once for all units that are judged by the same rows. */
  distributed(max: DecimalText, weights: readonly DecimalText[]): readonly DecimalText[];
}

export function createReturnsContext(input: Pick<ScoreInput, 'answers' | 'returns' | 'consents'>): ReturnsContext {
  const answers = indexAnswers(input.answers);
  const returns = new Map(input.returns.map((entry) => [entry.unitId, entry]));
  const consents = new Map(input.consents.map((consent) => [`${consent.unitId}|${consent.rowId}`, consent]));
  return {
    answer: (unitId, rowId, field) => answers.get(unitId)?.get(rowId)?.[field],
    returnOf: (unitId) => returns.get(unitId),
    consentTo: (unitId, rowId) => consents.get(`${unitId}|${rowId}`),
  };
}

export function createScoreContext(input: ScoreInput): ScoreContext {
  const air = new Map(input.townAir.map((entry) => [entry.unitId, entry]));
  const names = new Map(input.plan.units.map((unit) => [unit.id, unit.name]));
  const { plan, scheme, year, adopted } = input;
  return {
    plan,
    scheme,
    year,
    adopted,
    ...createReturnsContext(input),
    airOf: (unitId) => air.get(unitId),
    unitName: (unitId) => names.get(unitId) ?? unitId,
    settledOf: (measureId, unitId) => input.settled?.get(settledKey(measureId, unitId ?? null)),
    distributed: remembered((max, weights) => distributePoints(max, weights, scheme.decimals.points)),
  };
}

type RowAnswers = Partial<Record<AnswerField, StoredAnswer>>;

/** Unit → row → field; of two answers of one cell the later counts. */
export function indexAnswers(answers: readonly StoredAnswer[]): ReadonlyMap<string, ReadonlyMap<string, Readonly<RowAnswers>>> {
  const units = new Map<string, Map<string, RowAnswers>>();
  for (const answer of answers) {
    const rows = units.get(answer.unitId) ?? new Map<string, RowAnswers>();
    units.set(answer.unitId, rows);
    const row = rows.get(answer.rowId) ?? {};
    rows.set(answer.rowId, row);
    row[answer.field] = answer;
  }
  return units;
}

function remembered(distribute: ScoreContext['distributed']): ScoreContext['distributed'] {
  const known = new Map<string, readonly DecimalText[]>();
  return (max, weights) => {
    const key = `${max}|${weights.join('|')}`;
    const found = known.get(key) ?? distribute(max, weights);
    known.set(key, found);
    return found;
  };
}
