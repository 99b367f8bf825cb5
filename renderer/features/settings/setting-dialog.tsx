import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { WorkSetting } from '../../../shared/contract/settings.ts';
import { settingLabel } from '../../../shared/text/settings-text.ts';
import { settingsPageText as text } from '../../../shared/text/ui/settings-page-text.ts';
import { useCommand } from '../../client/context.tsx';
import { BeforeAfter } from '../../ui/before-after.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { DecisionDialog } from '../../ui/decision-dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { VALUE_SETTING_KEYS } from '../../../shared/domain/monitoring/value-rules.ts';
import { RuleEffect } from './sources/rule-effect.tsx';
import { typed, ValueInput } from './value-input.tsx';
import { valueText } from './value-text.ts';

export interface SettingDialogProps {
  readonly setting: WorkSetting;
  /** The day of which the page shows what holds. */
  readonly today: string;
  readonly onClose: () => void;
}

/** 更改 of one setting from a day on; what was set before stands below. */
export function SettingDialog({ setting, today, onClose }: SettingDialogProps): ReactElement {
  const set = useCommand('settings.set');
  const label = settingLabel(setting.key);
  const valueKey = VALUE_SETTING_KEYS.find((key) => key === setting.key);
  const [value, setValue] = useState<string | null>(setting.kind === 'text' ? String(setting.value) : null);
  const [from, setFrom] = useState<string | null>(today);
  const [document, setDocument] = useState('');
  const blocked = value === null || from === null ? text.incomplete : value === String(setting.value) && from === today ? text.same : null;
  return (
    <DecisionDialog
      title={text.dialogTitle(label)}
      confirm={text.confirm}
      done={text.done(label)}
      blocked={blocked}
      decide={async (reason) => {
        if (value === null || from === null) return;
        const paper = document.trim();
        await set.mutateAsync({ key: setting.key, value, from, reason, ...(paper === '' ? {} : { document: paper }) });
      }}
      onClose={onClose}
    >
      <ValueInput setting={setting} value={value} onChange={setValue} />
      {value === null ? null : (
        <BeforeAfter
          changes={[{ name: label, before: valueText(setting.value, setting.key), after: valueText(typed(setting, value), setting.key) }]}
        />
      )}
      <DateInput label={text.from} value={from} onChange={setFrom} year={Number(today.slice(0, 4))} />
      <Field label={text.document}>
        {(ids) => <Input {...ids} value={document} maxLength={100} onChange={(event) => setDocument(event.target.value)} />}
      </Field>
      <p className="muted">{text.effect}</p>
      {valueKey === undefined || value === null || from === null || value === setting.value ? null : (
        <RuleEffect asked={{ key: valueKey, value, from }} />
      )}
      {setting.entries.length === 0 ? null : (
        <DataTable<Entry>
          title={text.history}
          columns={HISTORY}
          rows={setting.entries.toReversed()}
          rowKey={(entry) => JSON.stringify(entry)}
        />
      )}
    </DecisionDialog>
  );
}

type Entry = WorkSetting['entries'][number];

const { historyColumns: titles } = text;

const HISTORY: readonly DataColumn<Entry>[] = [
  { key: 'from', title: titles.from, text: ({ from }) => from, sortable: false, width: 106 },
  { key: 'value', title: titles.value, text: ({ value, key }) => valueText(value, key), sortable: false },
  { key: 'reason', title: titles.reason, text: ({ reason }) => reason, sortable: false },
  { key: 'document', title: titles.document, text: ({ document }) => document ?? '', sortable: false },
  { key: 'by', title: titles.by, text: ({ actor }) => actor, sortable: false, width: 80 },
];
