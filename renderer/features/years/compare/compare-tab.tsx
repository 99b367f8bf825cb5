import { type ReactElement, useMemo } from 'react';
import { comparisonNotes, yearComparisonText as text } from '../../../../shared/text/year-comparison-text.ts';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { compareColumns } from './compare-columns.tsx';
import { ExportButton } from './export-button.tsx';

/** 多年对照: targets and results of all years, and below the table by which rules its last columns are reckoned. */
export function CompareTab(): ReactElement {
  const { year } = useWork();
  const compared = useCall('year.compare', {});
  const columns = useMemo(() => compareColumns(compared.data?.years ?? [], year), [compared.data, year]);
  const notes = [...comparisonNotes(compared.data?.years ?? []), ...(compared.data?.sample === true ? [text.sampleNote] : [])];
  return (
    <div className="compare">
      <FailureAlert failure={compared.error} onRetry={() => void compared.refetch()} />
      <DataTable
        title={text.table}
        columns={columns}
        rows={compared.data?.rows ?? []}
        rowKey={({ measure }) => measure}
        loading={compared.isPending}
        emptyText={text.empty}
        excel={false}
        extra={<ExportButton />}
      />
      <ol className="muted compare-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ol>
    </div>
  );
}
