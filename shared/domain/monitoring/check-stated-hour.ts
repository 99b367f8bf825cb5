import { hourlyIaqi } from '../air/aqi/iaqi.ts';
import { HOUR_SCALE } from '../air/hours/hours-of-day.ts';
import type { AqiStandard } from '../air/standards/aqi-standard.ts';
import { standardOf } from '../air/standards/evaluation-standard.ts';
import { categoryOf } from '../air/standards/levels.ts';
import { type Pollutant, POLLUTANTS } from '../air/standards/pollutants.ts';
import { exact, toText } from '../numbers/decimal.ts';
import { fractionOf } from '../numbers/fraction.ts';
import { type ReckonedAqi, reportStated, type StatedCell } from './check-stated.ts';
import type { Notices } from './notices.ts';
import { bucketKey, type DayBucket, type Place, type ValueStore } from './value-store.ts';

/** Holds what a row states of an hour against its concentrations. */
export type HourCheck = (at: Place & { readonly hour: number }, said: readonly StatedCell[]) => void;

/**
 * AQI, level, primary pollutant and 分指数 of an hour as the file states them against those of its own concentrations (实时报). Row by row, because nobody can
 * hold a year of them; equal concentrations are reckoned once.
 */
export function hourCheck(store: ValueStore, notices: Notices, nameOf: (placeId: string, station: string) => string): HourCheck {
  const known = new Map<AqiStandard, ReadonlyMap<Pollutant, Indexes>>();
  const indexesOf = (standard: AqiStandard): ReadonlyMap<Pollutant, Indexes> => {
    const made = known.get(standard) ?? new Map(POLLUTANTS.map((pollutant): [Pollutant, Indexes] => [pollutant, new Map()]));
    known.set(standard, made);
    return made;
  };
  let last: OneDay | null = null;
  const dayOf = (at: Place): OneDay | null => {
    // Most rows are the next hour of the same day.
    if (last !== null && last.date === at.date && last.placeId === at.placeId && last.station === at.station) return last;
    const bucket = store.buckets.get(bucketKey(at));
    if (bucket === undefined) return null;
    const standard = standardOf(at.date).aqi;
    const slots = POLLUTANTS.map((pollutant) => ({ pollutant, indexes: indexesOf(standard).get(pollutant) ?? new Map() }));
    last = { placeId: at.placeId, station: at.station, date: at.date, hourly: bucket.hourly, standard, slots };
    return last;
  };
  return (at, said) => {
    const day = dayOf(at);
    if (day === null) return;
    const iaqi: Partial<Record<Pollutant, number>> = {};
    const used: Pollutant[] = [];
    for (const { pollutant, indexes } of day.slots) {
      const value = day.hourly.get(pollutant)?.values[at.hour] ?? -1;
      if (value < 0) continue;
      const index = indexOf(indexes, pollutant, value, day.standard);
      // SO2 above 800 has no index of its own hour (HJ 633-2012), and so none is known.
      if (index === null) return;
      iaqi[pollutant] = index;
      used.push(pollutant);
    }
    if (used.length === 0) return;
    reportStated(said, reckoned(iaqi, used), notices, () => ({
      place: nameOf(at.placeId, at.station),
      date: at.date,
      hour: at.hour,
    }));
  };
}

/** 分指数 of an hour by thousandths. */
type Indexes = Map<number, number | null>;

/** The day of the row before, with what its hours are held against. */
interface OneDay {
  readonly placeId: string;
  readonly station: string;
  readonly date: string;
  readonly hourly: DayBucket['hourly'];
  readonly standard: AqiStandard;
  readonly slots: readonly { readonly pollutant: Pollutant; readonly indexes: Indexes }[];
}

function indexOf(indexes: Indexes, pollutant: Pollutant, thousandths: number, standard: AqiStandard): number | null {
  const known = indexes.get(thousandths);
  if (known !== undefined) return known;
  const index = hourlyIaqi(pollutant, fractionOf(toText(exact(thousandths).div(HOUR_SCALE))), standard);
  indexes.set(thousandths, index);
  return index;
}

const HIGHEST_EXCELLENT = 50;

function reckoned(iaqi: ReckonedAqi['iaqi'], used: readonly Pollutant[]): ReckonedAqi {
  const aqi = Math.max(...used.map((pollutant) => iaqi[pollutant] ?? 0));
  return { aqi, category: categoryOf(aqi), primary: aqi > HIGHEST_EXCELLENT ? used.filter((one) => iaqi[one] === aqi) : [], iaqi, used };
}
