import type { CellLook, RawValue } from '../../../shared/domain/tables/raw-workbook.ts';
import { lookOfStyle } from './cell-formats.ts';
import type { CellSource } from './cell-value.ts';
import { isLostOn } from './looks/colours.ts';
import { insteadOf } from './looks/shown-number.ts';
import type { LookedText } from './runs.ts';

/** What a cell shows beside its value (RawCell.look): by its style, its text, its row or column, its formula; null for nothing. */
export function lookOf(
  cell: CellSource,
  value: RawValue,
  strings: readonly LookedText[],
  hidden: 'row' | 'column' | null,
): CellLook | null {
  const text = (cell.type === 's' ? strings[Number(cell.value)] : cell.inline) ?? null;
  const own = text?.look;
  const unseen = unseenOf(cell, value, text);
  const styled = lookOfStyle(cell.style, value.type === 'text' ? value.text : (cell.value ?? ''));
  if ((own ?? null) === null && styled === null && unseen === null && hidden === null && cell.formula === null) return null;
  return {
    ...styled,
    ...own,
    ...unseen,
    ...(hidden === null ? {} : { hidden }),
    ...(cell.formula === null ? {} : { formula: cell.formula }),
  };
}

/** What the page does not show of a cell, and why; null where it shows all. */
function unseenOf({ style }: CellSource, value: RawValue, text: LookedText | null): CellLook | null {
  if (value.type === 'blank') return null;
  const instead = style.hiding === null ? null : insteadOf(style.hiding, value);
  if (instead !== null) return { unseen: 'format', ...(instead === '' ? {} : { instead }) };
  if (style.unseen !== null && text?.inked === undefined) return { unseen: style.unseen };
  const lost = (text?.pale ?? []).filter(({ ink }) => isLostOn(ink, style.paper)).map((pale) => pale.text);
  if (lost.length === 0 || value.type !== 'text') return null;
  const part = lost.join('');
  return part.trim() === value.text.trim() ? { unseen: 'colour' } : { unseen: 'colour', unseenText: part };
}
