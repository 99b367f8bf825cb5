import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';

/** Value of each pollutant over a period: mean, of CO the 95th, of O3 the 90th percentile; null without data. */
export type PeriodValues = Readonly<Record<Pollutant, number | null>>;

export interface PeriodResult {
  readonly values: PeriodValues;
  /** 综合指数, unrounded; null unless all six pollutants are there. */
  readonly index: number | null;
  readonly validDays: number;
  readonly goodDays: number;
  /** By the index to two decimals, 并列 with skipped ranks; null for towns whose data do not suffice. */
  readonly rank: number | null;
}

/** What each way hands in, as plain numbers so that it can be held against the others. */
export interface AirResults {
  /** Daily AQI by town (ascending) and day of the year; null without data. */
  readonly aqi: readonly (readonly (number | null)[])[];
  /** By town; the twelve months and the year. */
  readonly periods: readonly (readonly PeriodResult[])[];
}

export const PERIODS: readonly string[] = [
  ...Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')}`),
  '2024',
];

export interface Comparison {
  readonly aqiDays: number;
  /** Days whose AQI differs, for the list. */
  readonly aqiDifferences: readonly string[];
  /** Periods whose numbers differ by more than 1e-9, whose ranks differ, or whose counts differ beyond what a differing AQI explains. */
  readonly periodDifferences: readonly string[];
  readonly rankDifferences: number;
  readonly values: number;
}

const TOLERANCE = 1e-9;

/** Holds another way's results against ours. */
export function compareResults(ours: AirResults, other: AirResults): Comparison {
  const aqiDifferences: string[] = [];
  const periodDifferences: string[] = [];
  let [aqiDays, values, rankDifferences] = [0, 0, 0];
  if (ours.aqi.length !== other.aqi.length) throw new Error(`towns: ${ours.aqi.length} and ${other.aqi.length}`);
  for (const [town, days] of ours.aqi.entries()) {
    for (const [day, aqi] of days.entries()) {
      aqiDays += 1;
      const theirs = other.aqi[town]?.[day] ?? null;
      if (aqi !== theirs) aqiDifferences.push(`town ${town + 1}, day ${day + 1}: ${aqi} / ${theirs}`);
    }
    for (const [index, period] of (ours.periods[town] ?? []).entries()) {
      const theirs = other.periods[town]?.[index];
      const where = `town ${town + 1}, ${PERIODS[index]}`;
      if (theirs === undefined) throw new Error(`missing: ${where}`);
      values += POLLUTANTS.length + 1;
      periodDifferences.push(...differences(period, theirs).map((text) => `${where}: ${text}`));
      if (period.rank !== theirs.rank) rankDifferences += 1;
    }
  }
  return { aqiDays, aqiDifferences, periodDifferences, rankDifferences, values };
}

function differences(ours: PeriodResult, theirs: PeriodResult): string[] {
  const found = POLLUTANTS.filter((pollutant) => !near(ours.values[pollutant], theirs.values[pollutant])).map(
    (pollutant) => `${pollutant} ${ours.values[pollutant]} / ${theirs.values[pollutant]}`,
  );
  if (!near(ours.index, theirs.index)) found.push(`index ${ours.index} / ${theirs.index}`);
  if (ours.validDays !== theirs.validDays) found.push(`valid days ${ours.validDays} / ${theirs.validDays}`);
  if (ours.goodDays !== theirs.goodDays) found.push(`good days ${ours.goodDays} / ${theirs.goodDays}`);
  if (ours.rank !== theirs.rank) found.push(`rank ${ours.rank} / ${theirs.rank}`);
  return found;
}

function near(left: number | null, right: number | null): boolean {
  if (left === null || right === null) return left === right;
  return Math.abs(left - right) <= TOLERANCE * Math.max(1, Math.abs(left));
}
