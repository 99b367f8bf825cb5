import type { ReactElement } from 'react';
import type { RankedTown, RankingResult } from '../../../../shared/contract/ranking.ts';
import { periodText } from '../../../../shared/text/report-text.ts';
import { runsText } from '../../../../shared/text/ui/score-page-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';

/** A stored ranking: the places with what they rest on. */
export const RankingRun = ({ result }: { readonly result: RankingResult }): ReactElement => (
  <DataTable
    title={runsText.rankingTitle(periodText(result.period))}
    columns={COLUMNS}
    rows={result.rows}
    rowKey={({ unitId }) => unitId}
  />
);

const { rankingColumns: titles } = runsText;

const number = (key: string, title: string, of: (town: RankedTown) => string | number | null, width: number): DataColumn<RankedTown> => ({
  key,
  title,
  text: (town) => String(of(town) ?? runsText.noRank),
  sortValue: (town) => (of(town) === null ? null : Number(of(town))),
  align: 'right',
  width,
});

const COLUMNS: readonly DataColumn<RankedTown>[] = [
  number('rank', titles.rank, ({ rank }) => rank, 84),
  { key: 'name', title: titles.name, text: ({ name }) => name, filter: 'search', level: 'answers' },
  number('pm25', titles.pm25, ({ pm25Mean }) => pm25Mean, 140),
  number('ratio', titles.ratio, ({ goodDayRatio }) => goodDayRatio, 120),
  number('index', titles.index, ({ compositeIndex }) => compositeIndex, 110),
  number('days', titles.days, ({ validDays }) => validDays, 100),
];
