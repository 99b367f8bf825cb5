import { Button, Spin } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { WorkSetting } from '../../../shared/contract/settings.ts';
import { settingLabel } from '../../../shared/text/settings-text.ts';
import { monitoringText } from '../../../shared/text/ui/monitoring-text.ts';
import { settingsPageText as text } from '../../../shared/text/ui/settings-page-text.ts';
import { useCall } from '../../client/context.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { useLock } from '../../work/lock.tsx';
import { SettingDialog } from './setting-dialog.tsx';
import { SourcesTable } from './sources/sources-table.tsx';
import { valueText } from './value-text.ts';

/** 设置: what is in force, since when and by what; each is changed from a day on. */
export function SettingsPage(): ReactElement {
  const shown = useCall('settings.list', {}, { keepPrevious: true });
  const [changing, setChanging] = useState<string | null>(null);
  // Settings belong to no year; what would move a signed one is refused by its date.
  const readOnly = useLock() === 'readOnly';
  const columns = useMemo(() => columnsOf(readOnly ? null : (key) => setChanging(key)), [readOnly]);
  const settings = shown.data?.settings;
  const open = settings?.find(({ key }) => key === changing);
  return (
    <Page title={text.title} hint={text.hint}>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {settings === undefined ? (
        <div role="status">
          <Spin /> {monitoringText.loading}
        </div>
      ) : (
        <DataTable<WorkSetting> title={text.table} columns={columns} rows={settings} rowKey={({ key }) => key} />
      )}
      <SourcesTable readOnly={readOnly} />
      {open === undefined || shown.data === undefined ? null : (
        <SettingDialog key={open.key} setting={open} today={shown.data.date} onClose={() => setChanging(null)} />
      )}
    </Page>
  );
}

/** The entry that holds on the day shown; null while the preset does. */
const holding = ({ entries, value }: WorkSetting): WorkSetting['entries'][number] | null =>
  entries.toSorted((one, other) => (one.from < other.from ? -1 : 1)).findLast((entry) => entry.value === value) ?? null;

const { columns: titles } = text;

const columnsOf = (change: ((key: string) => void) | null): readonly DataColumn<WorkSetting>[] => [
  { key: 'label', title: titles.label, text: ({ key }) => settingLabel(key), sortable: false },
  {
    key: 'value',
    title: titles.value,
    text: ({ value, key }) => valueText(value, key),
    sortable: false,
    render: ({ value, key }) => <strong>{valueText(value, key)}</strong>,
  },
  { key: 'since', title: titles.since, text: (setting) => holding(setting)?.from ?? text.preset, sortable: false, width: 106 },
  { key: 'document', title: titles.document, text: (setting) => holding(setting)?.document ?? '', sortable: false },
  { key: 'reason', title: titles.reason, text: (setting) => holding(setting)?.reason ?? '', sortable: false },
  { key: 'by', title: titles.by, text: (setting) => holding(setting)?.actor ?? '', sortable: false, width: 90 },
  ...(change === null
    ? []
    : [
        {
          key: 'change',
          title: '',
          text: () => '',
          sortable: false,
          width: 90,
          render: ({ key }: WorkSetting) => (
            <Button size="small" aria-label={text.dialogTitle(settingLabel(key))} onClick={() => change(key)}>
              {text.change}
            </Button>
          ),
        },
      ]),
];
