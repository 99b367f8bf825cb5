import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { useWords } from '../../../work/use-words.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';

type Figure = MethodOutput<'figures.list'>['figures'][number];

/** 认定数 that are kept, the newest of each place; of one measure, or of all. */
export function FiguresTable({ measure }: { readonly measure?: string }): ReactElement {
  const { whole } = useWords();
  const listed = useCall('figures.list', {});
  const figures = (listed.data?.figures ?? []).filter((figure) => measure === undefined || figure.measure === measure);
  if (listed.isError) return <FailureAlert failure={listed.error} onRetry={() => void listed.refetch()} />;
  if (listed.data !== undefined && figures.length === 0) return <p className="muted">{targetsText.figuresNone}</p>;
  return (
    <DataTable
      label={targetsText.drawer.figures}
      columns={measure === undefined ? columnsOf(whole) : columnsOfOne(whole)}
      rows={figures}
      rowKey={(figure) => `${figure.measure} ${figure.year} ${figure.unitName} ${figure.at}`}
      loading={listed.isPending}
    />
  );
}

const { figureColumns: titles } = targetsText;

/** `whole`: what the district as a whole is called. */
const columnsOf = (whole: string): readonly DataColumn<Figure>[] => [
  { key: 'name', title: titles.name, text: ({ name }) => name, level: 'answers', filter: 'search' },
  { key: 'year', title: titles.year, text: ({ year }) => String(year), width: 72, filter: 'values' },
  { key: 'unit', title: titles.unit, text: ({ unitName }) => unitName ?? whole, width: 110, filter: 'values' },
  { key: 'value', title: titles.value, text: ({ value }) => value, align: 'right', width: 92, sortable: false },
  { key: 'document', title: titles.document, text: ({ document }) => document, width: 180, sortable: false },
  { key: 'reason', title: titles.reason, text: ({ reason }) => reason, width: 160, level: 'B', sortable: false },
  { key: 'by', title: titles.by, text: ({ by }) => by, width: 88, level: 'C', sortable: false },
  { key: 'at', title: titles.at, text: ({ at }) => at.slice(0, 10), width: 104, level: 'C' },
];

const columnsOfOne = (whole: string): readonly DataColumn<Figure>[] =>
  columnsOf(whole)
    .filter(({ key }) => key !== 'name')
    .map((column) => (column.key === 'reason' ? { ...column, level: 'answers' as const, width: undefined } : column));
