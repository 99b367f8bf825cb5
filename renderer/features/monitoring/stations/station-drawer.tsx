import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ListedStation } from '../../../../shared/contract/stations.ts';
import {
  stationItemsText,
  stationKindText,
  stationPlacesText,
  stationSpanText,
  stationText,
} from '../../../../shared/text/station-text.ts';
import { stationPageText as text } from '../../../../shared/text/ui/station-page-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { StationForm } from './station-form.tsx';

type Phase = ListedStation['phases'][number];
type Entry = ListedStation['entries'][number];

export interface StationDrawerProps {
  readonly station: ListedStation;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** What holds of one station from when on, and who said it; from here it is said anew. */
export function StationDrawer({ station, readOnly, onClose }: StationDrawerProps): ReactElement {
  const [editing, setEditing] = useState(false);
  const { name, aliases, data, phases, entries } = station;
  return (
    <SideDrawer
      title={name}
      width={980}
      extra={readOnly ? null : <Button onClick={() => setEditing(true)}>{text.edit}</Button>}
      onClose={onClose}
    >
      <div className="day-detail">
        <p className="monitoring-steps">
          <span>{stationText.dataText(data.days, data.from, data.to)}</span>
          {aliases.length === 0 ? null : (
            <span>
              {text.columns.aliases} {aliases.join('、')}
            </span>
          )}
        </p>
        <DataTable<Phase> title={text.phases} columns={PHASE_COLUMNS} rows={phases} rowKey={({ from }) => from ?? ''} />
        <DataTable<Entry>
          title={text.entries}
          columns={ENTRY_COLUMNS}
          rows={entries}
          rowKey={({ id }) => String(id)}
          emptyText={text.notSaid}
        />
      </div>
      {editing ? <StationForm station={station} onClose={() => setEditing(false)} /> : null}
    </SideDrawer>
  );
}

const { columns, entryColumns } = text;

const PHASE_COLUMNS: readonly DataColumn<Phase>[] = [
  { key: 'valid', title: columns.valid, text: ({ from, to }) => stationSpanText(from, to), width: 190 },
  { key: 'places', title: columns.places, text: ({ places }) => stationPlacesText(places) },
  { key: 'kind', title: columns.kind, text: ({ kind }) => stationKindText(kind), width: 84 },
  { key: 'items', title: columns.items, text: ({ items }) => stationItemsText(items), width: 220 },
  { key: 'code', title: columns.code, text: ({ code }) => code ?? '', width: 84 },
];

const ENTRY_COLUMNS: readonly DataColumn<Entry>[] = [
  { key: 'at', title: entryColumns.at, text: ({ at }) => at.slice(0, 16).replace('T', ' '), width: 140 },
  { key: 'act', title: entryColumns.act, text: ({ act, name }) => text.acts[act](name) },
  { key: 'from', title: entryColumns.from, text: ({ act, from }) => (act === 'name' ? '' : stationSpanText(from, null)), width: 110 },
  { key: 'actor', title: entryColumns.actor, text: ({ actor }) => actor, width: 90 },
  { key: 'reason', title: entryColumns.reason, text: ({ reason }) => reason },
  { key: 'document', title: entryColumns.document, text: ({ document }) => document ?? '', width: 140 },
];
