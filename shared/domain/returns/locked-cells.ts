import { finding } from '../findings.ts';
import { comparableText, isBlank, typedText } from './cell-text.ts';
import { idColumnOf, rowName } from './layout-columns.ts';
import { idOf, type LocatedRow, type RowReader } from './located-row.ts';
import { answerPlace, cellAddress, type LocatedSheet, titleOf } from './locate-sheet.ts';
import { exact, toText } from '../numbers/decimal.ts';
import { relateUnit, type TypedUnit } from './quantity-units.ts';
import { fieldsOf } from './repeated-rows.ts';
import type { SheetMarks } from './sheet-marks.ts';
import type { LayoutColumn, LayoutRow } from './types.ts';

/** Locked cells are compared with the layout: who changes a target or a name must not be judged silently by the old one. */
export function lockedCells(sheet: LocatedSheet, rows: readonly LocatedRow[], reader: RowReader, marks: SheetMarks): void {
  for (const located of rows) {
    if (located.row.kind === 'day') continue;
    for (const column of sheet.layout.columns.slice(1)) compare(sheet, located, column, reader, marks);
  }
}

function compare(sheet: LocatedSheet, located: LocatedRow, column: LayoutColumn, reader: RowReader, marks: SheetMarks): void {
  const number = sheet.columns.get(column.key);
  const expected = located.row.fixed[column.key];
  if (number === undefined || expected === undefined || column.answer !== null || asksThere(sheet, located, column.key)) return;
  const address = cellAddress(number, located.number);
  const cell = located.cells.get(number);
  const text = cell === undefined ? '' : typedText(cell.value, reader.date1904);
  if (comparableText(text) === comparableText(expected) || marks.covered.has(address)) return;
  const place = { file: reader.file, sheet: sheet.name, cell: address };
  const params = { row: idOf(located.row, sheet), name: rowName(located.row), column: titleOf(column), found: text.replaceAll('\n', ' ') };
  const told = { ...params, expected: expected.replaceAll('\n', ' ') };
  if (showsKnown(located.row, column.key, text)) {
    if (column.key === 'target') marks.findings.push(finding('RETURN_FORMER_FORM', place, told));
    return;
  }
  if (column.key === 'unit' && text !== '' && otherUnit(sheet, located, { address, found: text, expected }, reader, marks)) {
    marks.cover([address]);
    return;
  }
  marks.findings.push(finding('FIXED_CELL_CHANGED', place, told));
}

/** What the layout has there, or in a form from before (旧表) what held by then. */
export function showsKnown({ fixed, earlier }: LayoutRow, key: string, text: string): boolean {
  const known = fixed[key] === undefined ? [] : [fixed[key], ...(earlier?.[key] ?? [])];
  return known.some((expected) => comparableText(expected) === comparableText(text));
}

const asksThere = (sheet: LocatedSheet, { row }: LocatedRow, key: string): boolean =>
  sheet.layout.kind === 'cover' && key !== idColumnOf(sheet.layout.columns)?.key && fieldsOf(row).length > 0;

interface UnitCell {
  readonly address: string;
  readonly found: string;
  readonly expected: string;
}

/**
 * The unit of the plan was changed (辆 → 万辆): whoever did it may have meant the plan or the figure, so that the figures of the row are not
 * adopted; where the change is one of scale, what they would be is offered. False where no figure stands in the row, or the unit is the same.
 */
function otherUnit(sheet: LocatedSheet, located: LocatedRow, unit: UnitCell, reader: RowReader, marks: SheetMarks): boolean {
  const relation = relateUnit(unit.found, unit.expected);
  if (relation.kind === 'same' || relation.kind === 'percent') return false;
  const figures = fieldsOf(located.row).filter((field) => located.row.answers[field]?.unit === unit.expected);
  let reported = false;
  for (const field of figures) {
    const at = answerPlace(sheet, field);
    const cell = at === null ? undefined : located.cells.get(at.column);
    if (cell === undefined || isBlank(cell.value)) continue;
    const raw = typedText(cell.value, reader.date1904);
    const params = { row: idOf(located.row, sheet), name: rowName(located.row), column: at?.title ?? '', raw, unitCell: unit.address };
    const offered = offeredValue(raw, relation);
    marks.findings.push(
      finding(
        'UNIT_CELL_CHANGED',
        { file: reader.file, sheet: sheet.name, cell: cell.address },
        { ...params, found: unit.found, expected: unit.expected, ...(offered === null ? {} : { offered }) },
      ),
    );
    marks.block(cell.address, 'UNIT_CELL_CHANGED');
    reported = true;
  }
  return reported;
}

const offeredValue = (raw: string, relation: TypedUnit): string | null =>
  relation.kind === 'scaled' && /^-?\d+(?:\.\d+)?$/.test(raw) ? toText(exact(raw).times(relation.factor)) : null;
