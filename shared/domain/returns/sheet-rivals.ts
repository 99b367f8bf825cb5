import { type Finding, finding } from '../findings.ts';
import { cellAddress, type LocatedSheet, answerPlace } from './locate-sheet.ts';
import { type LocatedRows, locateRows } from './locate-rows.ts';
import { idAddress, type RowReader } from './located-row.ts';
import { differingFields, typedFields } from './repeated-rows.ts';

/** Of a sheet with copies beside it (同表多份): the one that is read, and what has to be said. */
export interface SettledSheets {
  readonly sheet: LocatedSheet;
  readonly located: LocatedRows;
  /** Copies that are not read; what stands in them is the same, blank, or named. */
  readonly others: readonly { readonly sheet: LocatedSheet; readonly located: LocatedRows }[];
  readonly findings: readonly Finding[];
}

/** More differing cells are counted in one finding. */
const MOST_DIFFERENCES = 20;

/**
 * Two sheets of one shape: where one is blank the other is meant; where they say the same it does not matter; where they differ nobody can tell,
 * and what differs is adopted from neither.
 */
export function settleRivals(first: LocatedSheet, rivals: readonly LocatedSheet[], reader: RowReader): SettledSheets {
  const all = [first, ...rivals].map((sheet) => ({ sheet, located: locateRows(sheet, reader) }));
  const filled = all.filter(({ sheet, located }) => located.rows.some((row) => typedFields(sheet, row, reader.date1904).size > 0));
  const [used = all[0], ...rest] = filled;
  if (used === undefined) return { sheet: first, located: locateRows(first, reader), others: [], findings: [] };
  const others = all.filter((one) => one !== used);
  const findings: Finding[] =
    used.sheet === first ? [] : [finding('SHEET_FILLED_OTHER', { file: reader.file, sheet: used.sheet.name }, { blank: first.name })];
  for (const other of rest) findings.push(...compare(used, other, reader));
  return { ...used, others, findings };
}

interface Copy {
  readonly sheet: LocatedSheet;
  readonly located: LocatedRows;
}

function compare(used: Copy, other: Copy, reader: RowReader): Finding[] {
  const differences = used.located.rows.flatMap((row) => {
    const twin = other.located.rows.find((one) => one.row === row.row);
    if (twin === undefined) return [];
    return differingFields(used.sheet, [row, { ...twin, cells: shifted(used.sheet, other.sheet, twin.cells) }], reader.date1904).flatMap(
      (field) => {
        const [here, there] = [answerPlace(used.sheet, field), answerPlace(other.sheet, field)];
        return here === null || there === null
          ? []
          : [{ here: cellAddress(here.column, row.number), there: cellAddress(there.column, twin.number) }];
      },
    );
  });
  for (const { here } of differences) used.located.block(here, 'SHEETS_DISAGREE');
  const present = new Set(used.located.rows.map(({ row }) => row));
  const lone = other.located.rows.filter((row) => !present.has(row.row) && typedFields(other.sheet, row, reader.date1904).size > 0);
  const unread = lone.map((row) =>
    finding(
      'ROW_ONLY_IN_COPY',
      { file: reader.file, sheet: other.sheet.name, cell: idAddress(other.sheet, row.number) },
      { other: used.sheet.name },
    ),
  );
  if (unread.length > 0) return [...unread, ...named(used, other, differences, reader)];
  return named(used, other, differences, reader);
}

interface Difference {
  readonly here: string;
  readonly there: string;
}

function named(used: Copy, other: Copy, differences: readonly Difference[], reader: RowReader): Finding[] {
  const [first] = differences;
  if (first === undefined)
    return [finding('SHEET_TWICE_EQUAL', { file: reader.file, sheet: other.sheet.name }, { other: used.sheet.name })];
  const listed = differences.length > MOST_DIFFERENCES ? [first] : differences;
  const at = (sheet: LocatedSheet, cell: string) => ({ file: reader.file, sheet: sheet.name, cell });
  const count = differences.length;
  return listed.flatMap(({ here, there }) => [
    finding('SHEETS_DISAGREE', at(used.sheet, here), { other: `${other.sheet.name}!${there}`, count: listed === differences ? 1 : count }),
    finding('SHEETS_DISAGREE', at(other.sheet, there), { other: `${used.sheet.name}!${here}`, count: listed === differences ? 1 : count }),
  ]);
}

/** The cells of a row of the copy under the columns of the sheet that is read. */
function shifted(used: LocatedSheet, other: LocatedSheet, cells: Copy['located']['rows'][number]['cells']): typeof cells {
  const moved = new Map<number, typeof cells extends ReadonlyMap<number, infer Cell> ? Cell : never>();
  for (const [key, column] of used.columns) {
    const cell = cells.get(other.columns.get(key) ?? 0);
    if (cell !== undefined) moved.set(column, cell);
  }
  return moved;
}
