import { Button } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { YearView } from '../../../../shared/contract/years.ts';
import { heldText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { daysBetween, today } from '../../../ui/today.ts';
import { useLock } from '../../../work/lock.tsx';
import { DueDialog } from '../dialogs/due-dialog.tsx';
import { type RoundDay, roundDays } from './round-days.ts';

/** 报送轮次 with their last days, and how long it is until then; each can be put off with a reason. */
export function RoundsTable({ view }: { readonly view: YearView }): ReactElement {
  const lock = useLock();
  const [changing, setChanging] = useState<RoundDay | null>(null);
  const rows = useMemo(() => roundDays(view), [view]);
  return (
    <>
      <DataTable
        title={heldText.rounds}
        columns={lock === null ? [...COLUMNS, actColumn(setChanging)] : COLUMNS}
        rows={rows}
        rowKey={({ name }) => name}
      />
      {changing === null ? null : <DueDialog year={view.year} round={changing} onClose={() => setChanging(null)} />}
    </>
  );
}

const { roundColumns: titles } = heldText;

const COLUMNS: readonly DataColumn<RoundDay>[] = [
  { key: 'round', title: titles.round, text: ({ name }) => name, width: 110, sortable: false },
  { key: 'due', title: titles.due, text: ({ due }) => due ?? yearsText.dueNone, level: 'answers', sortable: false },
  {
    key: 'left',
    title: titles.left,
    text: ({ due }) => (due === null ? '' : heldText.daysLeft(daysBetween(today(), due))),
    width: 110,
    sortable: false,
  },
];

const actColumn = (onChange: (round: RoundDay) => void): DataColumn<RoundDay> => ({
  key: 'act',
  title: titles.act,
  text: () => '',
  render: (round) => (
    <Button size="small" onClick={() => onChange(round)}>
      {round.due === null ? heldText.setDate : heldText.putOff}
    </Button>
  ),
  width: 92,
  sortable: false,
});
