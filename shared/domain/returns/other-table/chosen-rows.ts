import type { RawCell } from '../../tables/raw-workbook.ts';
import { comparableText, typedText } from '../cell-text.ts';
import type { LayoutRow } from '../types.ts';
import { cellsOf, type FoundTable } from './find-table.ts';
import { likenessText } from './likeness.ts';

/**
 * What somebody has said that rows of a table are (人工对应): by their keys the row of the form, said by row id, 编号 or name, or null for a row that
 * is not to be read (不取).
 */
export type RowChoices = ReadonlyMap<string, string | null>;

/** A row of a table as somebody speaks of it: its key and the cell with its name. */
export interface KeyedRow {
  readonly number: number;
  readonly key: string;
  readonly at: RawCell;
}

/**
 * Rows below the header by their keys. The key is the name in the last column of names that no other row has; rows of the very same name are told apart
 * by their turn (名称#2). A row without a name goes by its id.
 */
export function keyedRows(table: FoundTable, date1904: boolean): KeyedRow[] {
  const named = [...table.rows].flatMap(([number, cells]) => {
    if (number <= table.headerRow) return [];
    const names = namesOf(table, cells).map((cell) => ({ cell, text: nameText(cell, date1904) }));
    return names.length === 0 ? [] : [{ number, names }];
  });
  const often = new Map<string, number>();
  for (const { names } of named) for (const name of new Set(names.map(({ text }) => text))) often.set(name, (often.get(name) ?? 0) + 1);
  const turns = new Map<string, number>();
  return named.flatMap(({ number, names }) => {
    const own = names.findLast(({ text }) => often.get(text) === 1) ?? names.at(-1);
    if (own === undefined) return [];
    const turn = (turns.get(own.text) ?? 0) + 1;
    turns.set(own.text, turn);
    return [{ number, key: often.get(own.text) === 1 ? own.text : `${own.text}${TURN}${turn}`, at: own.cell }];
  });
}

/** Rows of the same name are told apart by where they stand; that is no name by which a row of another table could be known again. */
export const isLasting = (key: string): boolean => !key.includes(TURN);

const TURN = '#';

/** A key as it was typed: numbering, brackets and marks do not tell rows apart. */
export function typedKey(text: string): string {
  const [, name = text, turn = ''] = /^(.*?)(#\d+)?$/su.exec(text.trim()) ?? [];
  return `${keyText(name)}${turn}`;
}

/** The row of the form that is meant; null where there is none such, or several of that name. */
export function formRowOf(word: string, rows: readonly LayoutRow[]): LayoutRow | null {
  const said = comparableText(word);
  const byId = rows.find(({ rowId }) => rowId === word) ?? rows.find(({ fixed }) => comparableText(fixed['id'] ?? '') === said);
  if (byId !== undefined) return byId;
  const [only, ...others] = rows.filter(({ fixed }) => likenessText(fixed['name'] ?? '') === likenessText(word));
  return only === undefined || others.length > 0 ? null : only;
}

const nameText = ({ value }: RawCell, date1904: boolean): string => keyText(typedText(value, date1904));

const keyText = (text: string): string => likenessText(text) || comparableText(text);

function namesOf(table: FoundTable, cells: ReadonlyMap<number, RawCell>): RawCell[] {
  const names = cellsOf(table, cells, ({ role }) => role === 'name');
  return names.length > 0 ? names : cellsOf(table, cells, ({ role }) => role === 'number').slice(0, 1);
}
