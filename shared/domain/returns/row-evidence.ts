import { comparableText, typedText } from './cell-text.ts';
import type { LocatedRow } from './located-row.ts';
import type { LocatedSheet } from './locate-sheet.ts';
import type { LayoutRow } from './types.ts';

/** Locked columns that tell rows apart beside id and name. */
const TELLING = ['ask', 'unit', 'target', 'role'] as const;

/**
 * The other row of the form that a row with a known id looks like: by its name, or by at least two more of its locked cells, none of which is its
 * own. Null where it is its own, or changed into something that no row of the form has.
 */
export function otherRowOf(
  sheet: LocatedSheet,
  { row, cells }: LocatedRow,
  byName: LayoutRow | undefined,
  date1904: boolean,
): LayoutRow | null {
  if (sheet.layout.kind === 'cover' || sheet.layout.kind === 'air') return null;
  const found = (key: string): string | null => {
    const number = sheet.columns.get(key);
    const cell = number === undefined ? undefined : cells.get(number);
    return number === undefined ? null : cell === undefined ? '' : comparableText(typedText(cell.value, date1904));
  };
  const own = (key: string, of: LayoutRow = row): string => comparableText(of.fixed[key] ?? '');
  const name = found('name');
  if (byName !== undefined && byName !== row && name !== own('name')) return byName;
  // What an earlier form showed there (旧表) is its own too.
  const before = (key: string): string[] => (row.earlier?.[key] ?? []).map(comparableText);
  const strange = TELLING.filter((key) => {
    const shown = found(key);
    return shown !== null && shown !== own(key) && !before(key).includes(shown);
  });
  if (strange.length < 2) return null;
  const filled = strange.filter((key) => found(key) !== '');
  if (filled.length < 2) return null;
  return (
    sheet.layout.rows.find((other) => other !== row && other.kind === row.kind && strange.every((key) => own(key, other) === found(key))) ??
    null
  );
}
