import { Spin } from 'antd';
import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { dustText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';

type DustDay = MethodOutput<'monitoring.dust'>['days'][number];

/** 扣沙日 of the lists of the year, with the cell each stands in. */
export function DustDays({ year }: { readonly year: number }): ReactElement | null {
  const shown = useCall('monitoring.dust', { year }, { keepPrevious: true });
  if (shown.isPending)
    return (
      <div role="status">
        <Spin /> {monitoringText.loading}
      </div>
    );
  if (shown.data === undefined) return <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />;
  const { days } = shown.data;
  if (days.length === 0) return <p className="muted">{`${dustText.none(year)}。${dustText.hint}`}</p>;
  return (
    <DataTable<DustDay>
      title={dustText.title(year)}
      columns={COLUMNS}
      rows={days}
      rowKey={(day) => `${day.date} ${day.file} ${day.cell}`}
      countText={(listed) => dustText.count(new Set(listed.map(({ date }) => date)).size)}
    />
  );
}

const { columns } = dustText;

const COLUMNS: readonly DataColumn<DustDay>[] = [
  { key: 'date', title: columns.date, text: ({ date }) => date, width: 110 },
  { key: 'places', title: columns.places, text: ({ places }) => places.join('、'), filter: 'search' },
  { key: 'note', title: columns.note, text: ({ note }) => note },
  { key: 'file', title: columns.file, text: ({ file }) => file },
  { key: 'sheet', title: columns.sheet, text: ({ sheet }) => sheet, width: 130 },
  { key: 'cell', title: columns.cell, text: ({ cell }) => cell, width: 90 },
];
