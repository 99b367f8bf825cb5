import { Button, Select } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { LogEntry } from '../../../shared/contract/audit.ts';
import { logObject, logPageText as text } from '../../../shared/text/log-text.ts';
import { tableText } from '../../../shared/text/ui/app-text.ts';
import { useCall } from '../../client/context.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { useRoute } from '../../work/routes.ts';
import './log.css';

/** 审计记录: who changed what, when, why, over all years of the work; unit and person stand in the address. */
export function LogPage(): ReactElement {
  const { params, go } = useRoute();
  const log = useCall('audit.log', {});
  const all = useMemo(() => log.data?.entries ?? [], [log.data]);
  const shown = useMemo(() => all.filter((entry) => passes(entry, params)), [all, params]);
  // An event about several units is several lines.
  const keys = useMemo(() => new Map(all.map((entry, index) => [entry, String(index)])), [all]);
  const change = (name: 'unit' | 'person', value: string): void => {
    const { [name]: _before, ...rest } = params;
    go('log', value === '' ? rest : { ...rest, [name]: value });
  };
  if (log.isError) return <FailureAlert failure={log.error} onRetry={() => void log.refetch()} />;
  const chosen = Object.values(params);
  return (
    <Page title={text.title} hint={text.hint}>
      {log.isSuccess && all.length === 0 ? (
        <EmptyState title={text.none} />
      ) : (
        <>
          <div className="log-bar">
            <Choice
              label={text.filters.unit}
              all={text.filters.allUnits}
              value={params['unit']}
              values={namesOf(all, unitOf)}
              onChange={(value) => change('unit', value)}
            />
            <Choice
              label={text.filters.person}
              all={text.filters.allPersons}
              value={params['person']}
              values={namesOf(all, peopleOf)}
              onChange={(value) => change('person', value)}
            />
            {chosen.length === 0 ? null : <Button onClick={() => go('log')}>{text.clear}</Button>}
          </div>
          <DataTable<LogEntry>
            label={text.table}
            columns={COLUMNS}
            rows={shown}
            rowKey={(entry) => keys.get(entry) ?? ''}
            groupOf={({ at }) => at.slice(0, 10)}
            countText={(rows) => text.count(rows.length, all.length)}
            filterText={chosen.length === 0 ? '' : tableText.filteredBy(chosen)}
            loading={log.isPending}
            emptyText={text.noMatch}
          />
        </>
      )}
    </Page>
  );
}

const unitOf = ({ unit }: LogEntry): string[] => (unit === null ? [] : [unit]);

const peopleOf = ({ by, recordedBy }: LogEntry): string[] => (recordedBy === null ? [by] : [by, recordedBy]);

const namesOf = (entries: readonly LogEntry[], of: (entry: LogEntry) => readonly string[]): string[] => [...new Set(entries.flatMap(of))];

/** Of the unit, and decided or recorded by the person, that the address names. */
export const passes = (entry: LogEntry, { unit, person }: Readonly<Record<string, string>>): boolean =>
  (unit === undefined || unitOf(entry).includes(unit)) && (person === undefined || peopleOf(entry).includes(person));

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly values: readonly string[];
  onChange(value: string): void;
}

const Choice = ({ label, all, value, values, onChange }: ChoiceProps): ReactElement => (
  <Select
    aria-label={label}
    className="log-choice"
    showSearch={{ optionFilterProp: 'label' }}
    value={value ?? ''}
    onChange={onChange}
    options={[{ value: '', label: all }, ...values.map((name) => ({ value: name, label: name }))]}
    popupMatchSelectWidth={false}
  />
);

const COLUMNS: readonly DataColumn<LogEntry>[] = [
  { key: 'time', title: text.columns.time, text: ({ at }) => at.slice(11, 16), sortValue: ({ at }) => at, width: 72 },
  {
    key: 'by',
    title: text.columns.by,
    text: ({ by, recordedBy }) => (recordedBy === null ? by : text.recordedBy(by, recordedBy)),
    width: 132,
  },
  { key: 'act', title: text.columns.act, text: ({ act }) => act, filter: 'values', width: 124 },
  { key: 'object', title: text.columns.object, text: logObject, filter: 'search', level: 'answers' },
  { key: 'change', title: text.columns.change, text: ({ before, after }) => text.change(before, after), width: 210 },
  { key: 'reason', title: text.columns.reason, text: ({ reason }) => reason ?? '', filter: 'search', width: 220, level: 'B' },
];
