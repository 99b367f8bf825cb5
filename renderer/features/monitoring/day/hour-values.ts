import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import { dayText } from '../../../../shared/text/ui/monitoring-text.ts';
import type { Pollutant } from '../monitoring-types.ts';

export type Hour = MonitoringDayDetail['hours'][number];

/** Why an hour has no value: none was reported, it is marked as invalid, or too few stations have it. */
export type HourGap = 'missing' | 'invalid' | 'few';

/** One hour as it is drawn. */
export interface DrawnHour {
  readonly hour: number;
  readonly value: string | null;
  readonly gap: HourGap | null;
  /** O3 8小时滑动平均 that ends with the hour; null of other pollutants. */
  readonly eightHours: string | null;
}

export const drawnHours = (hours: readonly Hour[], pollutant: Pollutant): DrawnHour[] =>
  hours.map(({ hour, values, ozone8h }) => {
    const found = values.find((value) => value.pollutant === pollutant);
    const value = found?.value ?? null;
    const gap = value !== null ? null : found?.invalid === true ? 'invalid' : found?.tooFew === true ? 'few' : 'missing';
    return { hour, value, gap, eightHours: pollutant === 'o3' ? ozone8h : null };
  });

export interface DrawnLimit {
  readonly label: string;
  readonly value: number;
}

/** The limits of the day's standard; one that lies far above everything else is only said. */
export function limitsOf(
  { limits }: Pick<MonitoringDayDetail, 'limits'>,
  pollutant: Pollutant,
  hours: readonly DrawnHour[],
): { readonly drawn: readonly DrawnLimit[]; readonly beyond: readonly DrawnLimit[] } {
  const own = limits.find((limit) => limit.pollutant === pollutant);
  if (own === undefined) return { drawn: [], beyond: [] };
  const words = pollutant === 'o3' ? dayText.limits.eightHours : dayText.limits.daily;
  const all = [
    { label: words(String(own.daily)), value: own.daily },
    ...(own.hourly === null ? [] : [{ label: dayText.limits.hourly(String(own.hourly)), value: own.hourly }]),
  ];
  // Number() only measures the picture.
  const highest = Math.max(own.daily, ...hours.map(({ value }) => Number(value ?? 0)));
  return { drawn: all.filter(({ value }) => value <= highest * FAR), beyond: all.filter(({ value }) => value > highest * FAR) };
}

/** A line so many times higher than the rest would press it flat. */
const FAR = 3;
