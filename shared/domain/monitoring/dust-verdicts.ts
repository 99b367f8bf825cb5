import { plainText, typedText } from '../returns/cell-text.ts';
import type { GridRow } from './grid.ts';
import { headerText } from './pollutant-text.ts';

/** A column of a dust list that says of each row whether the day is taken out (是否扣除, 审核结果). */
export interface VerdictColumn {
  readonly column: number;
  readonly title: string;
}

const VERDICT = /^是否|(?:审核|审定|认定|核定|批复|复核)(?:结果|意见|结论|情况|状态)$/u;
const YES = /^(?:是|√|✓|✔|y|yes|1|通过|同意|认定|已认定|扣除|已扣除|剔除|已剔除|审核通过|批准|已批准)$/u;
const NO = /^(?:否|×|✗|✘|n|no|0|未通过|不通过|不同意|不认定|未认定|不予认定|不予扣除|不扣除|不扣|未扣除|不剔除|不予剔除|驳回|退回)$/u;

export function verdictColumns(header: GridRow): VerdictColumn[] {
  return header.cells.flatMap(({ column, value }) => {
    const title = plainText(typedText(value, false));
    return VERDICT.test(headerText(title)) ? [{ column, title }] : [];
  });
}

/** Null where the cell leaves it open. */
export function isTakenOut(row: GridRow, { column }: VerdictColumn, date1904: boolean): boolean | null {
  const value = row.value(column);
  const text = value === undefined ? '' : headerText(plainText(typedText(value, date1904)));
  return YES.test(text) ? true : NO.test(text) ? false : null;
}

const DECLINED = /不予?扣|不扣除|未扣除|不予?剔除|未剔除|不予认定|未认定/u;

/** The title that says that the days of the list are not taken out. */
export const declinedBy = (titles: readonly string[]): string | null => titles.find((text) => DECLINED.test(headerText(text))) ?? null;
