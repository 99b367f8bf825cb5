import type { HoursOfDay } from '../air/hours/hours-of-day.ts';
import type { Pollutant } from '../air/standards/pollutants.ts';
import type { Finding } from '../findings.ts';
import type { DecimalText } from '../numbers/decimal.ts';
import type { DatedRule } from './value-rules.ts';
import type { NamedUnits } from '../plan/unit-schema.ts';

/** 监测数据文件 (monitoring files): what a platform's export or a clerk's own table says about the air of towns, day by day or hour by hour. */
export interface MonitoringReading {
  readonly tables: readonly RecognisedTable[];
  /** Both lists may be filled: a file may have a daily and an hourly sheet. */
  readonly days: readonly ReadDay[];
  readonly hours: readonly ReadHours[];
  readonly findings: readonly Finding[];
}

export interface MonitoringOptions {
  readonly file: string;
  readonly plan: NamedUnits;
  /** Names under which the district's own row stands: its own name, 全区. */
  readonly districtNames: readonly string[];
  /** What a label from 0 to 23 names: the hour that starts then or the hour that ends then. */
  readonly hourStamp: 'auto' | HourStamp;
  /** Year of dates that are written without one. */
  readonly year: number | null;
  /** Rules of reading, of the newest edition where it is left out. */
  readonly edition?: number | undefined;
  /** Names, codes and aliases of the register of stations (站点登记), compared by nameKey; whose they are it says itself. */
  readonly registered?: ReadonlySet<string> | undefined;
  /** Names of stations that were assigned to a town or the district (站点归属) before there was a register: name → placeId. */
  readonly assigned?: Readonly<Record<string, string>> | undefined;
  /** What a person has said of the hour labels of a source (sourceKey) before. */
  readonly stamps?: Readonly<Record<string, HourStamp>> | undefined;
  /** The day on which the file came (导入日), after which nothing can have been measured; absent where nobody asks. */
  readonly until?: string | undefined;
  /** Settings of the work that decide on values of which a cell leaves it open. */
  readonly rules?: readonly DatedRule[] | undefined;
  /** A file that arrives: one of which too much is not understood is not read to its end, and nothing of it counts. */
  readonly bounded?: boolean | undefined;
}

export type HourStamp = 'start' | 'end';

/** placeId of the district itself (全区). */
export const DISTRICT = 'district';

/** A quantity that a column may hold. The one hour maximum of ozone is of a daily table only. */
export type Field = Pollutant | 'o3OneHour';

/** Where the parts of a value's place stand: `long` has all of them in the row. */
export type TableShape = 'long' | 'townColumns' | 'townPollutantColumns' | 'sheetPerTown' | 'dateColumns' | 'hourColumns';

export type ConcentrationUnit = 'µg/m³' | 'mg/m³' | 'ppb' | 'ppm';

export type ColumnMeaning =
  | 'place'
  | 'station'
  | 'region'
  | 'year'
  | 'month'
  | 'date'
  | 'hour'
  | 'pollutantName'
  | 'value'
  | 'stated'
  | 'flag'
  | 'known'
  | 'unknown';

export interface RecognisedColumn {
  readonly address: string;
  readonly title: string;
  readonly meaning: ColumnMeaning;
  readonly field: Field | null;
  readonly placeId: string | null;
  /** As the file states it; null where it states none and the usual one is taken. */
  readonly unit: ConcentrationUnit | null;
  /** What the values are multiplied with to come to µg/m³ (CO: mg/m³). */
  readonly factor: DecimalText;
}

export interface RecognisedTable {
  readonly sheet: string;
  readonly kind: 'daily' | 'hourly';
  readonly shape: TableShape;
  readonly headerRows: readonly number[];
  readonly columns: readonly RecognisedColumn[];
  /** Titles of columns that are not read, known or not. */
  readonly ignored: readonly string[];
  readonly hourStamp: HourStamp | null;
}

/** placeId: id of a town, or DISTRICT. station: its printed name, '' where the file names none. */
export interface ReadDay {
  readonly placeId: string;
  readonly station: string;
  readonly date: string;
  readonly values: Readonly<Partial<Record<Pollutant, DecimalText>>>;
  readonly o3OneHour: DecimalText | null;
  readonly invalid: readonly Pollutant[];
  readonly sheet: string;
  /** Cells of everything the row speaks of, also of a missing value: a newer file can take a value back. */
  readonly cells: Readonly<Partial<Record<Field, string>>>;
}

export interface ReadHours {
  readonly placeId: string;
  readonly station: string;
  readonly hours: HoursOfDay;
  readonly sheet: string;
  /** 'C2:C25' where contiguous, else a comma list of cells and ranges in the order of the hours. */
  readonly cells: Readonly<Partial<Record<Pollutant, string>>>;
}
