import { HOUR_MISSING, isValidHour } from '../../../../shared/domain/air/hours/hours-of-day.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { type Finding, finding, type FindingCode } from '../../../../shared/domain/findings.ts';
import { roundFraction } from '../../../../shared/domain/numbers/fraction.ts';
import type { CoveredField } from '../../../db/queries/monitoring.ts';
import { unpackHours } from '../../../db/queries/packed-hours.ts';
import { spanOf } from '../gathering/overlay-hours.ts';
import { ownDay, type PreparedDay } from '../receiving/prepare-days.ts';
import type { FieldChange, KnownDays } from './known-days.ts';

/** What a file has to do with values that are measured already: blanks in their place, and others beside them. */
export interface MeasuredContext {
  readonly file: string;
  readonly known: KnownDays;
  readonly nameOf: (placeId: string, station: string) => string;
}

/** A place with more of them is named by its first. */
const MOST = 200;

/** A blank where a value is known, by cell: the value stays. */
export const keptValues = (day: PreparedDay, context: MeasuredContext): readonly Finding[] => [
  ...keptDaily(day, context),
  ...keptHours(day, context),
];

function keptDaily(day: PreparedDay, context: MeasuredContext): Finding[] {
  const before = day.blanks.length === 0 ? null : context.known.before(day);
  if (before === null) return [];
  return day.blanks.flatMap((field) => {
    const value = field === 'o3OneHour' ? before.day.o3OneHour : before.day.values[field];
    return value === null ? [] : [placed('MONITOR_BLANK_KEPT', day, field, context, { before: printed(roundFraction(value, 3)) })];
  });
}

function keptHours(day: PreparedDay, context: MeasuredContext): Finding[] {
  const before = day.hours === null ? null : context.known.before(day);
  if (day.hours === null || before === null) return [];
  const own = unpackHours(day.hours, POLLUTANTS);
  return POLLUTANTS.flatMap((pollutant) => {
    const count = blanksOver(own[pollutant], before.hours[pollutant]);
    return count === 0 ? [] : [placed('MONITOR_BLANK_KEPT', day, pollutant, context, { before: `${count} 个小时值` })];
  });
}

function blanksOver(own: Int32Array | undefined, before: Int32Array | undefined): number {
  const span = own === undefined ? null : spanOf(own);
  if (own === undefined || before === undefined || span === null) return 0;
  const isKept = (hour: number): boolean => own[hour] === HOUR_MISSING && isValidHour(before[hour] ?? HOUR_MISSING);
  return [...own.keys()].filter((hour) => span.first < hour && hour < span.last && isKept(hour)).length;
}

/** A value that the day takes back, because the file marks it as invalid or because blanks were to replace. */
export const takenBack = (day: PreparedDay, changes: readonly FieldChange[], context: MeasuredContext): Finding[] =>
  changes.flatMap(({ field, before, after }) =>
    field === 'hours' || after !== null ? [] : [placed('MONITOR_VALUE_TAKEN_BACK', day, field, context, { before: before ?? '' })],
  );

/** Values beside the days of a dust list that are not the measured ones. */
export function besideMeasured(days: readonly PreparedDay[], context: MeasuredContext): Finding[] {
  return days
    .flatMap((day) => {
      const before = context.known.before(day);
      if (before === null) return [];
      const ofFile = ownDay(day);
      return POLLUTANTS.flatMap((pollutant: Pollutant) => {
        const [own, measured] = [ofFile.day.values[pollutant], before.day.values[pollutant]];
        if (own === null || measured === null) return [];
        const [value, kept] = [printed(roundFraction(own, 3)), printed(roundFraction(measured, 3))];
        return value === kept ? [] : [placed('DUST_VALUE_DIFFERS', day, pollutant, context, { value, before: kept })];
      });
    })
    .slice(0, MOST);
}

const printed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/u, '') : text);

function placed(
  code: FindingCode,
  day: PreparedDay,
  field: CoveredField,
  { file, nameOf }: MeasuredContext,
  params: Readonly<Record<string, string>>,
): Finding {
  const { daily, hourly } = day.cells;
  const place = daily[field] ?? hourly[field === 'o3OneHour' ? 'o3' : field];
  return finding(code, { file, ...place }, { place: nameOf(day.placeId, day.station), date: day.date, field, ...params });
}
