/** A1 address of a row and a column, both from 1. */
export const addressAt = (row: number, column: number): string => lettersOf(column) + String(row);

/** Letters of the columns that were asked for. */
const known: string[] = [];

function lettersOf(column: number): string {
  const before = known[column];
  if (before !== undefined) return before;
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(0x41 + ((rest - 1) % 26)) + letters;
  // Beyond the last column of a sheet nothing is kept, whatever a file says.
  if (column <= LAST_COLUMN) known[column] = letters;
  return letters;
}

const LAST_COLUMN = 16_384;
