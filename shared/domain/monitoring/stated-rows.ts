import { plainText, typedText } from '../returns/cell-text.ts';
import type { StatedCell, StatedRow } from './check-stated.ts';
import type { HourCheck } from './check-stated-hour.ts';
import { type GridRow, keyOf } from './grid.ts';
import type { TablePlan } from './plan-table.ts';
import { ofValue } from './remembered-value.ts';
import type { StatedColumn } from './stated-columns.ts';
import { bucketKey, type Place } from './value-store.ts';

interface StatedParts {
  readonly plan: TablePlan;
  readonly date1904: boolean;
  /** Takes what rows state of days. */
  readonly stated: StatedRow[];
  /** The same of hours, at once. */
  readonly checkHour: HourCheck;
}

/** Reads what a row states; `ofRow` is where its values belong, `placeOf` where those of a column do that says so itself. */
export type StatedReader = (row: GridRow, ofRow: Place | null, placeOf: (column: StatedColumn) => Place | null) => void;

/** AQI, level, primary pollutant and 分指数 beside the values. Columns of one row may be of several places, each with its own AQI. */
export function statedReader({ plan, date1904, stated, checkHour }: StatedParts): StatedReader {
  const textOf = ofValue((value) => plainText(typedText(value, date1904)).slice(0, LONGEST_STATED));
  const tell = (at: Place, said: readonly StatedCell[]): void => {
    const { placeId, station, date, hour } = at;
    if (hour === null) stated.push({ placeId, station, date, said });
    else checkHour({ placeId, station, date, hour }, said);
  };
  const cellOf = (row: GridRow, column: StatedColumn): StatedCell | null => {
    const value = row.value(column.column);
    if (value === undefined) return null;
    const place = { sheet: plan.grid.name, key: keyOf(row.row, column.column) };
    return { what: column.what, pollutant: column.pollutant, text: textOf(value), column: column.title, place };
  };
  const ofRows = plan.stated.every(({ said: { placeId, date, hour } }) => (placeId ?? date ?? hour) === null);
  if (ofRows)
    return (row, ofRow) => {
      if (ofRow === null) return;
      const said: StatedCell[] = [];
      for (const column of plan.stated) {
        const cell = cellOf(row, column);
        if (cell !== null) said.push(cell);
      }
      if (said.length > 0) tell(ofRow, said);
    };
  return (row, _ofRow, placeOf) => {
    const cells = plan.stated.flatMap((column) => {
      const [at, cell] = [placeOf(column), cellOf(row, column)];
      return at === null || cell === null ? [] : [{ at, cell }];
    });
    for (const group of Map.groupBy(cells, ({ at }) => bucketKey(at)).values())
      if (group[0] !== undefined)
        tell(
          group[0].at,
          group.map(({ cell }) => cell),
        );
  };
}

const LONGEST_STATED = 30;
