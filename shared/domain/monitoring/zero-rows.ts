import { POLLUTANTS } from '../air/standards/pollutants.ts';
import { type GridRow, keyOf } from './grid.ts';
import type { Notices } from './notices.ts';
import { factorOf, type TablePlan, type ValueColumn } from './plan-table.ts';
import type { RawValue } from '../tables/raw-workbook.ts';
import { ofValue } from './remembered-value.ts';
import type { RulesOn } from './value-rules.ts';
import { readValue } from './values.ts';

const NONE: ReadonlySet<number> = new Set();

/** Columns of which a row has 0 for all six pollutants (各项全部为 0): a device or a platform was down, no air is so. Such rows are counted. */
export function zeroColumnsOf(
  plan: TablePlan,
  notices: Notices,
  rulesOn: RulesOn,
): (row: GridRow, date: string | null) => ReadonlySet<number> {
  const groups = wholeGroups(plan.values);
  if (groups.length === 0) return () => NONE;
  const zeroOf = new Map(plan.values.map((column) => [column, ofValue((value) => isZero(value, column))]));
  const isZeroIn = (row: GridRow, column: ValueColumn): boolean => {
    const value = row.value(column.column);
    // The highest hour of ozone may be left blank beside them.
    return value === undefined ? column.field === 'o3OneHour' : zeroOf.get(column)?.(value) === true;
  };
  const isMissing = (group: readonly ValueColumn[], date: string | null): boolean =>
    rulesOn(group[0]?.said.date ?? date ?? '').zeroRow === 'missing';
  return (row, date) => {
    const zero = groups.filter((group) => group.every((column) => isZeroIn(row, column)) && isMissing(group, date));
    for (const [first] of zero)
      if (first !== undefined) notices.tally('MONITOR_ROW_ZERO', { sheet: plan.grid.name, key: keyOf(row.row, first.column), column: '' });
    return zero.length === 0 ? NONE : new Set(zero.flat().map(({ column }) => column));
  };
}

/** Values of one place and time that stand side by side, where they are all six. */
function wholeGroups(values: readonly ValueColumn[]): (readonly ValueColumn[])[] {
  const read = values.filter(({ unit }) => unit !== 'ppb' && unit !== 'ppm');
  const groups = Map.groupBy(read, ({ said }) => JSON.stringify([said.placeId, said.station, said.date, said.hour]));
  return [...groups.values()].filter((group) => POLLUTANTS.every((pollutant) => group.some(({ field }) => field === pollutant)));
}

function isZero(raw: RawValue, { field, unit }: ValueColumn): boolean {
  if (field === null) return false;
  const value = readValue(raw, field, factorOf(field, unit));
  return value.kind === 'number' && value.thousandths === 0 && !value.rounded;
}
