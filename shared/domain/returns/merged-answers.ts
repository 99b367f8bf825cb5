import { finding } from '../findings.ts';
import { isBlank, typedText } from './cell-text.ts';
import type { LocatedRow, RowReader } from './located-row.ts';
import { answerPlace, cellAddress, type LocatedSheet } from './locate-sheet.ts';
import { fieldsOf } from './repeated-rows.ts';
import type { SheetMarks } from './sheet-marks.ts';

/**
 * Cells merged over several rows or answers (合并单元格) with one value in them: for which of them it was typed the merge hides. Texts may be
 * written over several rows; they are read where they stand.
 */
export function mergedAnswers(sheet: LocatedSheet, rows: readonly LocatedRow[], reader: RowReader, marks: SheetMarks): void {
  if (sheet.raw.merges.length === 0) return;
  const asked = askedCells(sheet, rows);
  for (const range of sheet.raw.merges) {
    const area = areaOf(range);
    const cell = area === null ? undefined : sheet.rows.get(area.top)?.get(area.left);
    if (area === null || cell === undefined || isBlank(cell.value) || area.top <= sheet.headerRow) continue;
    const within = asked.filter(({ row, column }) => isWithin(area, row, column));
    if (within.every(({ text }) => text)) continue;
    // Merged within a row, one answer is left, and it stands at the head of the merge.
    const [only, ...others] = within;
    if (only !== undefined && others.length === 0 && area.top === area.bottom && only.column === area.left) continue;
    const params = {
      range,
      raw: typedText(cell.value, reader.date1904),
      likely: within
        .filter(({ text }) => !text)
        .map(({ address }) => address)
        .join('、'),
    };
    marks.findings.push(finding('CELL_MERGED', { file: reader.file, sheet: sheet.name, cell: cell.address }, params));
    for (const { address } of within) marks.block(address, 'CELL_MERGED');
  }
}

interface AskedCell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  /** It asks for words, not for a result. */
  readonly text: boolean;
}

const askedCells = (sheet: LocatedSheet, rows: readonly LocatedRow[]): AskedCell[] =>
  rows.flatMap(({ row, number }) =>
    fieldsOf(row).flatMap((field): AskedCell[] => {
      const at = answerPlace(sheet, field);
      if (at === null) return [];
      return [{ row: number, column: at.column, address: cellAddress(at.column, number), text: row.answers[field]?.kind === 'text' }];
    }),
  );

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A1:B2 as numbers. */
export function areaOf(range: string): Area | null {
  const [, left = '', top = '', right = '', bottom = ''] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(range) ?? [];
  return left === '' ? null : { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) };
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + (letter.codePointAt(0) ?? 64) - 64, 0);

export const isWithin = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
