import type { MethodInput } from '../../../../shared/contract/contract.ts';
import type { ListedStation } from '../../../../shared/contract/stations.ts';
import type { StationKind } from '../../../../shared/domain/monitoring/stations/types.ts';
import type { Pollutant } from '../monitoring-types.ts';
import { newestPhase } from './station-columns.tsx';

/** A station for whom, with which weight. */
export interface DraftPlace {
  readonly place: string;
  readonly weight: string;
}

/** What is being written of a station. */
export interface StationDraft {
  readonly name: string;
  readonly code: string;
  readonly kind: StationKind | null;
  readonly aliases: string;
  readonly places: readonly DraftPlace[];
  /** None chosen: the data of each year tell. */
  readonly items: readonly Pollutant[];
  readonly from: string | null;
  readonly until: string | null;
  readonly document: string;
}

/** As it stands last. The day from which it is to hold is left to be said. */
export function draftOf(station: ListedStation | null): StationDraft {
  const phase = station === null ? undefined : newestPhase(station);
  return {
    name: phase?.name ?? '',
    code: phase?.code ?? '',
    kind: phase?.kind ?? null,
    aliases: '',
    places: phase?.places.map(({ name, weight }) => ({ place: name, weight })) ?? [],
    items: phase?.items ?? [],
    from: null,
    until: phase?.until ?? null,
    document: '',
  };
}

/** Everything that the form shows is said, so that what was read is what is kept. */
export function requestOf(station: ListedStation | null, draft: StationDraft): Omit<MethodInput<'stations.set'>, 'reason'> {
  const aliases = draft.aliases.split(/[、,，;；\s]+/u).filter((name) => name !== '');
  return {
    ...(station === null ? {} : { station: station.key }),
    ...(draft.name.trim() === '' ? {} : { name: draft.name }),
    code: draft.code.trim() === '' ? null : draft.code,
    kind: draft.kind,
    places: draft.places.map((place) => ({ ...place })),
    items: draft.items.length === 0 ? null : [...draft.items],
    until: draft.until,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(draft.from === null ? {} : { from: draft.from }),
    ...(draft.document.trim() === '' ? {} : { document: draft.document.trim() }),
  };
}
