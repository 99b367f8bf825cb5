import type { LayoutSheet } from './types.ts';

/** 32-bit FNV-1a over the sheets as data, eight hexadecimal digits: a changed row, answer or target gives another layout id. */
export function layoutChecksum(sheets: readonly LayoutSheet[]): string {
  const content = JSON.stringify(
    sheets.map((sheet) => [sheet.name, sheet.columns.map((column) => [column.key, column.title]), sheet.rows.map(printed)]),
  );
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < content.length; index += 1) {
    const unit = content.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01_00_01_93);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** By hand, because a function that JSON asks at every key takes several times as long. */
function printed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(printed);
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) if (!NOT_PRINTED.has(key)) copy[key] = printed(inner);
  return copy;
}

/** What only the reading asks of a cell does not make another form of it. */
const NOT_PRINTED: ReadonlySet<string> = new Set(['asks', 'of']);
