import { expect } from 'vitest';
import { parsePeriod, type Period } from '../../../../../../shared/domain/air/period.ts';
import type { StandardChoice } from '../../../../../../shared/domain/air/standards/evaluation-standard.ts';
import type { Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import { actingDays, type ActingDays } from '../../../../../../shared/domain/monitoring/events/acting-days.ts';
import type { OtherEventKind } from '../../../../../../shared/domain/monitoring/events/event-kinds.ts';
import type { ExceptionalEvent } from '../../../../../../shared/domain/monitoring/events/exceptional-events.ts';
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

/** 例外事件 other than dust: on which of the days, what it touches, and how the work takes it out. */
export interface OracleEvent extends OracleDust {
  readonly kind: OtherEventKind;
  readonly touched: readonly Pollutant[];
}

const NO_DUST: OracleDust = { on: new Set(), concentrations: false, days: 'kept' };

const isParticle = (pollutant: Pollutant): boolean => pollutant === 'pm10' || pollutant === 'pm25';

/** The days lie at the beginning of the period, in any case in order. */
export function holdAgainst(
  days: readonly BothDays[],
  text: string,
  {
    choice,
    rounding,
    dust = NO_DUST,
    events = [],
  }: { choice: StandardChoice; rounding: Rounding; dust?: OracleDust; events?: readonly OracleEvent[] },
): void {
  const period = known(parsePeriod(text));
  const dates = daysOfYear(Number(text.slice(0, 4)))
    .filter((date) => date >= period.from && date <= period.to)
    .slice(0, days.length);
  const series = {
    placeId: 'oracle',
    days: dates.map((date, index) => placeDay(date, days[index] ?? NOTHING)),
    ...actingSeries(dates, dust, events),
  };
  const found = evaluatePeriod(series, period, {
    standard: choice,
    dust: { concentrations: dust.concentrations, days: dust.days },
    index: { rounding, weights: WEIGHTS },
  });
  const used = days.slice(0, dates.length);
  const values = {} as Record<Pollutant, Rational | null>;
  for (const pollutant of ALL) {
    const own = used.flatMap((day, index) => (isOut(index, pollutant, dust, events) ? [] : (day.values[pollutant] ?? [])));
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
  expect(pick(found.days)).toEqual(countsOf(used, dates, choice, dust, events));
  const touched = dates.filter((_, index) => events.some((event) => acts(event) && event.on.has(index)) && hasValue(used[index])).length;
  expect(found.events?.days ?? 0).toBe(touched);
  if (found.events === undefined) return;
  // What stands beside is everything as it was measured.
  const { goodDays, validDays, pm25 } = found.events.measured;
  const all = countsOf(used, dates, choice, NO_DUST, []);
  expect([goodDays, validDays]).toEqual([all.good, all.valid]);
  const mean = meanOf(used.flatMap((day) => day.values.pm25 ?? []));
  expect(pm25?.published ?? null).toBe(mean === null ? null : printed(mean, 1));
}

const acts = ({ concentrations, days }: OracleDust): boolean => concentrations || days !== 'kept';

const hasValue = (day: BothDays | undefined): boolean => ALL.some((pollutant) => (day?.values[pollutant] ?? null) !== null);

/** The same as the product knows it: one event a day and kind. */
function actingSeries(dates: readonly string[], dust: OracleDust, events: readonly OracleEvent[]): ActingDays {
  const told = events.flatMap(({ kind, touched, on }, index): ExceptionalEvent[] =>
    dates.flatMap((date, day) => (on.has(day) ? [eventOn(date, kind, touched, index * 1000 + day)] : [])),
  );
  return actingDays('oracle', {
    events: told,
    listed: dates.filter((_, index) => dust.on.has(index)),
    switchesOn: (kind) => events.find((event) => event.kind === kind) ?? NO_DUST,
  });
}

const eventOn = (date: string, kind: OtherEventKind, pollutants: readonly Pollutant[], id: number): ExceptionalEvent => ({
  id,
  kind,
  name: '',
  from: date,
  to: date,
  hours: null,
  places: 'all',
  pollutants,
  note: '',
  state: 'approved',
  approval: null,
  evidence: [],
  statements: [],
  lastAct: 'approve',
});

const isOut = (index: number, pollutant: Pollutant, dust: OracleDust, events: readonly OracleEvent[]): boolean =>
  (dust.concentrations && isParticle(pollutant) && dust.on.has(index)) ||
  events.some((event) => event.concentrations && event.on.has(index) && event.touched.includes(pollutant));

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
 * PM2.5 were not monitored on it; one with another event the same with what that touches. What two events of one day take out adds up.
 */
function countsOf(
  days: readonly BothDays[],
  dates: readonly string[],
  choice: StandardChoice,
  dust: OracleDust,
  events: readonly OracleEvent[],
): Counts {
  const all = ALL.filter((pollutant) => days.some((day) => day.values[pollutant] !== null));
  const byPrimary = { so2: 0, no2: 0, co: 0, o3: 0, pm10: 0, pm25: 0 };
  let [valid, good, heavy, na] = [0, 0, 0, 0];
  for (const [index, day] of days.entries()) {
    const here = [{ ...dust, touched: ALL.filter(isParticle) }, ...events].filter(({ on }) => on.has(index));
    if (here.some((one) => one.days === 'left-out')) continue;
    const gone = new Set(here.flatMap((one) => (one.days === 'without-pm' ? one.touched : [])));
    const values = { ...day.values, ...Object.fromEntries([...gone].map((pollutant) => [pollutant, null])) };
    const monitored = all.filter((pollutant) => !gone.has(pollutant));
    const edition = editionOf(dates[index] ?? '', choice);
    const { status, aqi, primary } = dailyAqiOf(values, gone.has('o3') ? null : day.oneHour, edition, monitored);
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
