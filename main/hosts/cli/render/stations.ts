import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { ListedStation } from '../../../../shared/contract/stations.ts';
import {
  stationItemsText,
  stationKindText,
  stationPlacesText,
  stationSpanText,
  stationText as words,
} from '../../../../shared/text/station-text.ts';
import { textTable } from '../terminal/table.ts';

interface Row {
  readonly station: ListedStation;
  readonly phase: ListedStation['phases'][number];
  readonly first: boolean;
}

/** stations list: names that nothing knows first, then each station, with a line for each of its phases. */
export function stationsTable({ stations, unassigned }: MethodOutput<'stations.list'>): string {
  const open =
    unassigned.length === 0
      ? []
      : [words.unassigned(unassigned.length), ...unassigned.map(({ name, file }) => `  ${words.unassignedLine(name, file)}`)];
  if (stations.length === 0) return [...open, words.none].join('\n');
  const rows = stations.flatMap((station) => station.phases.map((phase, index): Row => ({ station, phase, first: index === 0 })));
  const { columns } = words;
  const once = (of: (station: ListedStation) => string) => (row: Row) => (row.first ? of(row.station) : '');
  const table = textTable<Row>(
    [
      { title: columns.name, cell: once(({ name }) => name) },
      { title: columns.town, cell: ({ phase }) => stationPlacesText(phase.places) },
      { title: columns.kind, cell: ({ phase }) => stationKindText(phase.kind) },
      { title: columns.items, cell: ({ phase }) => stationItemsText(phase.items) },
      { title: columns.valid, cell: ({ phase }) => stationSpanText(phase.from, phase.to) },
      { title: columns.aliases, cell: once(({ aliases }) => aliases.join('、')) },
      { title: columns.code, cell: ({ phase }) => phase.code ?? '' },
      { title: columns.data, cell: once(({ data }) => words.dataText(data.days, data.from, data.to)) },
    ],
    rows,
  );
  return [...open, table].join('\n');
}
