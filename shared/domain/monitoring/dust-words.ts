import { type Finding, finding } from '../findings.ts';
import type { CellSheet, CellWorkbook } from '../tables/packed-cells.ts';
import { plainText, typedText } from '../returns/cell-text.ts';
import { declinedBy, verdictColumns } from './dust-verdicts.ts';
import type { ListTable } from './list-table.ts';
import { doubtOfParticles, isOfAnotherKind, speaksOfParticles } from './other-kinds.ts';
import { headerText } from './pollutant-text.ts';

const DUST = /沙尘|扣沙|扣尘|浮尘|扬沙/u;
const TITLE_ROWS = 5;

/** Whether the file says of itself that it is about dust days (沙尘, 扣沙): by its name, a sheet's, a title or a header. */
export const speaksOfDust = ({ sheets }: CellWorkbook, file: string): boolean =>
  DUST.test(file) || sheets.some(({ name, cells }) => DUST.test(name) || hasTitle(cells));

function hasTitle(cells: CellSheet['cells']): boolean {
  for (const { row, value } of cells) {
    if (row > TITLE_ROWS) return false;
    if (value.type === 'text' && DUST.test(value.text)) return true;
  }
  return false;
}

/** Columns that a list of days may have besides. */
const KNOWN = /^(?:序号|编号|no\.?|年度|年份|月份|天数|城市|区县|类型|填报人|审核人|经办人|联系电话|级别|影响程度)$|沙|文号|文件|批复/u;
/** Rounds and spraying are counted on days of dust too: 沙尘天气巡查次数. */
const COUNTED = /次数|车次|巡查|洒水|措施|人次|台次/u;

/** What keeps a list of places and days from being a dust list: columns that are not understood, or nothing that says it is one. */
export function doubtsAboutDust<Key extends string>(
  list: ListTable<Key>,
  { said, file, edition }: { readonly said: boolean; readonly file: string; readonly edition: number },
): Finding[] {
  const read = new Set([...list.columns.values()].map(({ column }) => column));
  const verdicts = new Set(edition < 4 ? [] : verdictColumns(list.header).map(({ column }) => column));
  const others = list.header.cells.filter(({ column, value }) => {
    const title = headerText(typedText(value, false));
    return !read.has(column) && !verdicts.has(column) && (!KNOWN.test(title) || (edition >= 4 && COUNTED.test(title)));
  });
  const doubts = others.map(({ address, value }) => {
    const column = plainText(typedText(value, false));
    const place = { file, sheet: list.sheet, cell: address };
    if (!speaksOfParticles(column)) return finding('DUST_COLUMN_UNKNOWN', place, { column });
    const doubt = doubtOfParticles(column);
    return isOfAnotherKind(column) ? finding('MONITOR_ONLY_OTHER', place, { column }) : finding(doubt.code, place, doubt.params);
  });
  const declined = edition < 4 ? null : declinedBy([...list.titles, file]);
  if (declined !== null) return [finding('DUST_NOT_TAKEN_OUT', { file, sheet: list.sheet, cell: null }, { title: declined })];
  if (said || doubts.length > 0) return doubts;
  return [finding('DUST_NOT_SAID', { file, sheet: list.sheet, cell: list.header.cells[0]?.address ?? null })];
}
