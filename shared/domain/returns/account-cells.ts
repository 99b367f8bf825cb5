import { type Finding, finding } from '../findings.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import { isBlank, typedText } from './cell-text.ts';
import { otherTitle } from './doubts/other-title.ts';
import { shiftedCells } from './doubts/shifted-column.ts';
import { titleMatcher } from './header-words.ts';
import { knownLines } from './known-lines.ts';
import { idColumnOf } from './layout-columns.ts';
import { figuresOf, likelyForGrey, rowSpokenOf } from './likely-place.ts';
import type { LocatedRow, RowReader } from './located-row.ts';
import { showsKnown } from './locked-cells.ts';
import { answerPlace, cellAddress, idColumnNumber, type LocatedSheet } from './locate-sheet.ts';
import { areaOf, isWithin } from './merged-answers.ts';
import { fieldsOf } from './repeated-rows.ts';
import { cellsAtMost, extraColumns } from './stray-columns.ts';
import { type StrayCell, strayKind } from './stray-words.ts';
import type { AnswerField } from './types.ts';

/** How many non-blank cells were read as answers, known as what the form prints, and named by a finding. */
export interface CellAccount {
  readonly read: number;
  readonly known: number;
  readonly reported: number;
}

/**
 * Accounts for every cell of a sheet (逐格清点): it is read, known or reported. What is none of these was typed where nobody asks for it, and is
 * named here, because what was typed was meant.
 */
export function accountSheet(
  sheet: LocatedSheet,
  rows: readonly LocatedRow[],
  named: { readonly findings: readonly Finding[]; readonly covered: ReadonlySet<string> },
  reader: RowReader,
): { readonly findings: readonly Finding[]; readonly account: CellAccount } {
  const isReported = reportedIn(sheet.name, named.findings, named.covered);
  const judge = judgeOf(sheet, rows, reader);
  const counts = { read: 0, known: 0, reported: 0 };
  const strays: StrayCell[] = [];
  for (const cell of sheet.raw.cells) {
    if (isBlank(cell.value)) continue;
    const verdict = isReported(cell) ? 'reported' : judge(cell);
    if (typeof verdict !== 'string') strays.push(verdict);
    counts[typeof verdict === 'string' ? verdict : 'reported'] += 1;
  }
  return { findings: strayFindings(sheet, rows, strays, reader), account: counts };
}

/** Addresses that findings name, ranges among them. */
function reportedIn(sheet: string, findings: readonly Finding[], covered: ReadonlySet<string>): (cell: RawCell) => boolean {
  const own = findings.filter((found) => found.sheet === sheet && found.cell !== null);
  const single = new Set(own.map(({ cell }) => cell));
  const areas = own.flatMap(({ cell }) => areaOf(cell ?? '') ?? []);
  return ({ address, row, column }) => single.has(address) || covered.has(address) || areas.some((area) => isWithin(area, row, column));
}

type Verdict = 'read' | 'known' | StrayCell;

function judgeOf(sheet: LocatedSheet, rows: readonly LocatedRow[], reader: RowReader): (cell: RawCell) => Verdict {
  const asked = new Set(
    rows.flatMap(({ row, number }) =>
      fieldsOf(row).flatMap((field) => {
        const at = answerPlace(sheet, field);
        return at === null ? [] : [at.column, ...at.twins].map((column) => cellAddress(column, number));
      }),
    ),
  );
  const byNumber = new Map(rows.map((located) => [located.number, located]));
  const keys = new Map([...sheet.columns].map(([key, column]) => [column, key]));
  const match = titleMatcher(sheet.layout.columns);
  const isLine = knownLines(sheet.layout);
  const isHeader = (row: number): boolean => {
    const id = sheet.rows.get(row)?.get(idColumnNumber(sheet));
    const title = id === undefined ? null : match(typedText(id.value, reader.date1904));
    return sheet.headerRows.has(row) || title?.column === idColumnOf(sheet.layout.columns);
  };
  return (cell) => {
    const text = typedText(cell.value, reader.date1904);
    if (asked.has(cell.address)) return 'read';
    const located = byNumber.get(cell.row) ?? null;
    const key = keys.get(cell.column);
    if (located !== null && key !== undefined) {
      if (key === idColumnOf(sheet.layout.columns)?.key) return 'known';
      if (showsKnown(located.row, key, text)) return 'known';
    }
    if (isLine(text) || (isHeader(cell.row) && match(text) !== null)) return 'known';
    const field = sheet.layout.columns.find((column) => column.key === key)?.answer ?? null;
    return { cell, text, kind: strayKind(cell.value), grey: located === null ? null : field, row: located };
  };
}

function strayFindings(sheet: LocatedSheet, rows: readonly LocatedRow[], strays: readonly StrayCell[], reader: RowReader): Finding[] {
  const columns = extraColumns(sheet, strays, reader);
  const rest = strays.filter(({ cell }) => !columns.covered.has(cell.address));
  const shifted = shiftedCells(sheet, rows, rest);
  const marks = Map.groupBy(
    rest.filter(({ kind, grey }) => kind === 'mark' && grey !== null),
    ({ cell }) => cell.row,
  );
  const findings = [
    ...[...marks.values()].flatMap((ofRow) => markFinding(sheet, ofRow, reader)),
    ...rest.filter(({ kind, grey }) => kind !== 'mark' || grey === null).map((stray) => strayFinding(sheet, rows, stray, shifted, reader)),
  ];
  return [...columns.findings, ...cellsAtMost(findings, sheet.name, reader.file)];
}

/** Dashes in grey cells say what the form says: nothing is asked there. */
function markFinding(sheet: LocatedSheet, ofRow: readonly StrayCell[], reader: RowReader): Finding[] {
  const [first] = ofRow;
  if (first === undefined) return [];
  const cells = ofRow.map(({ cell }) => cell.address).join('、');
  return [finding('CELL_MARK', { file: reader.file, sheet: sheet.name, cell: first.cell.address }, { raw: first.text, cells })];
}

function strayFinding(
  sheet: LocatedSheet,
  rows: readonly LocatedRow[],
  stray: StrayCell,
  shifted: ReadonlyMap<string, string>,
  reader: RowReader,
): Finding {
  const place = { file: reader.file, sheet: sheet.name, cell: stray.cell.address };
  const { kind, row, grey, text } = stray;
  if (row !== null && grey !== null) {
    const moved = shifted.get(place.cell);
    const { likely, blank } = moved === undefined ? likelyForGrey(sheet, rows, row, grey, text) : { likely: moved, blank: true };
    const answers = kind === 'answer' || kind === 'correction' || (kind === 'state' && blank && isStateField(grey));
    return finding(answers ? 'CELL_GREY' : 'CELL_UNREAD', place, { raw: text, likely });
  }
  const title = otherTitle(sheet, stray, reader);
  if (title !== null) return title;
  const about = row ?? rowSpokenOf(rows, text);
  const likely = about === null ? '' : figuresOf(sheet, about);
  const answers = kind === 'answer' || kind === 'correction';
  return finding(answers ? 'CELL_UNREAD_ANSWER' : 'CELL_UNREAD', place, { raw: text, likely });
}

const isStateField = (field: AnswerField): boolean => field === 'status' || field === 'date';
