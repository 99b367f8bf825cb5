import type { LayoutSheet } from './types.ts';

/** 32-bit FNV-1a over the sheets as data, eight hexadecimal digits: a changed row, answer or target gives another layout id. */
export function layoutChecksum(sheets: readonly LayoutSheet[]): string {
  const content = JSON.stringify(
    sheets.map((sheet) => [sheet.name, sheet.columns.map((column) => [column.key, column.title]), sheet.rows]),
    (key, value: unknown) => (NOT_PRINTED.has(key) ? undefined : value),
  );
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < content.length; index += 1) {
    const unit = content.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01_00_01_93);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What only the reading asks of a cell does not make another form of it. */
const NOT_PRINTED: ReadonlySet<string> = new Set(['asks', 'of']);
