import type { PreviewFile } from '../../../shared/contract/returns.ts';
import { plainText, typedText } from '../../../shared/domain/returns/cell-text.ts';
import { rowName } from '../../../shared/domain/returns/layout-columns.ts';
import { keyedRows, type RowChoices } from '../../../shared/domain/returns/other-table/chosen-rows.ts';
import { type MappedTable, type MappingPairs, rememberedChoices } from '../../../shared/domain/returns/other-table/map-tables.ts';
import { askingRows } from '../../../shared/domain/returns/other-table/match-rows.ts';
import type { LayoutRow } from '../../../shared/domain/returns/types.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { ExaminedFile, ExamineRequest, Received, RowSaid } from './examined-file.ts';

/** What is said of the rows of a file now. */
export const saidOf = ({ sha256 }: Pick<Received, 'sha256'>, { rows }: Pick<ExamineRequest, 'rows'>): RowChoices =>
  new Map(rows.filter((one) => one.sha256 === null || one.sha256 === sha256).map(({ name, row }) => [name, row]));

/** The same over what was said before of tables of the unit. */
export const choicesFor = (said: RowChoices, agreed: readonly MappingPairs[]): RowChoices =>
  new Map([...rememberedChoices(agreed), ...said]);

/** What somebody says of a row that no file has, or of a row that the form does not have, is a slip: nothing is taken in. */
export function requireUsed(rows: readonly RowSaid[], files: readonly ExaminedFile[]): void {
  for (const { sha256, name, row } of rows) {
    const asked = files.filter((file) => sha256 === null || file.sha256 === sha256);
    // A file that was read before and is not there now says so itself.
    if (sha256 !== null && asked.length === 0) continue;
    if (asked.some(({ mapping }) => mapping?.chosen.some(([key]) => key === name))) continue;
    if (row !== null && asked.some(({ mapping }) => mapping?.strange.includes(row))) throw new Failure('ROW_CHOICE_STRANGE', { name, row });
    throw new Failure('ROW_CHOICE_UNUSED', { name });
  }
}

type Mapping = NonNullable<PreviewFile['mapping']>;

/** 对应关系 as the page shows it, with the rows of the form to choose from; undefined for a form. */
export function shownMapping({ mapping, layout }: ExaminedFile): Mapping | undefined {
  if (mapping === undefined || layout === null) return undefined;
  const rows = askingRows(layout);
  return {
    rows: mapping.tables.flatMap((table) => shownRows(table, mapping.date1904)),
    choices: rows.map((row) => ({ rowId: row.rowId, name: choiceName(row, rows) })),
  };
}

function shownRows({ table, matched, open, skipped }: MappedTable, date1904: boolean): Mapping['rows'] {
  const keys = new Map(keyedRows(table, date1904).map(({ number, key, at }) => [number, { key, at }]));
  const states = new Map<number, Pick<Mapping['rows'][number], 'state' | 'rowId' | 'likeness'>>([
    ...matched.map(
      ({ number, row, likeness, chosen }) =>
        [
          number,
          { state: chosen ? ('chosen' as const) : ('likened' as const), rowId: row.rowId, likeness: chosen ? null : likeness },
        ] as const,
    ),
    ...open.map(({ number, why }) => [number, { state: why, rowId: null, likeness: null }] as const),
    ...skipped.map(({ number }) => [number, { state: 'skipped' as const, rowId: null, likeness: null }] as const),
  ]);
  return [...states]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([number, state]) => {
      const found = keys.get(number);
      if (found === undefined) return [];
      const { key, at } = found;
      return [{ key, text: plainText(typedText(at.value, date1904)), sheet: table.raw.name, cell: at.address, ...state }];
    });
}

/** By name; of two of one name the unit tells them apart, or what the form prints as 编号. */
function choiceName(row: LayoutRow, rows: readonly LayoutRow[]): string {
  const unit = row.fixed['unit'] ?? '';
  const name = unit === '' ? rowName(row) : `${rowName(row)}（${unit}）`;
  const isOnly = rows.every((other) => other === row || rowName(other) !== rowName(row) || (other.fixed['unit'] ?? '') !== unit);
  return isOnly ? name : `${name} ${row.fixed['id'] ?? ''}`.trim();
}
