import type { AirDayDetail } from '../../../shared/contract/monitoring.ts';
import { hourlyAqi } from '../../../shared/domain/air/aqi/hourly-aqi.ts';
import { meanOf } from '../../../shared/domain/air/area/area-mean.ts';
import { ozoneWindows } from '../../../shared/domain/air/hours/day-of-hours.ts';
import { HOUR_INVALID, HOUR_MISSING, HOUR_SCALE, HOURS_OF_DAY, isValidHour } from '../../../shared/domain/air/hours/hours-of-day.ts';
import type { AqiStandard } from '../../../shared/domain/air/standards/aqi-standard.ts';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { fraction, type Fraction, roundFraction, roundToSteps } from '../../../shared/domain/numbers/fraction.ts';

type HourRow = AirDayDetail['hours'][number];
type StationHours = Readonly<Partial<Record<Pollutant, Int32Array>>>;

/** The day's 24 hours: means over the stations with a valid hour, real-time AQI (HJ 633 实时报), and the 8-hour mean of O3 that ends with the hour. */
export function hourRows(stations: readonly StationHours[], standard: AqiStandard): HourRow[] {
  const monitored = POLLUTANTS.filter((pollutant) => stations.some((hours) => hours[pollutant] !== undefined));
  if (monitored.length === 0) return [];
  const windows = stations.flatMap((hours) => (hours.o3 === undefined ? [] : [ozoneWindows(hours.o3)]));
  return Array.from({ length: HOURS_OF_DAY }, (_, index): HourRow => {
    const means = new Map(monitored.map((pollutant) => [pollutant, meanHour(stations, pollutant, index)]));
    const thousandths: Partial<Record<Pollutant, number>> = {};
    for (const [pollutant, mean] of means) thousandths[pollutant] = mean === null ? HOUR_MISSING : roundToSteps(mean, HOUR_DECIMALS);
    const aqi = hourlyAqi(thousandths, standard, monitored);
    const ozone = meanOf(windows.flatMap((ofStation) => ofStation[index - FIRST_WINDOW] ?? []));
    return {
      hour: index + 1,
      values: monitored.map((pollutant) => ({ pollutant, value: textOf(means.get(pollutant) ?? null), invalid: isInvalid(stations, pollutant, index) })),
      ozone8h: textOf(ozone),
      aqi: aqi.aqi,
      level: aqi.category?.level ?? null,
      primary: [...aqi.primary],
    };
  });
}

/** Hours are held in thousandths. */
const HOUR_DECIMALS = 3;

/** The first 8-hour mean ends with the eighth hour. */
const FIRST_WINDOW = 7;

const meanHour = (stations: readonly StationHours[], pollutant: Pollutant, index: number): Fraction | null =>
  meanOf(stations.flatMap((hours) => {
    const value = hours[pollutant]?.[index] ?? HOUR_MISSING;
    return isValidHour(value) ? [fraction(value, HOUR_SCALE)] : [];
  }));

/** No station has a valid value and one has an invalid one. */
const isInvalid = (stations: readonly StationHours[], pollutant: Pollutant, index: number): boolean =>
  stations.every((hours) => !isValidHour(hours[pollutant]?.[index] ?? HOUR_MISSING)) && stations.some((hours) => hours[pollutant]?.[index] === HOUR_INVALID);

const textOf = (value: Fraction | null): string | null => (value === null ? null : roundFraction(value, HOUR_DECIMALS).replace(/\.?0+$/u, ''));
