import { type Finding, finding } from '../findings.ts';
import { isBlank, typedText } from './cell-text.ts';
import type { StrayCell } from './stray-words.ts';
import type { RowReader } from './located-row.ts';
import type { LocatedSheet } from './locate-sheet.ts';

/** A column with more of them is named once, at its title. */
const MOST_CELLS_OF_COLUMN = 3;
/** A sheet with more of them has its last finding speak of the rest. */
const MOST_CELLS_OF_SHEET = 40;

/** Columns that the form does not have (自加列), of which one finding at the title speaks; a running number is only mentioned. */
export function extraColumns(
  sheet: LocatedSheet,
  strays: readonly StrayCell[],
  { file, date1904 }: RowReader,
): { readonly findings: readonly Finding[]; readonly covered: ReadonlySet<string> } {
  const known = new Set(sheet.columns.values());
  const findings: Finding[] = [];
  const covered = new Set<string>();
  for (const [column, cells] of Map.groupBy(
    strays.filter(({ cell, row }) => row !== null && !known.has(cell.column)),
    ({ cell }) => cell.column,
  )) {
    const title = sheet.rows.get(sheet.headerRow)?.get(column);
    if (title === undefined || isBlank(title.value)) continue;
    const running = cells.every(({ text }, index) => index === 0 || Number(text) === Number(cells[index - 1]?.text) + 1);
    const answers = cells.filter(({ kind }) => kind === 'answer' || kind === 'correction').length;
    const isRunning = running && cells.length >= 3 && Number(cells[0]?.text) <= 1;
    if (!isRunning && answers <= MOST_CELLS_OF_COLUMN && cells.length <= MOST_CELLS_OF_COLUMN * 4) continue;
    const code = isRunning ? 'COLUMN_RUNNING' : answers > 0 ? 'COLUMN_UNREAD_ANSWERS' : 'COLUMN_UNREAD';
    const params = { column: typedText(title.value, date1904), count: cells.length, first: cells[0]?.cell.address ?? '' };
    findings.push(finding(code, { file, sheet: sheet.name, cell: title.address }, params));
    for (const address of [title.address, ...cells.map(({ cell }) => cell.address)]) covered.add(address);
  }
  return { findings, covered };
}

/** At most so many findings a sheet, the worst first; the last one counts the others. */
export function cellsAtMost(findings: readonly Finding[], sheet: string, file: string): Finding[] {
  if (findings.length <= MOST_CELLS_OF_SHEET) return [...findings];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const ordered = [...errors, ...findings.filter(({ severity }) => severity !== 'error')];
  const rest = ordered.slice(MOST_CELLS_OF_SHEET);
  const code = errors.length > MOST_CELLS_OF_SHEET ? 'CELLS_UNREAD_ANSWERS' : 'CELLS_UNREAD';
  const params = { count: rest.length, first: rest[0]?.cell ?? '', last: rest.at(-1)?.cell ?? '' };
  return [...ordered.slice(0, MOST_CELLS_OF_SHEET), finding(code, { file, sheet, cell: rest[0]?.cell ?? null }, params)];
}
