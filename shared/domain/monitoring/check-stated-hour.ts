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
import { bucketKey, type Place, type ValueStore } from './value-store.ts';

/** Holds what a row states of an hour against its concentrations. */
export type HourCheck = (at: Place & { readonly hour: number }, said: readonly StatedCell[]) => void;

/**
 * AQI, level, primary pollutant and 分指数 of an hour as the file states them against those of its own concentrations (实时报). Row by row, because nobody can
 * hold a year of them; equal concentrations are reckoned once.
 */
export function hourCheck(store: ValueStore, notices: Notices, nameOf: (placeId: string, station: string) => string): HourCheck {
  const known = new Map<AqiStandard, Map<Pollutant, Map<number, number | null>>>();
  const indexOf = (pollutant: Pollutant, thousandths: number, standard: AqiStandard): number | null => {
    const ofStandard = known.get(standard) ?? new Map<Pollutant, Map<number, number | null>>();
    known.set(standard, ofStandard);
    const of = ofStandard.get(pollutant) ?? new Map<number, number | null>();
    ofStandard.set(pollutant, of);
    let index = of.get(thousandths);
    if (index === undefined) {
      index = hourlyIaqi(pollutant, fractionOf(toText(exact(thousandths).div(HOUR_SCALE))), standard);
      of.set(thousandths, index);
    }
    return index;
  };
  return (at, said) => {
    const hourly = store.buckets.get(bucketKey(at))?.hourly;
    if (hourly === undefined) return;
    const standard = standardOf(at.date).aqi;
    const iaqi: Partial<Record<Pollutant, number>> = {};
    const used: Pollutant[] = [];
    for (const pollutant of POLLUTANTS) {
      const value = hourly.get(pollutant)?.values[at.hour] ?? -1;
      if (value < 0) continue;
      const index = indexOf(pollutant, value, standard);
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

const HIGHEST_EXCELLENT = 50;

function reckoned(iaqi: ReckonedAqi['iaqi'], used: readonly Pollutant[]): ReckonedAqi {
  const aqi = Math.max(...used.map((pollutant) => iaqi[pollutant] ?? 0));
  return { aqi, category: categoryOf(aqi), primary: aqi > HIGHEST_EXCELLENT ? used.filter((one) => iaqi[one] === aqi) : [], iaqi, used };
}
