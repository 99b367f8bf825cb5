import type { OriginalSheet } from '../../../../shared/contract/returns.ts';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { findingText } from '../../../../shared/text/finding-text.ts';
import { stateWords } from '../../../../shared/text/ui/app-text.ts';
import { problemList, returnsText } from '../../../../shared/text/ui/returns-text.ts';
import { cellPlace } from '../../../ui/sheet-cells.ts';
import type { SheetMark } from '../../../ui/sheet-view.tsx';

export const sentenceOf = (finding: Finding): string => findingText(finding.code, finding.params);

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
  const cells = sheet.rows.find((row) => row.row === place.row)?.cells ?? [];
  const header = sheet.rows.findLast((row) => row.row < place.row && ID_HEADINGS.includes(row.cells[0]?.text ?? ''))?.cells ?? [];
  const naming = [1, header.find((one) => NAME_HEADINGS.includes(one.text))?.column].filter((column) => column !== place.column);
  const names = naming.flatMap((column) => firstLine(cells.find((one) => one.column === column)?.text) ?? []);
  return { column: firstLine(header.find((one) => one.column === place.column)?.text), row: names.length === 0 ? null : names.join(' ') };
}

/** The column that names the rows of a sheet: third among the indicators, second where a sheet has no such column. */
export const nameColumn = (sheet: OriginalSheet): 2 | 3 =>
  sheet.rows.some(
    ({ cells }) => ID_HEADINGS.includes(cells[0]?.text ?? '') && cells.some((one) => one.column === 3 && NAME_HEADINGS.includes(one.text)),
  )
    ? 3
    : 2;

/** Figures of a task begin with └ in the return. */
const firstLine = (text: string | undefined): string | null => text?.replace(/^└ /u, '').split('\n')[0] ?? null;
