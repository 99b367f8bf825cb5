import type { FindingCode } from '../../findings.ts';
import { plainText, typedText } from '../../returns/cell-text.ts';
import { type GridRow, keyOf } from '../grid.ts';
import { isPeriod } from '../period-words.ts';
import type { TablePlan } from '../plan-table.ts';
import { readStamp, type Stamp } from '../stamps.ts';
import type { HeadedColumn } from '../table-columns.ts';
import { type KeyCell, type Remembered, type RowParts, tallyRow, textOf } from './row-parts.ts';

/** Day and, where its cell says one, hour of a row; null where that is not understood, which is said. */
export function dayOf(
  parts: Remembered,
  row: GridRow,
  cell: KeyCell | undefined,
): { readonly date: string; readonly hour: number | null } | null {
  const { plan, notices, edition } = parts;
  const column = plan.keys.date;
  if (column === null || cell === undefined) {
    tallyRow(parts, row, 'MONITOR_ROWS_WITHOUT_KEY');
    return null;
  }
  const place = { sheet: plan.grid.name, key: keyOf(cell.row, cell.column), column: column.title };
  const parted = plan.keys.month !== null || plan.keys.year !== null || parts.isBare(cell.value);
  const stamp = (parted ? stampOfParts(parts, row, cell) : null) ?? plan.stampOf(cell.value);
  if (stamp === null && parted && yearOf(parts, row) === null) {
    notices.tally('MONITOR_YEAR_MISSING', { ...place, key: keyOf(plan.found.header[0]?.row ?? 1, (plan.keys.month ?? column).column) });
    return null;
  }
  if (stamp === null && edition >= 5 && lacksYear(parts, cell)) {
    notices.tally('MONITOR_YEAR_MISSING', { ...place, key: keyOf(plan.found.header[0]?.row ?? 1, column.column) });
    return null;
  }
  const hourLacks =
    plan.hourly && plan.keys.hour === null && plan.values.every(({ said }) => said.hour === null) && stamp?.hour === null && !stamp.serial;
  if (stamp === null || hourLacks) {
    // A note below the table may reach into the columns of values; only figures make it a row that is lost.
    if (plan.values.some((value) => row.value(value.column)?.type === 'number'))
      notices.cell(dateTrouble(parts, cell, stamp), place, { text: textOf(parts, cell) });
    else tallyRow(parts, row, 'MONITOR_ROWS_SKIPPED');
    return null;
  }
  if (stamp.zone !== null) notices.tally('MONITOR_ZONE_CONVERTED', place, { zone: stamp.zone });
  if (stamp.yearAssumed) notices.tally('MONITOR_YEAR_ASSUMED', place, { year: stamp.date.slice(0, 4) });
  return { date: stamp.date, hour: stamp.hour ?? (stamp.serial ? 0 : null) };
}

/** 3月1日 where nothing says of which year. */
const lacksYear = (parts: Remembered, { value }: KeyCell): boolean =>
  value.type === 'text' &&
  yearOfTable(parts) === null &&
  readStamp(value, { date1904: parts.date1904, year: ANY_LEAP_YEAR, month: null, edition: parts.edition })?.yearAssumed === true;

const yearOfTable = ({ plan }: RowParts): number | null => plan.context.year;
const ANY_LEAP_YEAR = 2024;

/** A month instead of a day, or a stamp without the hour that other rows of the column have. */
function dateTrouble(parts: Remembered, cell: KeyCell, stamp: Stamp | null): FindingCode {
  if (stamp !== null) return 'MONITOR_HOUR_LACKS';
  return parts.edition >= 4 && isPeriod(textOf(parts, cell)) ? 'MONITOR_MONTHS' : 'MONITOR_DATE_UNREADABLE';
}

/** 年, 月 and 日 in columns of their own; the title may state what no column does. */
function stampOfParts({ plan, date1904 }: RowParts, row: GridRow, day: KeyCell): Stamp | null {
  const { year, month } = plan.keys;
  const [ofYear, ofMonth] = [numberIn(plan, row, year), numberIn(plan, row, month)];
  const [titleYear, titleMonth] = (plan.context.month ?? '').split('-');
  const monthText = month === null ? titleMonth : ofMonth;
  const yearText = (year === null ? null : ofYear) ?? (plan.context.year === null ? titleYear : String(plan.context.year));
  const dayText = /^(\d{1,2})[日号]?$/u.exec(plainText(typedText(day.value, date1904)))?.[1];
  if (monthText === undefined || monthText === null || yearText === undefined || yearText === '' || dayText === undefined) return null;
  return plan.stampOf({ type: 'text', text: `${yearText}-${monthText.padStart(2, '0')}-${dayText.padStart(2, '0')}` });
}

function numberIn({ grid }: TablePlan, row: GridRow, column: HeadedColumn | null): string | null {
  const value = column === null ? undefined : grid.valueAt(row, column.column);
  return value === undefined ? null : (/^(\d{1,4})(?:年|月份?)?$/u.exec(plainText(typedText(value, false)))?.[1] ?? null);
}

const yearOf = ({ plan }: RowParts, row: GridRow): string | null =>
  plan.keys.year === null ? (plan.context.year === null ? null : String(plan.context.year)) : numberIn(plan, row, plan.keys.year);
