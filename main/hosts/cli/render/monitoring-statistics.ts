import colors from 'picocolors';
import type { StatisticsResult } from '../../../../shared/contract/monitoring-statistics.ts';
import { POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import {
  capturedText,
  datesText,
  exceedanceLines,
  type ExceedanceLine,
  isOneYear,
  percentileValueText,
  statisticsText,
} from '../../../../shared/text/statistics-text.ts';
import { heading, textTable, type TextColumn } from '../terminal/table.ts';

const { columns } = statisticsText;

/** air statistics: what was captured, what was over its limit, primary pollutants, percentiles. */
export function statisticsTables(result: StatisticsResult): string {
  const { name, period, sample, capture, exceedances, primary, percentiles, notes } = result;
  const title = `${colors.bold(statisticsText.heading(name, period))}${sample ? colors.yellow('〔示例数据〕') : ''}`;
  if (percentiles.length === 0) return [title, `  ${statisticsText.none(name, period)}`].join('\n');
  const oneYear = isOneYear(period);
  const lines = exceedanceLines(exceedances, oneYear);
  return [
    title,
    ...captureTables(capture),
    heading(statisticsText.exceedances),
    textTable(EXCEEDANCES, lines),
    ...lines
      .filter(({ over }) => over !== '0')
      .map(({ pollutant, averaging, dates }) => datesLine(`${pollutant}${averaging}${columns.dates}`, dates)),
    heading(statisticsText.primary),
    textTable<StatisticsResult['primary'][number]>(
      [
        { title: columns.pollutant, cell: ({ pollutant }) => pollutantSign(pollutant) },
        { title: columns.days, align: 'right', cell: ({ dates }) => String(dates.length) },
        { title: columns.polluted, align: 'right', cell: ({ polluted }) => String(polluted.length) },
      ],
      primary,
    ),
    ...primary.flatMap(({ pollutant, dates, polluted }) => [
      datesLine(`${pollutantSign(pollutant)}${columns.primaryDates}`, datesText(dates, oneYear)),
      ...(polluted.length === 0 ? [] : [datesLine(`${pollutantSign(pollutant)}${columns.pollutedDates}`, datesText(polluted, oneYear))]),
    ]),
    heading(statisticsText.percentiles),
    percentileTable(percentiles),
    '',
    ...notes.map((note) => colors.dim(`  ${note}`)),
  ].join('\n');
}

/** Below the table, where a list of any length has room. */
const datesLine = (title: string, dates: string): string => `  ${title}：${dates}`;

type Month = StatisticsResult['capture'][number];

function captureTables(capture: readonly Month[]): string[] {
  const measured = POLLUTANTS.filter((pollutant) => capture.some(({ pollutants }) => pollutants[pollutant] !== null));
  const timed = measured.filter((pollutant) => capture.some(({ pollutants }) => (pollutants[pollutant]?.hours ?? null) !== null));
  const month: TextColumn<Month> = { title: columns.month, cell: (row) => statisticsText.monthText(row.month) };
  return [
    heading(statisticsText.capture),
    textTable<Month>(
      [
        month,
        { title: columns.due, align: 'right', cell: ({ days }) => String(days) },
        { title: columns.counted, align: 'right', cell: ({ counted }) => String(counted) },
        ...measured.map((pollutant) => ({
          title: pollutantSign(pollutant),
          cell: ({ pollutants }: Month) => capturedText(pollutants[pollutant]),
        })),
      ],
      capture,
    ),
    ...(timed.length === 0
      ? []
      : [
          heading(statisticsText.captureHours),
          textTable<Month>(
            [
              month,
              ...timed.map((pollutant) => ({
                title: pollutantSign(pollutant),
                cell: ({ pollutants }: Month) => capturedText(pollutants[pollutant]?.hours ?? null),
              })),
            ],
            capture,
          ),
        ]),
  ];
}

const EXCEEDANCES: readonly TextColumn<ExceedanceLine>[] = [
  { title: columns.standard, cell: ({ standard }) => standard },
  { title: columns.pollutant, cell: ({ pollutant }) => pollutant },
  { title: columns.averaging, cell: ({ averaging }) => averaging },
  { title: columns.limit, align: 'right', cell: ({ limit }) => limit },
  { title: columns.values, align: 'right', cell: ({ values }) => values },
  { title: columns.over, align: 'right', cell: ({ over }) => over },
  { title: columns.rate, align: 'right', cell: ({ rate }) => rate },
  { title: columns.peak, align: 'right', cell: ({ peak }) => peak },
  { title: columns.multiple, align: 'right', cell: ({ multiple }) => multiple },
  { title: columns.at, max: 24, cell: ({ at }) => at },
];

function percentileTable(percentiles: StatisticsResult['percentiles']): string {
  const asked = percentiles[0]?.values.map(({ p }) => p) ?? [];
  return textTable<StatisticsResult['percentiles'][number]>(
    [
      { title: columns.pollutant, cell: ({ pollutant }) => pollutantSign(pollutant) },
      { title: columns.validDays, align: 'right', cell: ({ days }) => String(days) },
      ...asked.map((p, index) => ({
        title: columns.percentile(p),
        align: 'right' as const,
        cell: ({ values }: StatisticsResult['percentiles'][number]) => percentileValueText(values[index]),
      })),
    ],
    percentiles,
  );
}
