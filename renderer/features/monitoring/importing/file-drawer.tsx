import type { ReactElement } from 'react';
import type { MonitoringFile } from '../../../../shared/contract/monitoring.ts';
import { pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import { pageFindingText } from '../../../../shared/text/finding-text.ts';
import { monitoringImportText as text } from '../../../../shared/text/ui/monitoring-import-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { stateWords } from '../../../../shared/text/ui/app-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { numbers } from '../evaluation/evaluation-columns.tsx';
import { SampleMark } from '../sample-mark.tsx';
import { kindWords, OutcomeTag } from './preview-columns.tsx';

type Finding = MonitoringFile['findings'][number];
type Place = MonitoringFile['places'][number];
type Change = MonitoringFile['changes'][number];
type Table = MonitoringFile['tables'][number];
type Column = Table['columns'][number] & { readonly table: Table };

/** What was made of one file: columns, stations with their days, changed values, findings. */
export function FileDrawer({ file, onClose }: { readonly file: MonitoringFile; readonly onClose: () => void }): ReactElement {
  const columns = file.tables.flatMap((table) => table.columns.map((column) => ({ ...column, table })));
  return (
    <SideDrawer title={<span className="long-name">{file.file}</span>} onClose={onClose}>
      <div className="day-detail">
        <p className="monitoring-steps">
          <OutcomeTag file={file} />
          <span>{kindWords(file)}</span>
          <span className="muted">{text.format(file.format, file.encoding)}</span>
          {file.sample ? <SampleMark /> : null}
          {file.entries === null ? null : <span>{text.entries(file.entries.read, file.entries.added, file.entries.removed)}</span>}
        </p>
        {columns.length === 0 ? null : (
          <DataTable<Column>
            title={text.tables}
            columns={TABLE_COLUMNS}
            rows={columns}
            rowKey={(column) => `${column.table.sheet} ${column.table.kind} ${column.cell}`}
          />
        )}
        {file.places.length === 0 ? null : (
          <DataTable<Place>
            title={text.places}
            columns={PLACE_COLUMNS}
            rows={file.places}
            rowKey={(place) => `${place.placeId} ${place.station} ${place.kind}`}
          />
        )}
        {file.kind !== 'monitoring' ? null : (
          <DataTable<Change>
            title={text.changes(file.changeCount)}
            columns={CHANGE_COLUMNS}
            rows={file.changes}
            rowKey={(change) => `${change.placeId} ${change.station} ${change.date} ${change.field}`}
            emptyText={text.noChanges}
          />
        )}
        {file.changes.length === 0 ? null : <p className="muted">{text.changesShown(file.changes.length, file.changeCount)}</p>}
        <DataTable<Finding>
          title={text.findings(file.findings.length)}
          columns={FINDING_COLUMNS}
          rows={file.findings}
          rowKey={(finding) => String(file.findings.indexOf(finding))}
          emptyText={text.noFindings}
        />
      </div>
    </SideDrawer>
  );
}

const { tableColumns, placeColumns, changeColumns, findingColumns } = text;

const TABLE_COLUMNS: readonly DataColumn<Column>[] = [
  { key: 'sheet', title: tableColumns.sheet, text: ({ table }) => table.sheet, filter: 'values', width: 130 },
  {
    key: 'kind',
    title: tableColumns.kind,
    text: ({ table }) => `${text.tableKinds[table.kind]} ${table.shape}`.trim(),
    filter: 'values',
    width: 150,
  },
  { key: 'cell', title: tableColumns.cell, text: ({ cell }) => cell, width: 84, sortable: false },
  { key: 'header', title: tableColumns.header, text: ({ header }) => header, sortable: false, filter: 'search' },
  {
    key: 'meaning',
    title: tableColumns.meaning,
    text: ({ meaning }) => (meaning === '' ? text.unread : meaning),
    sortable: false,
    render: ({ meaning }) => (meaning === '' ? <span className="muted">{text.unread}</span> : <strong>{meaning}</strong>),
  },
  { key: 'unit', title: tableColumns.unit, text: ({ unit }) => unit, sortable: false, width: 120 },
];

const PLACE_COLUMNS: readonly DataColumn<Place>[] = [
  { key: 'name', title: placeColumns.name, text: ({ name }) => name, filter: 'search', width: 120 },
  { key: 'station', title: placeColumns.station, text: ({ station }) => station || monitoringText.none, filter: 'search' },
  { key: 'kind', title: placeColumns.kind, text: ({ kind }) => text.tableKinds[kind], filter: 'values', width: 90 },
  { key: 'from', title: placeColumns.from, text: ({ from }) => from, width: 106 },
  { key: 'to', title: placeColumns.to, text: ({ to }) => to, width: 106 },
  numbers('days', placeColumns.days, 70, ({ days }) => days),
  numbers('new', placeColumns.new, 70, ({ newDays }) => newDays),
  numbers('changed', placeColumns.changed, 70, ({ changedDays }) => changedDays),
  numbers('same', placeColumns.same, 70, ({ sameDays }) => sameDays),
  numbers('gap', placeColumns.gap, 70, ({ gapDays }) => gapDays),
];

const CHANGE_COLUMNS: readonly DataColumn<Change>[] = [
  {
    key: 'place',
    title: changeColumns.place,
    text: ({ name, station }) => (station === '' ? name : `${name} ${station}`),
    filter: 'search',
  },
  { key: 'date', title: changeColumns.date, text: ({ date }) => date, width: 106 },
  {
    key: 'field',
    title: changeColumns.field,
    text: ({ field }) => (field === 'hours' ? text.tableKinds.hourly : pollutantSign(field)),
    filter: 'values',
    width: 110,
  },
  { key: 'before', title: changeColumns.before, text: ({ before }) => before ?? text.missing, sortable: false, align: 'right', width: 100 },
  {
    key: 'after',
    title: changeColumns.after,
    text: ({ after }) => after ?? text.missing,
    sortable: false,
    align: 'right',
    width: 100,
    render: ({ after }) => <strong>{after ?? text.missing}</strong>,
  },
  { key: 'cell', title: changeColumns.cell, text: ({ sheet, cell }) => text.at(sheet, cell), sortable: false, width: 160 },
];

const FINDING_COLUMNS: readonly DataColumn<Finding>[] = [
  {
    key: 'severity',
    title: findingColumns.severity,
    text: ({ severity }) => stateWords[severity],
    filter: 'values',
    width: 84,
    render: ({ severity }) => <StateTag state={severity} />,
  },
  {
    key: 'place',
    title: findingColumns.place,
    text: ({ sheet, cell }) => (sheet === null ? text.wholeFile : text.at(sheet, cell)),
    filter: 'search',
    width: 160,
  },
  { key: 'text', title: findingColumns.text, text: ({ code, params }) => pageFindingText(code, params), sortable: false },
];
