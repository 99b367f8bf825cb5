import { CommandFailed } from '../command-failed.ts';
import { type CsvRow, csvRows } from '../calc/csv-rows.ts';
import { decodeText } from '../calc/decode-text.ts';

export interface InputTable {
  readonly header: CsvRow;
  readonly rows: readonly CsvRow[];
}

/** The whole of a CSV on standard input: places and shares need all its rows at once. */
export async function readTable(input: AsyncIterable<Uint8Array>): Promise<InputTable> {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(decodeText(input))) {
    if (rows.length === 0 && row.cells.every((cell) => cell.trim() === '')) continue;
    rows.push(row);
  }
  const [header, ...others] = rows;
  if (header === undefined) throw new CommandFailed({ code: 'CALC_INPUT_EMPTY', params: {} });
  return { header, rows: others };
}
