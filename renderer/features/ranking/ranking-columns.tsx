import type { RankedTown } from '../../../shared/contract/ranking.ts';
import { figureColumns } from '../../../shared/domain/air/ranking/figure-columns.ts';
import { measureName } from '../../../shared/text/ranking-measure-text.ts';
import { rankingRemark } from '../../../shared/text/ranking-text.ts';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import { ChangeMark } from './change-mark.tsx';
import { type Change, type ComparedTown, yearChange } from './changes.ts';

const { columns } = rankingPageText;

/** The columns that say something of these towns: what a scheme does not use, or nobody measured, takes no room. */
export function rankColumns(rows: readonly ComparedTown[], compared: boolean): readonly DataColumn<ComparedTown>[] {
  const any = (of: (town: RankedTown) => unknown): boolean => rows.some(({ town }) => of(town) !== null && of(town) !== '');
  const differs = (one: (town: RankedTown) => string | null, other: (town: RankedTown) => string | null): boolean =>
    rows.some(({ town }) => other(town) !== null && one(town) !== other(town));
  const figures = figureColumns(rows.map(({ town }) => town));
  return [
    RANK,
    NAME,
    ...(any(({ group }) => group) ? [GROUP] : []),
    ...(any(({ score }) => score) ? [numbers<ComparedTown>('score', columns.score, 76, ({ town }) => town.score)] : []),
    ...figures.map(({ key, measure, sum, valueOf }) =>
      numbers<ComparedTown>(key, measureName(measure, sum), 110, ({ town }) => valueOf(town)),
    ),
    numbers('pm25', columns.pm25, 96, ({ town }) => town.pm25Mean),
    ...(differs(
      ({ pm25Mean }) => pm25Mean,
      ({ pm25Other }) => pm25Other,
    )
      ? [numbers<ComparedTown>('pm25Other', columns.pm25Other, 96, ({ town }) => town.pm25Other)]
      : []),
    numbers('pm25Rank', columns.pm25Rank, 62, ({ town }) => town.pm25Rank),
    ...(any(({ pm10Mean }) => pm10Mean) && figures.every(({ measure }) => measure !== 'pm10Mean')
      ? [numbers<ComparedTown>('pm10', columns.pm10, 96, ({ town }) => town.pm10Mean)]
      : []),
    ...(any(({ pm25Change }) => pm25Change)
      ? [
          change(
            'yearChange',
            columns.yearChange,
            ({ town }) => yearChange(town.pm25Change, rankingPageText.rate),
            ({ amount }) => amount,
          ),
        ]
      : []),
    numbers('goodDays', columns.goodDays, 56, ({ town }) => town.goodDays),
    numbers('goodRatio', columns.goodRatio, 78, ({ town }) => town.goodDayRatio),
    ...(differs(
      ({ goodDayRatio }) => goodDayRatio,
      ({ goodDayRatioOther }) => goodDayRatioOther,
    )
      ? [numbers<ComparedTown>('ratioOther', columns.ratioOther, 96, ({ town }) => town.goodDayRatioOther)]
      : []),
    numbers('goodRank', columns.goodRank, 56, ({ town }) => town.goodDaysRank),
    numbers('heavyDays', columns.heavyDays, 66, ({ town }) => town.heavyDays),
    ...(any(({ compositeIndex }) => compositeIndex) ? INDEX_COLUMNS : []),
    numbers('validDays', columns.validDays, 56, ({ town }) => town.validDays),
    ...(any(({ targetGap }) => targetGap) ? [numbers<ComparedTown>('targetGap', columns.targetGap, 84, ({ town }) => town.targetGap)] : []),
    ...(compared ? CHANGE_COLUMNS : []),
    REMARK,
  ];
}

/** `text` may be null where there is no such number. Number() only puts rows in order. */
export function numbers<Row>(key: string, title: string, width: number, text: (row: Row) => string | number | null): DataColumn<Row> {
  return {
    key,
    title,
    width,
    align: 'right',
    text: (row) => String(text(row) ?? rankingPageText.none),
    sortValue: (row) => numberOrNull(text(row)),
  };
}

const numberOrNull = (value: string | number | null): number | null => (value === null || value === '' ? null : Number(value));

const RANK: DataColumn<ComparedTown> = {
  ...numbers<ComparedTown>('rank', columns.rank, 58, ({ town }) => town.rank),
  render: ({ town }) => <strong>{town.rank ?? rankingPageText.none}</strong>,
};
const NAME: DataColumn<ComparedTown> = {
  key: 'name',
  title: columns.name,
  text: ({ town }) => town.name,
  filter: 'search',
  width: 104,
  render: ({ town }) => <span className="ranking-name">{town.name}</span>,
};
const GROUP: DataColumn<ComparedTown> = { key: 'group', title: columns.group, text: ({ town }) => town.group, filter: 'values', width: 84 };

const INDEX_COLUMNS: readonly DataColumn<ComparedTown>[] = [numbers('index', columns.index, 66, ({ town }) => town.compositeIndex)];

const change = (
  key: string,
  title: string,
  of: (row: ComparedTown) => Change,
  text: (change: Change) => string,
): DataColumn<ComparedTown> => ({
  key,
  title,
  width: 78,
  align: 'right',
  text: (row) => text(of(row)),
  sortValue: (row) => numberOrNull(of(row).amount),
  render: (row) => <ChangeMark change={of(row)} />,
});

const CHANGE_COLUMNS: readonly DataColumn<ComparedTown>[] = [
  change(
    'rankChange',
    columns.rankChange,
    (row) => row.rank,
    ({ words }) => words,
  ),
  // A number goes to the clipboard, so that Excel can go on calculating with it.
  change(
    'pm25Change',
    columns.pm25Change,
    (row) => row.pm25,
    ({ amount }) => amount,
  ),
];

const REMARK: DataColumn<ComparedTown> = {
  key: 'remark',
  title: columns.remark,
  text: ({ town }) => rankingRemark(town),
  filter: 'values',
  sortable: false,
};

export const GAP_COLUMNS: readonly DataColumn<RankedTown>[] = [
  { key: 'name', title: columns.name, text: (town) => town.name, width: 140 },
  { key: 'gap', title: columns.gap, text: rankingRemark, sortable: false },
  numbers('validDays', columns.validDays, 90, (town) => town.validDays),
  numbers('calendarDays', columns.calendarDays, 90, (town) => town.calendarDays),
];
