import { daysOfMonth } from '../../../../shared/domain/air/period.ts';
import type { CellWorkbook } from '../../../../shared/domain/tables/packed-cells.ts';
import type { DustDay } from '../../../db/queries/dust-forecast.ts';
import { firstTexts } from './first-texts.ts';

/**
 * The span of which a dust list (扣沙日清单) speaks: the year or month of its title (2024年扣沙日清单, 2024年3月…), else of its file name, else from
 * the month of its first day to the month of its last. Within it the list is taken as complete.
 */
export function dustSpan(
  fileName: string,
  workbook: CellWorkbook,
  entries: readonly DustDay[],
): { readonly from: string; readonly to: string } | null {
  const dates = entries.map((entry) => entry.date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  for (const text of [...firstTexts(workbook), fileName]) {
    const span = spanOf(text);
    if (span !== null && (first === undefined || last === undefined || (span.from <= first && last <= span.to))) return span;
  }
  if (first === undefined || last === undefined) return null;
  return { from: `${first.slice(0, 7)}-01`, to: `${last.slice(0, 7)}-${daysOfMonth(last.slice(0, 7))}` };
}

/** A whole year or a whole month; a date, or a span of months, is neither. */
function spanOf(text: string): { readonly from: string; readonly to: string } | null {
  const [, year, rest] = /(20\d\d)年(.*)/su.exec(text) ?? [];
  if (year === undefined || rest === undefined) return null;
  if (!/^\s*\d/u.test(rest)) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const [, month] = /^\s*(1[0-2]|0?[1-9])月份?(?![\d至到—~～-])/u.exec(rest) ?? [];
  if (month === undefined) return null;
  const ofMonth = `${year}-${month.padStart(2, '0')}`;
  return { from: `${ofMonth}-01`, to: `${ofMonth}-${daysOfMonth(ofMonth)}` };
}
