import type { Pollutant } from '../../air/standards/pollutants.ts';
import type { DecimalText } from '../../numbers/decimal.ts';

/** 国控, 市控, 镇街站 (乡镇站), 微站. */
export const STATION_KINDS = ['national', 'city', 'town', 'micro'] as const;
export type StationKind = (typeof STATION_KINDS)[number];

/** A town (镇街) or the district that a station stands for, and with which weight (权重) it enters its means. */
export interface StationPlace {
  readonly placeId: string;
  readonly weight: DecimalText;
}

/** What the register (站点登记) says of a station from a day on. */
export interface StationContent {
  /** Blank for the data of a place that name no station. */
  readonly name: string;
  /** 站点代码: 1432A. */
  readonly code: string | null;
  readonly kind: StationKind | null;
  readonly places: readonly StationPlace[];
  /** 监测项目; null where nobody has said, and the data of the year tell. */
  readonly items: readonly Pollutant[] | null;
  /** Last day of the station; null while it stands. */
  readonly until: string | null;
}

/** One entry of the register. `station` is the key of the station: the place and the name under which its days are stored. */
export type StationStatement = { readonly id: number; readonly station: string } & (
  | { readonly act: 'set'; readonly from: string; readonly content: StationContent }
  /** Another name (别名) of the station; of a name the last entry holds, and a blank `station` takes it from all. */
  | { readonly act: 'name'; readonly name: string }
);

export interface StationPhase {
  readonly from: string;
  /** Last day before the next phase; null for the last one. */
  readonly to: string | null;
  readonly content: StationContent;
}

export interface RegisteredStation {
  readonly key: string;
  /** By date, never empty. */
  readonly phases: readonly StationPhase[];
  readonly aliases: readonly string[];
}

/** From when a statement holds that names no day. */
export const SINCE_EVER = '0001-01-01';
