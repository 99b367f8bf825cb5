import type { RawCell, RawWorkbook } from '../../tables/raw-workbook.ts';
import { isBlank, plainText, typedText } from '../cell-text.ts';
import { parseDate } from '../parse-date.ts';
import { isReportDate, type ReportSpan } from '../report-date.ts';
import { rowsOf } from '../sheet-rows.ts';
import type { ReturnAnswer } from '../types.ts';

const LABEL = /^(?:填报日期|填报时间|填表日期|填表时间|报送日期|报送时间|上报日期|上报时间|报表日期)\s*[:：]?\s*(?<date>.*)$/u;

/**
 * 填报日期 of a table that offices draw up themselves: 填报时间：2025年1月8日 in one cell, or the date to the right of its label. Null where none stands
 * there that could be meant.
 */
export function tableDate(workbook: RawWorkbook, year: number, reports: ReportSpan): ReturnAnswer | null {
  const { date1904 } = workbook;
  for (const sheet of workbook.sheets) {
    if (sheet.visibility !== 'visible') continue;
    for (const cells of rowsOf(sheet).values()) {
      const ordered = [...cells.values()].filter(({ value }) => !isBlank(value)).toSorted((left, right) => left.column - right.column);
      for (const [index, cell] of ordered.entries()) {
        const label = cell.value.type === 'text' ? LABEL.exec(plainText(cell.value.text)) : null;
        if (label === null) continue;
        const text = label.groups?.['date'] ?? '';
        const at = text === '' ? ordered[index + 1] : cell;
        if (at === undefined) continue;
        const read = parseDate(text === '' ? at.value : { type: 'text', text }, { date1904, year }).value;
        if (read?.kind === 'date' && isReportDate(read.value, reports)) return answer(sheet.name, at, read.value, date1904);
      }
    }
  }
  return null;
}

const answer = (sheet: string, cell: RawCell, date: string, date1904: boolean): ReturnAnswer => ({
  rowId: 'reportedOn',
  field: 'reportedOn',
  value: { kind: 'date', value: date },
  raw: typedText(cell.value, date1904),
  sheet,
  cell: cell.address,
});
