import { finding } from '../findings.ts';
import { isBlank } from './cell-text.ts';
import { splitTitle, unitInWords } from './header-words.ts';
import type { LocatedRow, RowReader } from './located-row.ts';
import { answerPlace, cellAddress, type HeaderCell, type LocatedSheet, titleOf } from './locate-sheet.ts';
import { relateUnit } from './quantity-units.ts';
import { fieldsOf } from './repeated-rows.ts';
import type { SheetMarks } from './sheet-marks.ts';
import type { AnswerField } from './types.ts';

/**
 * What the header says otherwise than the form: another word for a title, a unit in brackets, two columns of one title. Figures under a unit
 * that is not their row's, and anything under a title that stands twice, are not adopted.
 */
export function headerFindings(sheet: LocatedSheet, rows: readonly LocatedRow[], reader: RowReader, marks: SheetMarks): void {
  const at = (cell: string) => ({ file: reader.file, sheet: sheet.name, cell });
  for (const title of sheet.titles) {
    const twins = sheet.twins.get(title.column.key);
    if (twins !== undefined) {
      const others = sheet.titles.filter((other) => other.column.key === title.column.key && other !== title);
      const params = { column: titleOf(title.column), other: others.map(({ address }) => address).join('、') };
      marks.findings.push(finding('COLUMN_TWICE', at(title.address), params));
      continue;
    }
    if (title.how !== 'exact') titleDiffers(sheet, title, rows, reader, marks);
  }
  for (const located of rows) for (const field of fieldsOf(located.row)) blockTwins(sheet, located, field, marks);
}

/** An answer under a title that stands twice: whatever one of its columns holds, the other may have been meant. */
function blockTwins(sheet: LocatedSheet, { number, cells }: LocatedRow, field: AnswerField, marks: SheetMarks): void {
  const place = answerPlace(sheet, field);
  if (place === null || place.twins.length === 0) return;
  const filled = place.twins.filter((column) => !isBlank(cells.get(column)?.value ?? { type: 'blank' }));
  if (filled.length > 0) marks.block(cellAddress(place.column, number), 'COLUMN_TWICE');
  marks.cover(filled.map((column) => cellAddress(column, number)));
}

function titleDiffers(sheet: LocatedSheet, title: HeaderCell, rows: readonly LocatedRow[], reader: RowReader, marks: SheetMarks): void {
  const place = { file: reader.file, sheet: sheet.name, cell: title.address };
  const params = { column: titleOf(title.column), found: title.text.replaceAll('\n', '') };
  const own = splitTitle(title.column.title).words;
  const unit = unitInWords(title.words);
  if (unit === null) {
    // The form's own title has a unit (PM2.5（微克/立方米）); without it that unit is what is measured in.
    const assumed = title.words === null && own !== null && title.how === 'words';
    marks.findings.push(
      assumed ? finding('HEADER_UNIT_ASSUMED', place, { ...params, unit: own }) : finding('HEADER_DIFFERS', place, params),
    );
    return;
  }
  const strange = rows.flatMap((located) => strangeCells(title, located, unit));
  for (const address of strange) marks.block(address, 'HEADER_UNIT_OTHER');
  if (strange.length === 0) {
    if (own === null || relateUnit(unit, own).kind !== 'same') marks.findings.push(finding('HEADER_UNIT', place, { ...params, unit }));
    return;
  }
  marks.findings.push(finding('HEADER_UNIT_OTHER', place, { ...params, unit, count: strange.length, first: strange[0] ?? '' }));
}

/** Figures of the column whose row is in another unit than the header says. */
function strangeCells(title: HeaderCell, { row, number, cells }: LocatedRow, unit: string): string[] {
  const field = title.column.answer;
  const asked = field === null ? undefined : row.answers[field];
  const cell = cells.get(title.number);
  if (field === null || asked?.unit === undefined || cell === undefined || isBlank(cell.value)) return [];
  return ['same', 'percent'].includes(relateUnit(unit, asked.unit).kind) ? [] : [cellAddress(title.number, number)];
}
