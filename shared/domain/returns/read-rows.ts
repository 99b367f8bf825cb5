import { type Finding, type FindingCode, finding } from '../findings.ts';
import { typedText } from './cell-text.ts';
import { heldValue } from './holds.ts';
import { rowName } from './layout-columns.ts';
import type { LocatedRow } from './located-row.ts';
import { answerPlace, cellAddress, type LocatedSheet } from './locate-sheet.ts';
import { parseAnswer } from './parse-cell.ts';
import { shownCell, type ShownCell } from './shown-cell.ts';
import type { CellContext, CellIssue, CellReading } from './reading.ts';
import {
  type AnswerCell,
  type AnswerField,
  type LayoutRow,
  type ParsedValue,
  type ReadValue,
  RESULT_FIELDS,
  type ReturnAnswer,
  type TaskStatus,
} from './types.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/** One answer cell with what was read from it; the checks of cells against each other work on these. */
export interface ReadAnswer extends CellReading {
  readonly field: AnswerField;
  readonly spec: AnswerCell;
  readonly title: string;
  readonly address: string;
  readonly raw: string;
  /** Nothing was typed. A cell with a typing error is not blank. */
  readonly blank: boolean;
}

export interface ReadRow {
  readonly row: LayoutRow;
  readonly number: number;
  readonly sheet: string;
  readonly answers: ReadonlyMap<AnswerField, ReadAnswer>;
}

export interface WorkbookContext {
  readonly file: string;
  readonly year: number;
  readonly date1904: boolean;
  readonly statusWords?: ReadonlyMap<string, TaskStatus> | undefined;
  /** Edition of the rules of reading (读表规则); today's unless said otherwise. */
  readonly edition?: number | undefined;
}

/** Parses one cell of the row; the sheet's own parser (air) may stand in for the general one. */
export type CellParser = (raw: RawValue, spec: AnswerCell, context: CellContext, field: AnswerField) => CellReading;

export function readRow(sheet: LocatedSheet, located: LocatedRow, context: WorkbookContext, parse: CellParser = parseAnswer): ReadRow {
  const answers = new Map<AnswerField, ReadAnswer>();
  for (const [field, spec] of Object.entries(located.row.answers) as [AnswerField, AnswerCell][]) {
    const at = answerPlace(sheet, field);
    if (at === null) continue;
    const cell = located.cells.get(at.column);
    const shown = shownCell(cell, sheet.lookup, context.edition);
    const raw = shown.value;
    const reading = settled(shown, parse(raw, spec, { ...cellContext(context), formula: cell?.formula ?? false }, field));
    answers.set(field, {
      ...reading,
      field,
      spec,
      title: at.title,
      address: cellAddress(at.column, located.number),
      raw: typedText(raw, context.date1904),
      blank: reading.value === null && reading.issues.length === 0,
    });
  }
  return { row: located.row, number: located.number, sheet: sheet.name, answers };
}

const cellContext = ({ date1904, year, statusWords, edition }: WorkbookContext): Omit<CellContext, 'formula'> => ({
  date1904,
  year,
  statusWords,
  edition,
});

/** What the page shows comes first: an open cell gives no value, whatever its content could be read as. */
const settled = ({ issues, open }: ShownCell, reading: CellReading): CellReading =>
  issues.length === 0 ? reading : { value: open ? null : reading.value, issues: open ? issues : [...issues, ...reading.issues] };

/** Cells of a sheet with a finding that keeps what stands there from counting, each with the code of the first. */
export interface Barred {
  readonly wrong: ReadonlyMap<string, FindingCode>;
  readonly held: ReadonlyMap<string, FindingCode>;
}

/**
 * The answers of a row. `wrong` are the cells with an error: what stands there is not adopted, also where it reads well by itself (a
 * cumulative number below the year's own). Of a cell that carries the result it is kept that it is in error. A request for exemption that has
 * to be made clear is no value, and stays a request. `held` are read, and kept for somebody to confirm.
 */
export function answersOf(row: ReadRow, { wrong, held }: Barred): ReturnAnswer[] {
  return [...row.answers.values()].flatMap(({ value: read, field, raw, address }) => {
    const found = wrong.get(address);
    const code = found === 'EXEMPTION_UNCLEAR' ? undefined : found;
    const value = code === undefined ? kept(read, held.get(address)) : rejected(field, code);
    return value === null ? [] : [{ rowId: row.row.rowId, field, value, raw, sheet: row.sheet, cell: address }];
  });
}

const kept = (read: ReadValue | null, code: FindingCode | undefined): ParsedValue | null =>
  read === null || code === undefined ? read : heldValue(read, code);

const rejected = (field: AnswerField, code: FindingCode): ParsedValue | null =>
  leavesUnsettled(field, code) ? { kind: 'rejected', value: code } : null;

/** A date that cannot be read is no date, and the status judges; 不涉及 in its place contradicts the status. */
const leavesUnsettled = (field: AnswerField, code: FindingCode): boolean => RESULTS.has(field) || code === 'EXEMPTION_MIXED';

const RESULTS: ReadonlySet<AnswerField> = new Set(RESULT_FIELDS);

/** A finding at an answer cell. Its params always name row, column and what was typed, so that every sentence can. */
export function cellFinding(row: ReadRow, answer: ReadAnswer, found: CellIssue, file: string): Finding {
  return finding(
    found.code,
    { file, sheet: row.sheet, cell: answer.address },
    { row: row.row.rowId, name: rowName(row.row), column: answer.title, raw: answer.raw, ...found.params },
  );
}
