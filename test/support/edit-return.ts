import { cellAddress } from '../../shared/domain/returns/locate-sheet.ts';
import type { CellComment, CellLook, RawCell, RawSheet, RawWorkbook } from '../../shared/domain/tables/raw-workbook.ts';
import { HEADER_ROW, moved, rawCell } from './raw-return.ts';

/** What people do to a form before they send it back; `at` and `to` say where. */
export const EDITS = [
  'insertRow',
  'deleteRow',
  'sortRows',
  'moveColumn',
  'swapIds',
  'stripIds',
  'retype',
  'restyle',
  'copySheet',
  'renameSheet',
  'merge',
  'strike',
  'moveValue',
  'note',
  'hideByFormat',
  'whiteInk',
  'comment',
] as const;

export interface Edit {
  readonly kind: (typeof EDITS)[number];
  readonly at: number;
  readonly to: number;
}

/** The workbook after one edit of one of its sheets; the edit of a sheet that has nothing of the kind changes nothing. */
export function edited(workbook: RawWorkbook, { kind, at, to }: Edit): RawWorkbook {
  const visible = workbook.sheets.filter(({ visibility }) => visibility === 'visible');
  const sheet = visible[at % visible.length];
  if (sheet === undefined) return workbook;
  if (kind === 'copySheet') {
    const name = `${sheet.name} (2)`;
    return workbook.sheets.some((one) => one.name === name) ? workbook : { ...workbook, sheets: [...workbook.sheets, { ...sheet, name }] };
  }
  // What stands beside a label of the cover is what that label says.
  if (kind === 'swapIds' && sheet.name.startsWith(COVER)) return workbook;
  const next = EDIT[kind](sheet, at, to);
  return { ...workbook, sheets: workbook.sheets.map((one) => (one === sheet ? { ...next, cells: inOrder(next.cells) } : one)) };
}

const COVER = '填报说明';

const lookOf = ({ look }: RawCell): Pick<RawCell, 'look'> => (look === undefined ? {} : { look });

function unseen(sheet: RawSheet, at: number, by: NonNullable<CellLook['unseen']>): RawSheet {
  const cell = picked(sheet, at);
  return withCells(sheet, (one) => (one === cell ? { ...one, look: { ...one.look, unseen: by } } : one));
}

const inOrder = (cells: readonly RawCell[]): RawCell[] => cells.toSorted((one, other) => one.row - other.row || one.column - other.column);

type Change = (sheet: RawSheet, at: number, to: number) => RawSheet;

const withCells = (sheet: RawSheet, change: (cell: RawCell) => RawCell): RawSheet => ({ ...sheet, cells: sheet.cells.map(change) });

const lastRow = ({ cells }: RawSheet): number => Math.max(HEADER_ROW + 1, ...cells.map(({ row }) => row));
const lastColumn = ({ cells }: RawSheet): number => Math.max(1, ...cells.map(({ column }) => column));
const dataRow = (sheet: RawSheet, at: number): number => HEADER_ROW + 1 + (at % (lastRow(sheet) - HEADER_ROW));
const texts = (sheet: RawSheet): RawCell[] => sheet.cells.filter(({ row, value }) => row > HEADER_ROW && value.type === 'text');
const picked = (sheet: RawSheet, at: number): RawCell | undefined => texts(sheet)[at % Math.max(1, texts(sheet).length)];
const textOf = ({ value }: RawCell): string => (value.type === 'text' ? value.text : '');

const rowsAs = (sheet: RawSheet, place: (row: number) => number | null): RawSheet => ({
  ...withComments(sheet, (column, row) => {
    const to = row <= HEADER_ROW ? row : place(row);
    return to === null ? null : [column, to];
  }),
  cells: sheet.cells.flatMap((cell) => {
    const row = cell.row <= HEADER_ROW ? cell.row : place(cell.row);
    return row === null ? [] : [{ ...moved(cell, cell.column, row), ...lookOf(cell) }];
  }),
});

/** Comments go where their cells go, and with them. */
function withComments(sheet: RawSheet, place: (column: number, row: number) => readonly [column: number, row: number] | null): RawSheet {
  if (sheet.comments === undefined) return sheet;
  const comments = sheet.comments.flatMap((comment): CellComment[] => {
    const to = place(comment.column, comment.row);
    return to === null ? [] : [{ ...comment, column: to[0], row: to[1], address: cellAddress(to[0], to[1]) }];
  });
  return { ...sheet, comments };
}

