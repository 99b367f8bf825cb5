import type { ReactElement } from 'react';
import { heldText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { yearStateText } from '../../../../shared/text/year-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { addressHash } from '../../../work/address.ts';
import { useWork } from '../../../work/work-context.tsx';
import type { ListedYear } from '../../../work/years.ts';

/** 各年度 of the plan with their states; a row leads to its year. */
export function YearsTable(): ReactElement {
  const { year } = useWork();
  const listed = useCall('year.list', {});
  return (
    <>
      <FailureAlert failure={listed.error} onRetry={() => void listed.refetch()} />
      <DataTable
        title={heldText.years}
        columns={COLUMNS}
        rows={listed.data?.years ?? []}
        rowKey={(row) => String(row.year)}
        loading={listed.isPending}
        selectedKey={String(year)}
        onRowActivate={(row) => {
          window.location.hash = addressHash(row.year, 'year');
        }}
      />
    </>
  );
}

const { yearColumns: titles } = heldText;

const COLUMNS: readonly DataColumn<ListedYear>[] = [
  {
    key: 'year',
    title: titles.year,
    text: ({ year }) => String(year),
    render: ({ year }) => <a href={addressHash(year, 'year')}>{year}</a>,
    width: 68,
  },
  {
    key: 'state',
    title: titles.state,
    text: ({ state }) => yearStateText(state),
    render: ({ state }) => <StateTag state={state} />,
    width: 96,
  },
  {
    key: 'targets',
    title: titles.targets,
    text: ({ printed }) => (printed ? heldText.printed : heldText.notPrinted),
    width: 84,
    sortable: false,
  },
  {
    key: 'items',
    title: titles.items,
    text: ({ items }) => (items === 0 ? heldText.notPrinted : heldText.itemsValue(items)),
    align: 'right',
    width: 84,
    sortable: false,
  },
  { key: 'due', title: titles.due, text: ({ due }) => due ?? yearsText.dueNone, sortable: false },
  { key: 'final', title: titles.final, text: ({ final }) => final?.slice(0, 10) ?? '', width: 104, sortable: false },
];
