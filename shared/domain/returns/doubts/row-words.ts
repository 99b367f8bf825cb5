import { finding } from '../../findings.ts';
import { isBlank, plainText, typedText } from '../cell-text.ts';
import { rowName } from '../layout-columns.ts';
import { idOf, type LocatedRow, type RowReader } from '../located-row.ts';
import { answerPlace, cellAddress, type LocatedSheet } from '../locate-sheet.ts';
import { showsKnown } from '../locked-cells.ts';
import { PAGE_EDITION, READING_EDITION } from '../reading-edition.ts';
import { fieldsOf } from '../repeated-rows.ts';
import type { SheetMarks } from '../sheet-marks.ts';
import type { LayoutRow } from '../types.ts';
import { isNearer, likenessTo, wordingOf } from './row-wording.ts';

/** Locked columns whose words say what a row is about, and what is counted. */
const SPEAKING = ['name', 'ask'] as const;

/**
 * A row whose id was kept and whose words were changed: into another matter it is nobody's, and nothing of it is adopted; where they may still mean the
 * same, its results wait for somebody to say so. Slips of typing, abbreviations and additions are no more than said.
 */
export function rowWords(sheet: LocatedSheet, claims: readonly LocatedRow[], reader: RowReader, marks: SheetMarks): void {
  const { kind } = sheet.layout;
  if (kind === 'cover' || kind === 'air' || (reader.edition ?? READING_EDITION) < PAGE_EDITION) return;
  for (const claim of claims) for (const key of SPEAKING) judge(sheet, claim, key, reader, marks);
}

function judge(sheet: LocatedSheet, claim: LocatedRow, key: (typeof SPEAKING)[number], reader: RowReader, marks: SheetMarks): void {
  const { row, cells, number } = claim;
  const column = sheet.columns.get(key);
  const cell = column === undefined ? undefined : cells.get(column);
  const expected = row.fixed[key];
  if (cell === undefined || expected === undefined || row.kind === 'section' || isBlank(cell.value)) return;
  const found = typedText(cell.value, reader.date1904);
  if (showsKnown(row, key, found) || marks.covered.has(cell.address)) return;
  const own = [expected, ...(row.earlier?.[key] ?? [])];
  const place = { file: reader.file, sheet: sheet.name, cell: cell.address };
  const told = { row: idOf(row, sheet), name: rowName(row), found: plainText(found) };
  const verdict = speaksOfOtherYear(found, own) ? 'doubtful' : wordingOf(found, own);
  const nearer = key === 'name' && verdict !== 'same' ? nearerRow(sheet, row, found, own) : null;
  if (key === 'name' && (verdict === 'other' || nearer !== null)) {
    const other = nearer === null ? {} : { other: idOf(nearer, sheet), otherName: rowName(nearer) };
    marks.findings.push(finding('ROW_OTHER_TASK', place, { ...told, ...other }));
    marks.cover([...cells.values()].map(({ address }) => address));
    for (const { address } of cells.values()) marks.block(address, 'ROW_OTHER_TASK');
    return;
  }
  if (verdict === 'same') return;
  const params = { ...told, expected: plainText(expected), at: cell.address };
  let said = false;
  for (const field of fieldsOf(row)) {
    const at = row.answers[field]?.kind === 'text' ? null : answerPlace(sheet, field);
    const answer = at === null ? undefined : cells.get(at.column);
    if (at === null || answer === undefined || isBlank(answer.value)) continue;
    const address = cellAddress(at.column, number);
    marks.findings.push(finding('ROW_TASK_DOUBTFUL', { ...place, cell: address }, params));
    said = true;
  }
  if (said) marks.cover([cell.address]);
}

/** Another row of the form whose name the words are clearly nearer to. */
function nearerRow(sheet: LocatedSheet, row: LayoutRow, found: string, own: readonly string[]): LayoutRow | null {
  const mine = likenessTo(found, own);
  const others = sheet.layout.rows
    .filter((other) => other !== row && other.kind === row.kind)
    .map((other) => ({ other, score: likenessTo(found, [other.fixed['name'] ?? '']) }))
    .toSorted((one, two) => two.score - one.score);
  const [best] = others;
  return best !== undefined && isNearer(best.score, mine) ? best.other : null;
}

/** 2023年全年完成数 under a row that asks for another year. */
function speaksOfOtherYear(found: string, own: readonly string[]): boolean {
  const years = (text: string): string[] => plainText(text).match(/20\d\d(?=年)/gu) ?? [];
  const known = new Set(own.flatMap(years));
  return known.size > 0 && years(found).some((year) => !known.has(year));
}
