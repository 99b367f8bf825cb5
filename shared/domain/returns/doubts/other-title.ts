import { type Finding, finding } from '../../findings.ts';
import { comparableText, plainText } from '../cell-text.ts';
import type { RowReader } from '../located-row.ts';
import type { LocatedSheet } from '../locate-sheet.ts';
import type { StrayCell } from '../stray-words.ts';

const PARTS = /^(?<head>.*?)(?<year>20\d\d)(?<tail>年.*)$/su;

/** A title above the table that is the form's but for the year or the unit in it: what it says against the cover is named, not taken for a stray word. */
export function otherTitle(sheet: LocatedSheet, { cell, text }: StrayCell, { file, year }: RowReader): Finding | null {
  if (cell.row >= sheet.headerRow) return null;
  const found = PARTS.exec(plainText(text))?.groups;
  const own = PARTS.exec(plainText(sheet.layout.title))?.groups;
  if (found === undefined || own === undefined || bareTail(found['tail']) !== bareTail(own['tail'])) return null;
  const place = { file, sheet: sheet.name, cell: cell.address };
  if (found['year'] !== own['year']) return finding('TITLE_OTHER_YEAR', place, { raw: text.trim(), found: found['year'] ?? '', year });
  if (sheet.layout.kind === 'cover' || comparableText(found['head'] ?? '') === comparableText(own['head'] ?? '')) return null;
  return finding('TITLE_OTHER_UNIT', place, { raw: text.trim(), expected: sheet.layout.title });
}

/** 年度任务填报表 and 年任务填报（附件1） are one title. */
const bareTail = (tail = ''): string =>
  comparableText(tail)
    .replace(/^年度?/u, '')
    .replace(/[(（].*$/u, '')
    .replace(/表$/u, '');
