import { plainText, typedText } from '../returns/cell-text.ts';
import type { CellWorkbook } from '../tables/packed-cells.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import { type Grid, gridOf, type GridRow } from './grid.ts';
import { headerText } from './pollutant-text.ts';

/** A plain list with one header row, as clerks keep for dust days (扣沙日) and forecasts (预报): its columns are known by their titles. */
export interface ListTable<Key extends string> {
  readonly sheet: string;
  readonly columns: ReadonlyMap<Key, { readonly column: number; readonly title: string; readonly address: string }>;
  readonly rows: readonly GridRow[];
  readonly grid: Grid;
  readonly header: GridRow;
  /** Titles and the name of the sheet, which may state the year. */
  readonly titles: readonly string[];
}

export type ListColumns<Key extends string> = Readonly<Record<Key, RegExp>>;

/** The list in each sheet that has all the needed columns. */
export function findLists<Key extends string>(
  workbook: CellWorkbook,
  columns: ListColumns<Key>,
  isEnough: (found: ReadonlySet<Key>) => boolean,
): ListTable<Key>[] {
  return workbook.sheets
    .filter((sheet) => sheet.visibility === 'visible')
    .flatMap((sheet) => {
      const grid = gridOf(sheet);
      for (const [index, row] of grid.rows.slice(0, LAST_HEADER_ROW).entries()) {
        const found = columnsOf(row, columns);
        if (!isEnough(new Set(found.keys()))) continue;
        const titles = [
          sheet.name,
          ...grid.rows.slice(0, index).flatMap(({ cells }) => cells.map(({ value }) => typedText(value, workbook.date1904))),
        ];
        return [{ sheet: sheet.name, header: row, columns: found, rows: grid.rows.slice(index + 1), grid, titles }];
      }
      return [];
    });
}

const LAST_HEADER_ROW = 30;

function columnsOf<Key extends string>(row: GridRow, columns: ListColumns<Key>): ListTable<Key>['columns'] {
  const found = new Map<Key, { column: number; title: string; address: string }>();
  for (const { value, column, address } of row.cells) {
    if (value.type !== 'text') continue;
    const title = plainText(value.text);
    const key = keysOf(columns).find((candidate) => !found.has(candidate) && columns[candidate].test(headerText(title)));
    if (key !== undefined) found.set(key, { column, title, address });
  }
  return found;
}

const keysOf = <Key extends string>(columns: ListColumns<Key>): Key[] => Object.keys(columns).filter((key): key is Key => key in columns);

export function listCell<Key extends string>(list: ListTable<Key>, row: GridRow, key: Key): RawCell | undefined {
  const column = list.columns.get(key)?.column;
  return column === undefined ? undefined : list.grid.cellAt(row, column);
}

export const listText = (cell: RawCell | undefined, date1904: boolean): string =>
  cell === undefined ? '' : plainText(typedText(cell.value, date1904));

/** The year that titles state, for dates without one. */
export function yearInTitles(titles: readonly string[]): number | null {
  const years = new Set(
    titles.flatMap((title) => [...headerText(title).matchAll(/(?<!\d)(20\d\d)(?=年)/gu)].map((match) => Number(match[1]))),
  );
  const [year = null] = years;
  return years.size === 1 ? year : null;
}
