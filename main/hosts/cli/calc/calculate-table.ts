import { calcText } from '../../../../shared/text/calc-text.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CalculatedRow, Calculation, Prepare } from './calculation.ts';
import type { CsvRow } from './csv-rows.ts';
import { csvWriter, jsonWriter, type TableWriter } from './table-writer.ts';
import type { Remarks } from './remarks.ts';

/** The table with its added columns, in pieces of text; rows come out in their order, and what cannot be calculated keeps its row. */
export async function* calculateTable(
  rows: AsyncIterable<CsvRow>,
  prepare: Prepare,
  remarks: Remarks,
  json: boolean,
): AsyncGenerator<string> {
  const writer: TableWriter = json ? jsonWriter() : csvWriter();
  let begun: { readonly calculation: Calculation; readonly width: number } | null = null;
  let text = '';
  for await (const row of rows) {
    if (begun === null) {
      if (isBlank(row)) continue;
      begun = { calculation: begin(row, prepare, remarks), width: row.cells.length };
      text += writer.header(row, begun.calculation.added);
    } else {
      text += writer.row(row, begun.width, calculated(row, begun.calculation, begun.width, remarks).cells);
    }
    if (text.length >= PIECE || (row.idle && text !== '')) {
      yield text;
      text = '';
    }
  }
  if (begun === null) throw new CommandFailed({ code: 'CALC_INPUT_EMPTY', params: {} });
  yield text + writer.end();
}

/** Characters that are written at once. */
const PIECE = 65_536;

const isBlank = (row: CsvRow): boolean => row.cells.every((cell) => cell.trim() === '');

function begin(row: CsvRow, prepare: Prepare, remarks: Remarks): Calculation {
  const calculation = prepare(row.cells);
  const names = new Set(row.cells.map((cell) => cell.trim().toLowerCase()));
  const doubled = calculation.added.filter((name) => names.has(name));
  for (const sentence of calculation.notes) remarks.note(sentence);
  if (doubled.length > 0) remarks.note(calcText.alreadyThere(doubled));
  return calculation;
}

function calculated(row: CsvRow, calculation: Calculation, width: number, remarks: Remarks): CalculatedRow {
  const empty: CalculatedRow = { cells: calculation.added.map(() => ''), problems: [], notes: [] };
  if (isBlank(row)) return empty;
  if (row.cells.slice(width).some((cell) => cell.trim() !== '')) {
    remarks.problem(calcText.rowLonger(row.line, row.cells.length, width));
    return empty;
  }
  if (row.cells.length < width) remarks.note(calcText.rowShorter(row.line, row.cells.length, width));
  const result = calculation.row(row);
  for (const sentence of result.problems) remarks.problem(sentence);
  for (const sentence of result.notes) remarks.note(sentence);
  return result;
}
