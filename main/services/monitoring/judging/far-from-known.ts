import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { type Finding, finding } from '../../../../shared/domain/findings.ts';
import { FAR, FEWEST_FOR_MEDIAN, USUAL } from '../../../../shared/domain/monitoring/far-values.ts';
import { fractionValue, roundFraction } from '../../../../shared/domain/numbers/fraction.ts';
import { ownDay, type PreparedDay } from '../receiving/prepare-days.ts';
import type { MeasuredContext } from './measured-findings.ts';

/**
 * Values of a file of few days far from what is known of their station in that year: a file of a month is held against itself, one of a day has
 * nothing to be held against but the work.
 */
export function farFromKnown(days: readonly PreparedDay[], { file, known, nameOf }: MeasuredContext): Finding[] {
  const stations = Map.groupBy(days, ({ placeId, station }) => `${placeId}|${station}`);
  return [...stations.values()]
    .filter((ofStation) => ofStation.length < FEWEST_FOR_MEDIAN)
    .flat()
    .flatMap((day) => {
      const { values } = ownDay(day).day;
      return POLLUTANTS.flatMap((pollutant) => {
        const value = values[pollutant];
        if (value === null || fractionValue(value).lte(USUAL[pollutant])) return [];
        const median = medianOf(day, pollutant, { known });
        if (median === null || fractionValue(value).lte(median.times(FAR))) return [];
        const cells = day.cells.daily[pollutant] ?? day.cells.hourly[pollutant];
        const params = { place: nameOf(day.placeId, day.station), date: day.date, field: pollutant, times: FAR, known: 1 };
        return [
          finding(
            'MONITOR_VALUE_FAR',
            { file, ...cells },
            { ...params, value: plain(roundFraction(value, 3)), median: plain(median.toFixed(3)) },
          ),
        ];
      });
    })
    .slice(0, MOST);
}

/** As many as anybody reads through. */
const MOST = 200;

function medianOf(
  day: PreparedDay,
  pollutant: Pollutant,
  { known }: Pick<MeasuredContext, 'known'>,
): ReturnType<typeof fractionValue> | null {
  const values = known.valuesOf(day, pollutant).map(fractionValue);
  if (values.length < FEWEST_FOR_MEDIAN) return null;
  return values.toSorted((one, other) => one.cmp(other))[values.length >>> 1] ?? null;
}

const plain = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/u, '') : text);
