import { Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { MonitoringSource, SourceRule } from '../../../../shared/contract/monitoring-sources.ts';
import { settingLabel } from '../../../../shared/text/settings-text.ts';
import { ruleNameText, ruleValueText, sourcePageText as words } from '../../../../shared/text/source-text.ts';
import { settingsPageText as text } from '../../../../shared/text/ui/settings-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { ValueInput } from '../value-input.tsx';
import { RuleEffect } from './rule-effect.tsx';

export interface SourceDialogProps {
  readonly source: MonitoringSource;
  /** The day of which the page shows what holds. */
  readonly today: string;
  readonly onClose: () => void;
}

/** One rule for the values of a source, from a day on; with what it would change in files that were taken in. */
export function SourceDialog({ source, today, onClose }: SourceDialogProps): ReactElement {
  const set = useCommand('sources.rule');
  const [key, setKey] = useState<SourceRule['key']>('air.below-detection');
  const [value, setValue] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(today);
  const [document, setDocument] = useState('');
  const rule = source.rules.find((one) => one.key === key);
  const chosen = value === null || value === '' || from === null ? null : { key, value, from };
  const choose = (next: SourceRule['key']): void => {
    setKey(next);
    setValue(null);
  };
  return (
    <DecisionDialog
      title={words.dialogTitle(source.titles)}
      confirm={text.confirm}
      done={words.done}
      blocked={chosen === null ? text.incomplete : null}
      decide={async (reason) => {
        if (chosen === null) return;
        const paper = document.trim();
        await set.mutateAsync({ ...chosen, source: source.source, reason, ...(paper === '' ? {} : { document: paper }) });
      }}
      onClose={onClose}
    >
      <Field label={words.rule}>
        {({ id }) => (
          <Select<SourceRule['key']>
            id={id}
            aria-label={words.rule}
            value={key}
            onChange={choose}
            options={source.rules.map((one) => ({ value: one.key, label: settingLabel(one.key) }))}
          />
        )}
      </Field>
      {rule === undefined ? null : (
        <>
          <p className="muted">{words.now(rule.value, key, rule.said)}</p>
          <ValueInput setting={{ ...rule, preset: rule.value }} value={value} onChange={setValue} />
        </>
      )}
      <DateInput label={text.from} value={from} onChange={setFrom} year={Number(today.slice(0, 4))} />
      <Field label={text.document}>
        {(ids) => <Input {...ids} value={document} maxLength={100} onChange={(event) => setDocument(event.target.value)} />}
      </Field>
      {chosen === null ? null : <RuleEffect asked={{ ...chosen, source: source.source }} />}
      <History source={source} />
    </DecisionDialog>
  );
}

function History({ source }: Pick<SourceDialogProps, 'source'>): ReactElement | null {
  const entries = source.rules.flatMap((rule) => rule.entries);
  if (entries.length === 0) return null;
  return <DataTable<Entry> title={text.history} columns={HISTORY} rows={entries.toReversed()} rowKey={(entry) => JSON.stringify(entry)} />;
}

type Entry = SourceRule['entries'][number];

const { historyColumns: titles } = text;

const HISTORY: readonly DataColumn<Entry>[] = [
  { key: 'rule', title: words.rule, text: ({ key }) => ruleNameText(key), sortable: false },
  { key: 'value', title: titles.value, text: ({ value, key }) => ruleValueText(key, value), sortable: false },
  { key: 'from', title: titles.from, text: ({ from }) => from, sortable: false, width: 106 },
  { key: 'reason', title: titles.reason, text: ({ reason }) => reason, sortable: false },
  { key: 'by', title: titles.by, text: ({ actor }) => actor, sortable: false, width: 80 },
];
