import type { OriginalSheet } from '../../../../shared/contract/returns.ts';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { pageFindingText } from '../../../../shared/text/finding-text.ts';
import { stateWords } from '../../../../shared/text/ui/app-text.ts';
import { problemList, returnsText } from '../../../../shared/text/ui/returns-text.ts';
import { cellPlace, type SheetPick } from '../../../ui/sheet-cells.ts';
import type { SheetMark } from '../../../ui/sheet-view.tsx';

export const sentenceOf = (finding: Finding): string => pageFindingText(finding.code, finding.params);

/** Marks for the cells of one sheet. */
export const marksOf = (findings: readonly Finding[], sheet: string): SheetMark[] =>
  findings.flatMap((finding) =>
    finding.sheet === sheet && finding.cell !== null ? [{ cell: finding.cell, severity: finding.severity, text: sentenceOf(finding) }] : [],
  );

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** The gravest first; within a severity as they were found, which is the order of the return. */
export const byGravity = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((one, other) => ORDER[one.severity] - ORDER[other.severity]);

/** What a unit has to look at, as text for a message to it; hints (提示) ask for nothing and stay out. */
export function problemListOf(unit: string, file: string, findings: readonly Finding[]): string {
  const problems = byGravity(findings).filter((finding) => finding.severity !== 'info');
  return problemList(
    unit,
    file,
    problems.map((finding) => ({
      place: returnsText.place(finding.sheet, finding.cell),
      severity: stateWords[finding.severity],
      text: sentenceOf(finding),
    })),
  );
}

export interface CellCaption {
  readonly column: string | null;
  readonly row: string | null;
}

/** Headings of the id column, by which the rows of a return are recognised, and of the column that names an entry with an id. */
const ID_HEADINGS = ['编号', '项目', '日期'];
const NAME_HEADINGS = ['指标', '任务内容'];

/** Heading of a cell's column and name of its row, which may lie far outside of the cells that are drawn around it. */
export function cellCaption(sheet: OriginalSheet, cell: string): CellCaption {
  const place = cellPlace(cell);
  if (place === null) return { column: null, row: null };
  const cells = cellsOf(sheet, place.row);
  const header = cellsOf(sheet, headerRow(sheet, place.row));
  const named = nameColumnOf(header);
  const naming = named !== null && named !== place.column && firstLine(textAt(cells, named)) !== null ? named : 1;
  return {
    column: firstLine(textAt(header, place.column)),
    row: naming === place.column ? null : firstLine(textAt(cells, naming)),
  };
}

/** Rows above and below the cell: enough to recognise the place. */
const AROUND = 2;
/** A column of explanations this long would push the cell in question out of sight. */
const LONG_TEXT = 40;

/** The cell's row with its neighbours under the row of headings; columns without a word there, and long explanations, stay out. */
export function excerptOf(sheet: OriginalSheet, cell: string): SheetPick | undefined {
  const place = cellPlace(cell);
  if (place === null) return undefined;
  const near = Array.from({ length: 2 * AROUND + 1 }, (_, index) => place.row - AROUND + index).filter((row) => row > 0);
  const header = headerRow(sheet, place.row);
  const named = nameColumnOf(cellsOf(sheet, header));
  const shown = near.flatMap((row) => (row === header ? [] : cellsOf(sheet, row)));
  const wanted = (column: number): boolean => {
    if (column === place.column || column === named) return true;
    // Number and category say nothing of a row that has a name.
    if (named !== null && column < named) return false;
    const texts = shown.filter((one) => one.column === column).map(({ text }) => text);
    return texts.some((text) => text !== '') && texts.every((text) => text.length <= LONG_TEXT);
  };
  const columns = Array.from({ length: Math.max(sheet.columns, place.column) }, (_, index) => index + 1).filter(wanted);
  const rows = header === null || near.includes(header) ? near : [header, ...near];
  return { rows: rows.filter((row) => row <= Math.max(place.row, sheet.rows.at(-1)?.row ?? 0)), columns };
}

type Cells = OriginalSheet['rows'][number]['cells'];

const cellsOf = (sheet: OriginalSheet, row: number | null): Cells => sheet.rows.find((one) => one.row === row)?.cells ?? [];

const textAt = (cells: Cells, column: number): string | undefined => cells.find((one) => one.column === column)?.text;

/** The row of headings above a row; null where the sheet has none that we know. */
const headerRow = (sheet: OriginalSheet, row: number): number | null =>
  sheet.rows.findLast((one) => one.row < row && ID_HEADINGS.includes(one.cells[0]?.text ?? ''))?.row ?? null;

const nameColumnOf = (header: Cells): number | null => header.find((one) => NAME_HEADINGS.includes(one.text))?.column ?? null;

/** Figures of a task begin with └ in the return. */
function firstLine(text: string | undefined): string | null {
  const [line = ''] = text?.replace(/^└ /u, '').split('\n') ?? [];
  return line === '' ? null : line;
}
