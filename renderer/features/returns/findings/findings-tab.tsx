import { Segmented } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { AnsweredFinding } from '../../../../shared/contract/versions.ts';
import type { Severity } from '../../../../shared/domain/findings.ts';
import { stateWords, tableText } from '../../../../shared/text/ui/app-text.ts';
import { typedMarkText } from '../../../../shared/text/typed-text.ts';
import { findingsText } from '../../../../shared/text/ui/returns-text.ts';
import { useWork } from '../../../work/work-context.tsx';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { FileName } from '../detail/file-name.tsx';
import { sentenceOf } from '../detail/finding-place.ts';
import { OriginalDrawer } from '../original/original-drawer.tsx';

type Filter = 'all' | Severity;
const FILTERS: readonly Filter[] = ['all', 'error', 'warning', 'info'];

/** Everything that is wrong with the returns that count now; a row leads to its cell. */
export function FindingsTab(): ReactElement {
  const { year } = useWork();
  const current = useCall('returns.findings', { year });
  const [filter, setFilter] = useState<Filter>('all');
  const [opened, setOpened] = useState<AnsweredFinding | null>(null);
  const all = useMemo(() => current.data?.findings ?? [], [current.data]);
  const keys = useMemo(() => new Map(all.map((entry, index) => [entry, String(index)])), [all]);
  const of = (wanted: Filter): AnsweredFinding[] => (wanted === 'all' ? all : all.filter((entry) => entry.finding.severity === wanted));
  if (current.isError) return <FailureAlert failure={current.error} onRetry={() => void current.refetch()} />;
  if (current.isSuccess && all.length === 0) return <EmptyState title={findingsText.none} hint={findingsText.noneHint} />;
  return (
    <div>
      <div className="returns-status-bar">
        <Segmented<Filter>
          aria-label={findingsText.filterLabel}
          value={filter}
          onChange={setFilter}
          options={FILTERS.map((value) => ({
            value,
            label: findingsText.count(value === 'all' ? findingsText.all : findingsText.severity[value], of(value).length),
          }))}
        />
        <span className="muted">{findingsText.hint}</span>
      </div>
      <DataTable<AnsweredFinding>
        label={findingsText.table}
        columns={COLUMNS}
        rows={of(filter)}
        rowKey={(entry) => keys.get(entry) ?? ''}
        filterText={filter === 'all' ? '' : tableText.filteredBy([findingsText.severity[filter]])}
        loading={current.isPending}
        emptyText={findingsText.empty}
        onRowActivate={setOpened}
        selectedKey={opened === null ? null : (keys.get(opened) ?? null)}
      />
      {opened === null ? null : (
        <OriginalDrawer
          sha256={opened.sha256}
          sheet={opened.finding.sheet ?? ''}
          cell={opened.finding.cell}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

const COLUMNS: readonly DataColumn<AnsweredFinding>[] = [
  {
    key: 'severity',
    title: findingsText.columns.severity,
    text: ({ finding }) => stateWords[finding.severity],
    sortValue: ({ finding }) => RANK[finding.severity],
    width: 84,
    render: ({ finding }) => <StateTag state={finding.severity} />,
  },
  { key: 'unit', title: findingsText.columns.unit, text: (entry) => entry.unitName, filter: 'values', width: 140 },
  { key: 'sheet', title: findingsText.columns.sheet, text: ({ finding }) => finding.sheet ?? '', filter: 'values', width: 104 },
  { key: 'cell', title: findingsText.columns.cell, text: ({ finding }) => finding.cell ?? '', width: 84 },
  { key: 'text', title: findingsText.columns.text, text: ({ finding }) => sentenceOf(finding), filter: 'search' },
  {
    key: 'file',
    title: findingsText.columns.file,
    text: ({ finding, typed }) => (typed === undefined ? finding.file : `${finding.file}　${typedMarkText(typed)}`),
    width: 200,
    render: ({ finding, typed }) => (
      <>
        <FileName name={finding.file} />
        {typed === undefined ? null : <span className="muted">{typedMarkText(typed)}</span>}
      </>
    ),
  },
];
