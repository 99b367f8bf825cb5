import type { ListedStation } from '../../../../shared/contract/stations.ts';
import { stationItemsText, stationKindText, stationSpanText, stationText } from '../../../../shared/text/station-text.ts';
import { stationPageText as text } from '../../../../shared/text/ui/station-page-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';

type Phase = ListedStation['phases'][number];

/** What is said of the station last. */
export const newestPhase = ({ phases }: ListedStation): Phase | undefined => phases.at(-1);

const of =
  (read: (phase: Phase) => string) =>
  (station: ListedStation): string => {
    const phase = newestPhase(station);
    return phase === undefined ? '' : read(phase);
  };

const { columns } = text;

export const STATION_COLUMNS: readonly DataColumn<ListedStation>[] = [
  { key: 'name', title: columns.name, text: ({ name }) => name, filter: 'search', level: 'answers' },
  {
    key: 'places',
    title: columns.places,
    text: of(({ places }) => places.map(({ name }) => name).join('、')),
    filter: 'values',
    width: 130,
  },
  { key: 'kind', title: columns.kind, text: of(({ kind }) => stationKindText(kind)), filter: 'values', width: 84 },
  { key: 'items', title: columns.items, text: of(({ items }) => stationItemsText(items)), filter: 'values', width: 160 },
  { key: 'valid', title: columns.valid, text: validText, width: 120 },
  { key: 'aliases', title: columns.aliases, text: ({ aliases }) => aliases.join('、'), filter: 'search', width: 120, level: 'B' },
  { key: 'code', title: columns.code, text: of(({ code }) => code ?? ''), filter: 'search', width: 84, level: 'B' },
  {
    key: 'weight',
    title: columns.weight,
    text: of(({ places }) => places.map(({ weight }) => weight).join('、')),
    width: 72,
    align: 'right',
    level: 'B',
  },
  {
    key: 'data',
    title: columns.data,
    text: ({ data }) => stationText.dataText(data.days, data.from, data.to),
    sortValue: ({ data }) => data.days,
    width: 130,
    level: 'B',
  },
];

/** From its first day in the register to its last. */
export function validText(station: ListedStation): string {
  return stationSpanText(station.phases[0]?.from ?? null, newestPhase(station)?.until ?? null);
}
