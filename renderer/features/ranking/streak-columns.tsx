import type { StreakRow } from '../../../shared/contract/ranking.ts';
import { streakText } from '../../../shared/text/ui/ranking-text.ts';
import type { DataColumn } from '../../ui/data-table.tsx';

const { columns } = streakText;
const MONTHS = 12;

/** The rank of every month, those at the bottom marked, and what falls due. */
export function streakColumns(rows: readonly StreakRow[], year: number): readonly DataColumn<StreakRow>[] {
  return [
    {
      key: 'name',
      title: columns.name,
      text: ({ name }) => name,
      filter: 'search',
      width: 104,
      render: ({ name }) => <span className="ranking-name">{name}</span>,
    },
    ...(rows.some(({ group }) => group !== '')
      ? [{ key: 'group', title: columns.group, text: ({ group }: StreakRow) => group, filter: 'values' as const, width: 84 }]
      : []),
    ...Array.from({ length: MONTHS }, (_, index) => monthColumn(index + 1)),
    {
      key: 'current',
      title: columns.current,
      text: (row) => streakText.current(row, year),
      sortValue: ({ current }) => current,
      align: 'right',
      width: 82,
    },
    {
      key: 'longest',
      title: columns.longest,
      text: ({ longest }) => streakText.months(longest),
      sortValue: ({ longest }) => longest,
      align: 'right',
      width: 82,
    },
    {
      key: 'actions',
      title: columns.actions,
      text: actionWords,
      sortValue: ({ actions }) => actions.length,
      render: (row) =>
        row.actions.length === 0 ? (
          <span className="muted">{streakText.noAction}</span>
        ) : (
          <strong title={row.actions.map(({ rule }) => rule).join('；')}>{actionWords(row)}</strong>
        ),
    },
  ];
}

/** 3月预警、4月约谈 */
export const actionWords = ({ actions }: Pick<StreakRow, 'actions'>): string =>
  actions.length === 0
    ? streakText.noAction
    : actions.map(({ month, action }) => streakText.action(Number(month.slice(5)), action)).join('、');

type Month = StreakRow['months'][number];

function monthColumn(month: number): DataColumn<StreakRow> {
  const of = ({ months }: StreakRow): Month | undefined => months.find((one) => Number(one.month.slice(5)) === month);
  return {
    key: `month-${month}`,
    title: streakText.monthColumn(month),
    align: 'right',
    width: 46,
    text: (row) => monthWords(of(row)),
    sortValue: (row) => of(row)?.rank ?? null,
    render: (row) => <span className={of(row)?.bottom === true ? 'streak-bottom' : ''}>{monthWords(of(row))}</span>,
  };
}

export const monthWords = (month: Month | undefined): string =>
  month?.rank === undefined || month.rank === null
    ? streakText.unranked
    : month.bottom
      ? streakText.bottom(month.rank)
      : String(month.rank);
