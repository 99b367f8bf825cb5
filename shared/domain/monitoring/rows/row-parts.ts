import { plainText, typedText } from '../../returns/cell-text.ts';
import type { RawCell, RawValue } from '../../tables/raw-workbook.ts';
import { type GridRow, keyOf } from '../grid.ts';
import { isStatistic } from '../header-words.ts';
import { isLimit, isMeanOfPlaces, isTown } from '../mean-rows.ts';
import type { Notices } from '../notices.ts';
import type { PlaceNames } from '../place-names.ts';
import type { TablePlan } from '../plan-table.ts';
import { ofValue } from '../remembered-value.ts';
import { readHour } from '../stamps.ts';

/** What the keys of the rows of a table are read with. */
export interface RowParts {
  readonly plan: TablePlan;
  readonly places: PlaceNames;
  readonly notices: Notices;
  readonly date1904: boolean;
  /** Rules of reading. */
  readonly edition: number;
  /** Printed name of a place. */
  readonly nameOf: (placeId: string) => string;
}

/** A cell that says to what its row belongs. */
export type KeyCell = Pick<RawCell, 'row' | 'column' | 'value'>;

/** What is reckoned of a value alone: towns, days and hours come again and again. */
export interface Remembered extends RowParts {
  readonly textOf: (value: RawValue) => string;
  /** The same of a place, without the number before it: 1.某某街道. */
  readonly nameOfPlace: (value: RawValue) => string;
  readonly hourOf: (value: RawValue) => number | null;
  readonly isMean: (value: RawValue) => boolean;
  /** A mean of the towns of the table, or a limit. */
  readonly isAside: (value: RawValue) => boolean;
  /** The value is the day of a month, which columns beside it or the title make a date. */
  readonly isBare: (value: RawValue) => boolean;
  /** Columns in which a mean may be named. */
  readonly named: readonly number[];
}

export function withRemembered(parts: RowParts): Remembered {
  const { plan, places, date1904 } = parts;
  const { place, station, date, hour } = plan.keys;
  return {
    ...parts,
    textOf: ofValue((value) => plainText(typedText(value, date1904))),
    nameOfPlace: ofValue((value) => {
      const text = plainText(typedText(value, date1904));
      return parts.edition < 5 ? text : text.replace(ORDINAL, '');
    }),
    hourOf: ofValue(readHour),
    isMean: ofValue((value) => value.type === 'text' && isStatistic(value.text) && places.place(value.text) === null),
    isAside: ofValue(
      (value) => value.type === 'text' && (isLimit(value.text, places) || (isMeanOfPlaces(value.text, places) && hasTowns(parts))),
    ),
    isBare: ofValue(isBareDay),
    named: [place, station, date, hour].filter((column) => column !== null).map(({ column }) => column),
  };
}

const hasTowns = ({ plan, places }: RowParts): boolean =>
  [plan.keys.place, plan.keys.station].some(
    (column) =>
      column !== null &&
      plan.found.rows.some((row) => {
        const value = row.value(column.column);
        return value?.type === 'text' && isTown(value.text, places);
      }),
  );

/** 1 to 31 in a column of days, which a month beside it or in the title makes a date. */
const isBareDay = (value: RawValue): boolean => value.type === 'number' && value.format === 'general' && /^\d{1,2}$/.test(value.digits);

/** A row of which no value is read, counted for its sheet. */
export function tallyRow({ plan, notices }: RowParts, row: GridRow, code: 'MONITOR_ROWS_SKIPPED' | 'MONITOR_ROWS_WITHOUT_KEY'): void {
  notices.tally(code, { sheet: plan.grid.name, key: keyOf(row.row, row.firstColumn), column: '' });
}

const ORDINAL = /^[(]?\d{1,3}[)]?[.、．] ?(?=\p{Script=Han})/u;

/** As it is typed, without the number before it; blank where the table has no such column. */
export const placeText = (parts: Remembered, cell: KeyCell | undefined): string =>
  cell === undefined ? '' : parts.nameOfPlace(cell.value);

/** As it is typed; blank where there is nothing. */
export const textOf = (parts: Remembered, cell: KeyCell | undefined): string => (cell === undefined ? '' : parts.textOf(cell.value));
