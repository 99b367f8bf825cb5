import { expect } from 'vitest';
import { parsePeriod, type Period } from '../../../../../../shared/domain/air/period.ts';
import type { StandardChoice } from '../../../../../../shared/domain/air/standards/evaluation-standard.ts';
import type { Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import { daysOfYear } from '../../../../../../shared/domain/calendar.ts';
import { type BothDays, placeDay } from './arbitraries.ts';
import { ALL, compositeIndexOf, dailyAqiOf, type Edition, INDEX_LIMITS, PERCENT, type Rounding, type Values } from './oracle.ts';
import { meanOf, over, percentileOf, printed, type Rational, rational, standsFor } from './rational.ts';

const WEIGHTS = { so2: '1', no2: '1', co: '1', o3: '1', pm10: '1', pm25: '1' };

/** 沙尘: on which of the days, by their place in the list, and what is taken out. */
export interface OracleDust {
  readonly on: ReadonlySet<number>;
  readonly concentrations: boolean;
  readonly days: 'kept' | 'without-pm' | 'left-out';
}

const NO_DUST: OracleDust = { on: new Set(), concentrations: false, days: 'kept' };

const isParticle = (pollutant: Pollutant): boolean => pollutant === 'pm10' || pollutant === 'pm25';

/** The days lie at the beginning of the period, in any case in order. */
export function holdAgainst(
  days: readonly BothDays[],
  text: string,
  { choice, rounding, dust = NO_DUST }: { choice: StandardChoice; rounding: Rounding; dust?: OracleDust },
): void {
  const period = known(parsePeriod(text));
  const dates = daysOfYear(Number(text.slice(0, 4)))
    .filter((date) => date >= period.from && date <= period.to)
    .slice(0, days.length);
  const series = {
    placeId: 'oracle',
    days: dates.map((date, index) => placeDay(date, days[index] ?? NOTHING)),
    dustDates: new Set(dates.filter((_, index) => dust.on.has(index))),
  };
  const found = evaluatePeriod(series, period, {
    standard: choice,
    dust: { concentrations: dust.concentrations, days: dust.days },
    index: { rounding, weights: WEIGHTS },
  });
  const used = days.slice(0, dates.length);
  const values = {} as Record<Pollutant, Rational | null>;
  for (const pollutant of ALL) {
    const out = dust.concentrations && isParticle(pollutant);
    const own = used.flatMap((day, index) => (out && dust.on.has(index) ? [] : (day.values[pollutant] ?? [])));
    const [mean, percent] = [meanOf(own), percentileOf(own, rational(PERCENT[pollutant]))];
    values[pollutant] = pollutant === 'co' || pollutant === 'o3' ? percent : mean;
    const figures = found.concentrations[pollutant];
    expect(figures === null).toBe(mean === null);
    if (figures === null || mean === null || percent === null) continue;
    expect([pollutant, standsFor(figures.mean.exact, mean), standsFor(figures.percentile.exact, percent)]).toEqual([pollutant, true, true]);
    expect(figures.value.published).toBe(printed(values[pollutant] ?? mean, pollutant === 'co' || pollutant === 'pm25' ? 1 : 0));
    expect(figures.value.judged).toBe(printed(values[pollutant] ?? mean, pollutant === 'co' ? 1 : 0));
  }
  expectIndex(found.compositeIndex, values, editionOf(period.to, choice), rounding);
  expect(pick(found.days)).toEqual(countsOf(used, dates, choice, dust));
}

const NOTHING: BothDays = { values: { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null }, oneHour: null };

function expectIndex(
  found: { readonly exact: string; readonly published: string; readonly complete: boolean } | null,
  values: Values,
  edition: Edition,
  rounding: Rounding,
): void {
  const expected = compositeIndexOf(values, INDEX_LIMITS[edition], { rounding });
  expect(found === null).toBe(expected === null);
  if (found === null || expected === null) return;
  expect(standsFor(found.exact, expected)).toBe(true);
  expect(found.published).toBe(printed(expected, 2));
  expect(found.complete).toBe(ALL.every((pollutant) => values[pollutant] !== null));
}

interface Counts {
  readonly valid: number;
  readonly good: number;
  readonly heavy: number;
  readonly na: number;
  readonly ratio: string | null;
  readonly byPrimary: Readonly<Record<Pollutant, number>>;
}

const pick = ({ valid, good, heavy, na, ratio, byPrimary }: Counts): Counts => ({ valid, good, heavy, na, ratio, byPrimary });

/**
 * A day counts above AQI 100 whatever is missing, else when nothing is missing. One with dust counts as measured, not at all, or as if PM10 and
 * PM2.5 were not monitored on it.
 */
function countsOf(days: readonly BothDays[], dates: readonly string[], choice: StandardChoice, dust: OracleDust): Counts {
  const all = ALL.filter((pollutant) => days.some((day) => day.values[pollutant] !== null));
  const byPrimary = { so2: 0, no2: 0, co: 0, o3: 0, pm10: 0, pm25: 0 };
  let [valid, good, heavy, na] = [0, 0, 0, 0];
  for (const [index, day] of days.entries()) {
    const dusty = dust.on.has(index);
    if (dusty && dust.days === 'left-out') continue;
    const gases = dusty && dust.days === 'without-pm';
    const values = gases ? { ...day.values, pm10: null, pm25: null } : day.values;
    const monitored = gases ? all.filter((pollutant) => !isParticle(pollutant)) : all;
    const edition = editionOf(dates[index] ?? '', choice);
    const { status, aqi, primary } = dailyAqiOf(values, day.oneHour, edition, monitored);
    if (status === 'none') continue;
    if (aqi === null) {
      // Above 300, whatever its number.
      valid += 1;
      heavy += 1;
      byPrimary.o3 += 1;
      continue;
    }
    const complete = monitored.every((pollutant) => values[pollutant] !== null);
    if (!complete && aqi <= 100) {
      na += 1;
      continue;
    }
    valid += 1;
    if (aqi <= 100) good += 1;
    if (aqi > 200) heavy += 1;
    for (const pollutant of primary) byPrimary[pollutant] += 1;
  }
  return { valid, good, heavy, na, ratio: valid === 0 ? null : printed(over(rational(good * 100), rational(valid)), 1), byPrimary };
}

const editionOf = (date: string, choice: StandardChoice): Edition =>
  choice === '2012' || (choice === 'byDate' && date < '2026-03-01') ? '2012' : '2026';

function known(period: Period | null): Period {
  if (period === null) throw new RangeError('no period');
  return period;
}