const EDIT: Readonly<Record<Exclude<Edit['kind'], 'copySheet'>, Change>> = {
  insertRow: (sheet, at, to) => {
    const row = dataRow(sheet, to + at);
    return rowsAs(sheet, (number) => (number >= row ? number + 1 : number));
  },
  deleteRow: (sheet, at, to) => {
    const row = dataRow(sheet, to + at);
    return rowsAs(sheet, (number) => (number === row ? null : number > row ? number - 1 : number));
  },
  sortRows: (sheet) => rowsAs(sheet, (number) => lastRow(sheet) + HEADER_ROW + 1 - number),
  moveColumn: (sheet, at, to) => {
    const [one, other] = [1 + (at % lastColumn(sheet)), 1 + (to % lastColumn(sheet))];
    const place = (column: number): number => (column === one ? other : column === other ? one : column);
    // The title above the table stays where it is.
    const placed = withComments(sheet, (column, row) => [row < HEADER_ROW ? column : place(column), row]);
    return withCells(placed, (cell) => (cell.row < HEADER_ROW ? cell : { ...moved(cell, place(cell.column), cell.row), ...lookOf(cell) }));
  },
  swapIds: (sheet, at, to) => {
    const [one, other] = [dataRow(sheet, at), dataRow(sheet, to)];
    const place = (row: number): number => (row === one ? other : row === other ? one : row);
    return withCells(sheet, (cell) => (cell.column === 1 && cell.row > HEADER_ROW ? moved(cell, 1, place(cell.row)) : cell));
  },
  stripIds: (sheet) => ({ ...sheet, cells: sheet.cells.filter(({ column, row }) => column !== 1 || row <= HEADER_ROW) }),
  retype: (sheet, at) => {
    const cell = picked(sheet, at);
    const wide = (text: string): string => ` ${text.replaceAll(/\d/gu, (digit) => String.fromCodePoint(Number(digit) + 0xff10))}　`;
    return withCells(sheet, (one) => (one === cell ? rawCell(one.column, one.row, { type: 'text', text: wide(textOf(one)) }) : one));
  },
  restyle: (sheet, at) => {
    const cell = picked(sheet, at);
    return withCells(sheet, (one) => (one === cell ? { ...one, look: { ...one.look, hidden: 'row' } } : one));
  },
  renameSheet: (sheet, _at, to) => ({ ...sheet, name: `${sheet.name}${to % 2 === 0 ? '（终稿）' : '1'}` }),
  merge: (sheet, at) => {
    const cell = picked(sheet, at);
    if (cell === undefined) return sheet;
    const below = moved(cell, cell.column, cell.row + 1).address;
    return {
      ...sheet,
      cells: sheet.cells.filter(({ address }) => address !== below),
      merges: [...sheet.merges, `${cell.address}:${below}`],
    };
  },
  strike: (sheet, at) => {
    const cell = picked(sheet, at);
    return withCells(sheet, (one) => (one === cell ? { ...one, look: { ...one.look, struck: '旧数' } } : one));
  },
  // Beside or below the table; in another row's own cell nobody could tell it from an answer there.
  moveValue: (sheet, at, to) => {
    const cell = picked(sheet, at);
    const [row, column] =
      to % 2 === 0 ? [dataRow(sheet, to), lastColumn(sheet) + 1 + (to % 3)] : [lastRow(sheet) + 1 + (to % 3), 1 + (to % 4)];
    return withCells(sheet, (one) => (one === cell ? moved(one, column, row) : one));
  },
  hideByFormat: (sheet, at) => unseen(sheet, at, 'format'),
  whiteInk: (sheet, at) => unseen(sheet, at, 'colour'),
  comment: (sheet, at) => {
    const cell = picked(sheet, at);
    if (cell === undefined) return sheet;
    const { address, row, column } = cell;
    const others = (sheet.comments ?? []).filter((one) => one.address !== address);
    return { ...sheet, comments: [...others, { address, row, column, text: '更正：实为作废' }] };
  },
  note: (sheet, at, to) => {
    const row = lastRow(sheet) + 1 + (to % 3);
    return { ...sheet, cells: [...sheet.cells, rawCell(1 + (at % 4), row, { type: 'text', text: '补充：实为1400辆' })] };
  },
};
