import type { StatisticsResult } from '../../../../shared/contract/monitoring-statistics.ts';
import { pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import {
  capturedText,
  datesText,
  type ExceedanceLine,
  percentileValueText,
  statisticsText,
} from '../../../../shared/text/statistics-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { numbers } from '../evaluation/evaluation-columns.tsx';
import { type Pollutant, POLLUTANT_ORDER } from '../monitoring-types.ts';

const { columns } = statisticsText;

export type MonthRow = StatisticsResult['capture'][number];
export type PrimaryRow = StatisticsResult['primary'][number];
export type PercentileRow = StatisticsResult['percentiles'][number];

const month: DataColumn<MonthRow> = { key: 'month', title: columns.month, text: (row) => statisticsText.monthText(row.month), width: 100 };

const measured = (capture: readonly MonthRow[], has: (row: MonthRow, pollutant: Pollutant) => boolean): Pollutant[] =>
  POLLUTANT_ORDER.filter((pollutant) => capture.some((row) => has(row, pollutant)));

/** Valid days of each pollutant by month. */
export const captureColumns = (capture: readonly MonthRow[]): DataColumn<MonthRow>[] => [
  month,
  numbers('days', columns.due, 76, ({ days }) => days),
  numbers('counted', columns.counted, 96, ({ counted }) => counted),
  ...measured(capture, ({ pollutants }, pollutant) => pollutants[pollutant] !== null).map((pollutant): DataColumn<MonthRow> => ({
    key: pollutant,
    title: pollutantSign(pollutant),
    text: ({ pollutants }) => capturedText(pollutants[pollutant]),
    sortable: false,
  })),
];

/** The same of hours; empty where there are none. */
export function hourColumns(capture: readonly MonthRow[]): DataColumn<MonthRow>[] {
  const timed = measured(capture, ({ pollutants }, pollutant) => (pollutants[pollutant]?.hours ?? null) !== null);
  if (timed.length === 0) return [];
  return [
    month,
    ...timed.map((pollutant): DataColumn<MonthRow> => ({
      key: pollutant,
      title: pollutantSign(pollutant),
      text: ({ pollutants }) => capturedText(pollutants[pollutant]?.hours ?? null),
      sortable: false,
    })),
  ];
}

type LineKey = Exclude<keyof ExceedanceLine, 'key'>;

const line = (key: LineKey, width: number, align: 'left' | 'right' = 'left'): DataColumn<ExceedanceLine> => ({
  key,
  title: columns[key],
  text: (row) => row[key],
  sortable: false,
  align,
  width,
});

export const EXCEEDANCE_COLUMNS: readonly DataColumn<ExceedanceLine>[] = [
  line('standard', 108),
  line('pollutant', 62),
  line('averaging', 88),
  line('limit', 90, 'right'),
  line('values', 60, 'right'),
  line('over', 60, 'right'),
  line('rate', 66, 'right'),
  line('peak', 60, 'right'),
  line('multiple', 74, 'right'),
  line('at', 88),
  { key: 'dates', title: columns.dates, text: ({ dates }) => dates, sortable: false },
];

export const primaryColumns = (oneYear: boolean): readonly DataColumn<PrimaryRow>[] => [
  { key: 'pollutant', title: columns.pollutant, text: ({ pollutant }) => pollutantSign(pollutant), width: 80 },
  numbers('days', columns.days, 64, ({ dates }) => dates.length),
  numbers('polluted', columns.polluted, 90, ({ polluted }) => polluted.length),
  { key: 'pollutedDates', title: columns.pollutedDates, text: ({ polluted }) => datesText(polluted, oneYear), sortable: false, width: 260 },
  { key: 'dates', title: columns.primaryDates, text: ({ dates }) => datesText(dates, oneYear), sortable: false },
];

/** A column for each percentile that was asked for. */
export const percentileColumns = (rows: readonly PercentileRow[]): readonly DataColumn<PercentileRow>[] => [
  { key: 'pollutant', title: columns.pollutant, text: ({ pollutant }) => pollutantSign(pollutant), width: 90 },
  numbers('days', columns.validDays, 90, ({ days }) => days),
  ...(rows[0]?.values ?? []).map(({ p }, index) =>
    numbers<PercentileRow>(p, columns.percentile(p), 110, ({ values }) => percentileValueText(values[index])),
  ),
];
