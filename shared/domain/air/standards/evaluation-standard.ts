import type { AqiStandard } from './aqi-standard.ts';
import { GB_3095_2012, GB_3095_2026_FINAL, GB_3095_2026_TRANSITION, type QualityStandard } from './gb3095.ts';
import { HJ_633_2012 } from './hj633-2012.ts';
import { HJ_633_2026 } from './hj633-2026.ts';
import type { EvaluationEdition } from './hj663.ts';

/** 评价标准: the three standards that hold together, with their days. */
export interface EvaluationStandard {
  readonly id: StandardId;
  /** First and last day on which it holds; null: without end. */
  readonly from: string | null;
  readonly to: string | null;
  readonly quality: QualityStandard;
  readonly aqi: AqiStandard;
  readonly evaluation: EvaluationEdition;
  /** Clauses by which a day counts (有效天): above 100 whatever is missing, complete, and not where something is missing and the rest is at most 100. */
  readonly countedDays: Readonly<Record<'exceeded' | 'complete' | 'incomplete', string>>;
}

export const STANDARD_IDS = ['2012', '2026', '2031'] as const;
export type StandardId = (typeof STANDARD_IDS)[number];

/** By the date of each day, or one standard for every day whatever its date. */
export type StandardChoice = 'byDate' | StandardId;

/** A pollutant over its limit makes the day polluted whatever else is missing; a day that lacks one and has no exceedance is not judged. */
const BY_HJ_663_2013 = { exceeded: 'HJ 663-2013 6.1', complete: 'HJ 663-2013 6.1', incomplete: 'HJ 663-2013 6.1' };
/** AQI, level and primary pollutant are published where the rest is above 100, else they are NA; what is not monitored is not missing. */
const BY_HJ_633_2026 = { exceeded: 'HJ 633-2026 5.3.1', complete: 'HJ 633-2026 5.3.2', incomplete: 'HJ 633-2026 5.3.1' };

/** Oldest first; every day belongs to exactly one. */
export const EVALUATION_STANDARDS: readonly EvaluationStandard[] = [
  {
    id: '2012',
    from: null,
    to: '2026-02-28',
    quality: GB_3095_2012,
    aqi: HJ_633_2012,
    evaluation: 'HJ 663-2013',
    countedDays: BY_HJ_663_2013,
  },
  {
    id: '2026',
    from: '2026-03-01',
    to: '2030-12-31',
    quality: GB_3095_2026_TRANSITION,
    aqi: HJ_633_2026,
    evaluation: 'HJ 663-2026',
    countedDays: BY_HJ_633_2026,
  },
  {
    id: '2031',
    from: '2031-01-01',
    to: null,
    quality: GB_3095_2026_FINAL,
    aqi: HJ_633_2026,
    evaluation: 'HJ 663-2026',
    countedDays: BY_HJ_633_2026,
  },
];

/** The standard a day is judged by. */
export function standardOf(date: string, choice: StandardChoice = 'byDate'): EvaluationStandard {
  const standard = EVALUATION_STANDARDS.find((entry) =>
    choice === 'byDate' ? (entry.from === null || entry.from <= date) && (entry.to === null || date <= entry.to) : entry.id === choice,
  );
  if (standard === undefined) throw new RangeError(`no standard for ${date}, ${choice}`);
  return standard;
}

/** Standards that hold on some day from `from` to `to` (ISO dates, both included): more than one makes a mixed period, such as the year 2026. */
export const standardsWithin = (from: string, to: string): readonly EvaluationStandard[] =>
  EVALUATION_STANDARDS.filter((entry) => (entry.from === null || entry.from <= to) && (entry.to === null || from <= entry.to));
