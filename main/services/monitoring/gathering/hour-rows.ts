import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import { hourlyAqi } from '../../../../shared/domain/air/aqi/hourly-aqi.ts';
import { type AreaHour, areaHours } from '../../../../shared/domain/air/area/area-hours.ts';
import { weightedMean } from '../../../../shared/domain/air/area/area-mean.ts';
import { ozoneWindows } from '../../../../shared/domain/air/hours/day-of-hours.ts';
import { HOUR_INVALID, HOUR_MISSING, HOURS_OF_DAY, isValidHour } from '../../../../shared/domain/air/hours/hours-of-day.ts';
import type { AqiStandard } from '../../../../shared/domain/air/standards/aqi-standard.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { DecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import type { Fraction } from '../../../../shared/domain/numbers/fraction.ts';
import { shownBeforeRounding } from '../../../../shared/domain/numbers/shown-before-rounding.ts';
import { concentrationDecimals } from '../../../../shared/domain/air/aqi/iaqi.ts';

type HourRow = MonitoringDayDetail['hours'][number];
type StationHours = Readonly<Partial<Record<Pollutant, Int32Array>>>;

interface HourRules {
  readonly standard: AqiStandard;
  /** Stations that must have a valid hour. */
  readonly least: (pollutant: Pollutant) => number;
}

/** The day's 24 hours: means over the stations with a valid hour, real-time AQI (HJ 633 实时报), and the 8-hour mean of O3 that ends with the hour. */
export function hourRows(stations: readonly StationHours[], weights: readonly DecimalText[], { standard, least }: HourRules): HourRow[] {
  const monitored = POLLUTANTS.filter((pollutant) => stations.some((hours) => hours[pollutant] !== undefined));
  if (monitored.length === 0) return [];
  const windows = stations.map((hours) => (hours.o3 === undefined ? [] : ozoneWindows(hours.o3)));
  const means = monitored.map((pollutant) => [pollutant, areaHours(stations, pollutant, weights, least(pollutant))] as const);
  return Array.from({ length: HOURS_OF_DAY }, (_, index): HourRow => {
    const values: Partial<Record<Pollutant, Fraction | null>> = {};
    for (const [pollutant, ofHours] of means) values[pollutant] = ofHours[index]?.mean ?? null;
    const aqi = hourlyAqi(values, standard, monitored);
    const ending = windows.map((ofStation) => ofStation[index - FIRST_WINDOW] ?? null);
    const ozones = ending.filter((value) => value !== null);
    const ozone =
      ozones.length < least('o3')
        ? null
        : weightedMean(
            ozones,
            weights.filter((_weight, station) => ending[station] !== null),
          );
    return {
      hour: index + 1,
      values: means.map(([pollutant, ofHours]) => ({
        pollutant,
        value: textOf(pollutant, values[pollutant] ?? null),
        invalid: isInvalid(stations, pollutant, index),
        tooFew: lacksStations(ofHours[index]),
      })),
      ozone8h: textOf('o3', ozone),
      aqi: aqi.aqi,
      level: aqi.category?.level ?? null,
      primary: [...aqi.primary],
    };
  });
}

/** The first 8-hour mean ends with the eighth hour. */
const FIRST_WINDOW = 7;

/** No station has a valid value and one has an invalid one. */
const isInvalid = (stations: readonly StationHours[], pollutant: Pollutant, index: number): boolean =>
  stations.every((hours) => !isValidHour(hours[pollutant]?.[index] ?? HOUR_MISSING)) &&
  stations.some((hours) => hours[pollutant]?.[index] === HOUR_INVALID);

/** Some stations have a valid value, but not enough of them. */
const lacksStations = (hour: AreaHour | undefined): boolean => hour !== undefined && hour.mean === null && hour.stations > 0;

const textOf = (pollutant: Pollutant, value: Fraction | null): string | null =>
  value === null ? null : shownBeforeRounding(value, concentrationDecimals(pollutant));
