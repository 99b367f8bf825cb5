import type { ReactElement } from 'react';
import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import { pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import { dayText } from '../../../../shared/text/ui/monitoring-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';

type Source = MonitoringDayDetail['sources'][number];

/** File, sheet and cell of every value. */
export function DaySources({ sources }: { readonly sources: readonly Source[] }): ReactElement {
  return (
    <section className="day-part">
      <DataTable<Source>
        title={dayText.from}
        columns={COLUMNS}
        rows={sources}
        rowKey={(source) => `${source.station} ${source.field} ${source.sha256} ${source.sheet} ${source.cell}`}
      />
    </section>
  );
}

const { fromColumns } = dayText;

const COLUMNS: readonly DataColumn<Source>[] = [
  { key: 'station', title: fromColumns.station, text: (source) => source.station, filter: 'values', width: 140 },
  { key: 'field', title: fromColumns.field, text: (source) => pollutantSign(source.field), filter: 'values', width: 130 },
  {
    key: 'file',
    title: fromColumns.file,
    text: (source) => source.file,
    render: (source) => (
      <span className="long-name" title={source.sha256}>
        {source.file}
      </span>
    ),
  },
  { key: 'sheet', title: fromColumns.sheet, text: (source) => source.sheet, width: 130 },
  { key: 'cell', title: fromColumns.cell, text: (source) => source.cell, width: 90 },
  { key: 'importedAt', title: fromColumns.importedAt, text: (source) => source.importedAt.slice(0, 16).replace('T', ' '), width: 140 },
];
