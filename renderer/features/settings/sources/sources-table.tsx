import { Button } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { MonitoringSource } from '../../../../shared/contract/monitoring-sources.ts';
import { ruleNameText, ruleValueText, sourcePageText as words } from '../../../../shared/text/source-text.ts';
import { settingsPageText as text } from '../../../../shared/text/ui/settings-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { SourceDialog } from './source-dialog.tsx';

/** 来源: what files of monitoring data came as, and the rules that hold for the values of each instead of those of the whole work. */
export function SourcesTable({ readOnly }: { readonly readOnly: boolean }): ReactElement | null {
  const shown = useCall('sources.list', {}, { keepPrevious: true });
  const [changing, setChanging] = useState<string | null>(null);
  const columns = useMemo(() => (readOnly ? COLUMNS : [...COLUMNS, changeColumn(setChanging)]), [readOnly]);
  if (shown.data === undefined) return <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />;
  const { sources, date } = shown.data;
  if (sources.length === 0) return null;
  const open = sources.find(({ source }) => source === changing);
  return (
    <>
      <p className="muted">{words.hint}</p>
      <DataTable<MonitoringSource> title={words.table} columns={columns} rows={sources} rowKey={({ source }) => source} />
      {open === undefined ? null : <SourceDialog key={open.source} source={open} today={date} onClose={() => setChanging(null)} />}
    </>
  );
}

const ownRules = ({ rules }: MonitoringSource): string =>
  rules
    .filter(({ said }) => said === 'source')
    .map(({ key, value }) => `${ruleNameText(key)}${ruleValueText(key, value)}`)
    .join('；');

const { columns: titles } = words;

const COLUMNS: readonly DataColumn<MonitoringSource>[] = [
  { key: 'titles', title: titles.titles, text: (source) => source.titles, sortable: false },
  {
    key: 'newest',
    title: titles.newest,
    text: ({ newest }) => (newest === null ? '' : words.newest(newest.number, newest.file)),
    sortable: false,
  },
  { key: 'files', title: titles.files, text: ({ files }) => String(files), sortable: false, align: 'right', width: 90 },
  {
    key: 'rules',
    title: titles.rules,
    text: (source) => ownRules(source) || words.asWork,
    sortable: false,
    render: (source) => (ownRules(source) === '' ? <span className="muted">{words.asWork}</span> : <strong>{ownRules(source)}</strong>),
  },
];

const changeColumn = (change: (source: string) => void): DataColumn<MonitoringSource> => ({
  key: 'change',
  title: '',
  text: () => '',
  sortable: false,
  width: 90,
  render: ({ source, titles: of }) => (
    <Button size="small" aria-label={words.dialogTitle(of)} onClick={() => change(source)}>
      {text.change}
    </Button>
  ),
});
