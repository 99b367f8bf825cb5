import type { CsvRow } from './csv-rows.ts';

export interface TableWriter {
  header(row: CsvRow, added: readonly string[]): string;
  row(row: CsvRow, width: number, added: readonly string[]): string;
  end(): string;
}

/** Each record as it came, byte for byte, with the added cells behind it; none of these ever needs quotes. */
export function csvWriter(): TableWriter {
  let lineEnd = '\n';
  return {
    header(row, added) {
      lineEnd = row.end === '' ? lineEnd : row.end;
      return `${row.raw}${row.delimiter}${added.join(row.delimiter)}${lineEnd}`;
    },
    row(row, width, added) {
      const end = row.end === '' ? lineEnd : row.end;
      // An empty line is no record to most readers, and stays one.
      if (row.raw === '') return end;
      return `${fitted(row, width)}${row.delimiter}${added.join(row.delimiter)}${end}`;
    },
    end: () => '',
  };
}

/** The same as one JSON value in the form of every command: {ok, value: {header, rows}}. */
export function jsonWriter(): TableWriter {
  let first = true;
  return {
    header: (row, added) => `{"ok":true,"value":{"header":${JSON.stringify([...row.cells, ...added])},"rows":[`,
    row(row, width, added) {
      if (row.raw === '') return '';
      const cells = Array.from({ length: Math.max(width, contentWidth(row)) }, (_, index) => row.cells[index] ?? '');
      const text = `${first ? '' : ','}\n${JSON.stringify([...cells, ...added])}`;
      first = false;
      return text;
    },
    end: () => '\n]}}\n',
  };
}

/** Cells that a short record leaves out are put in, and blank ones beyond the header taken off, so that the added cells stand under their names. */
function fitted(row: CsvRow, width: number): string {
  if (row.cells.length <= width) return row.raw + row.delimiter.repeat(width - row.cells.length);
  if (contentWidth(row) > width) return row.raw;
  let raw = row.raw;
  for (let surplus = row.cells.length - width; surplus > 0; surplus -= 1) raw = raw.slice(0, raw.lastIndexOf(row.delimiter));
  return raw;
}

const contentWidth = (row: CsvRow): number => row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
