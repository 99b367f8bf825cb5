import type { FoundTable } from './find-table.ts';

/** Text of a line above the table; blank where it has none of that kind. */
export const lineText = (table: FoundTable, key: string): string => table.lines.find((line) => line.key === key)?.cell.text ?? '';

export const lineTexts = (table: FoundTable, key: string): string[] =>
  table.lines.filter((line) => line.key === key).map((line) => line.cell.text);
