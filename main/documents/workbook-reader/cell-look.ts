import type { CellLook, RawValue } from '../../../shared/domain/tables/raw-workbook.ts';
import { lookOfStyle } from './cell-formats.ts';
import type { CellSource } from './cell-value.ts';
import type { LookedText } from './runs.ts';

/** What a cell shows beside its value (RawCell.look): by its style, its text, its row or column, its formula; null for nothing. */
export function lookOf(
  cell: CellSource,
  value: RawValue,
  strings: readonly LookedText[],
  hidden: 'row' | 'column' | null,
): CellLook | null {
  const own = cell.type === 's' ? strings[Number(cell.value)]?.look : cell.inline?.look;
  const styled = lookOfStyle(cell.style, value.type === 'text' ? value.text : (cell.value ?? ''));
  if ((own ?? null) === null && styled === null && hidden === null && cell.formula === null) return null;
  return {
    ...styled,
    ...own,
    ...(hidden === null ? {} : { hidden }),
    ...(cell.formula === null ? {} : { formula: cell.formula }),
  };
}
