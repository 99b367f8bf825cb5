import type { ReactElement } from 'react';
import type { RankedTown } from '../../../shared/contract/ranking.ts';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { ComparedTown } from './changes.ts';
import { GAP_COLUMNS, rankColumns } from './ranking-columns.tsx';

/** The towns that have a rank. */
export function RankedTable({
  title,
  rows,
  compared,
}: {
  readonly title: string;
  readonly rows: readonly ComparedTown[];
  readonly compared: boolean;
}): ReactElement {
  return <DataTable title={title} columns={rankColumns(rows, compared)} rows={rows} rowKey={({ town }) => town.unitId} />;
}

/** The towns whose data do not suffice, with what is missing. */
export function GapTable({ rows }: { readonly rows: readonly RankedTown[] }): ReactElement {
  return (
    <DataTable
      title={rankingPageText.gapsTitle}
      columns={GAP_COLUMNS}
      rows={rows}
      rowKey={(town) => town.unitId}
      emptyText={rankingPageText.noGaps}
    />
  );
}
