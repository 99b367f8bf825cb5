import { figureOf, type RowIssue } from '../check-figures.ts';
import { rowName } from '../layout-columns.ts';
import { plainText } from '../cell-text.ts';
import { toText } from '../../numbers/decimal.ts';
import { issue } from '../reading.ts';
import type { ReadAnswer, ReadRow } from '../read-rows.ts';

/**
 * 未启动 and 未完成 beside what says the contrary: a 完成日期, or figures that all meet their targets. `isMet` tells of one figure row; null where it has no
 * target or no value. What is merely behind its schedule (进度滞后) may have reached its figures, and has no 完成日期 all the same.
 */
export function checkUndone(row: ReadRow, figures: readonly ReadRow[], isMet: (figure: ReadRow) => boolean | null): RowIssue[] {
  const status = row.answers.get('status');
  if (status?.value?.kind !== 'status') return [];
  const { value } = status.value;
  if (value !== 'notStarted' && value !== 'behind') return [];
  const date = row.answers.get('date');
  if (date?.value?.kind === 'date')
    return [
      { answer: status, issue: issue('STATUS_UNDONE_DATED', { status: status.raw, date: date.value.value, dateCell: date.address }) },
    ];
  if (value === 'behind' && !/[未没]/u.test(plainText(status.raw))) return [];
  // An indicator by words has its figure in the row itself.
  const judged = [row, ...figures].map((figure) => ({ figure, met: isMet(figure) })).filter(({ met }) => met !== null);
  const [first] = judged;
  return first === undefined || judged.some(({ met }) => met === false) ? [] : [metIssue(status, first.figure)];
}

function metIssue(status: ReadAnswer, figure: ReadRow): RowIssue {
  const value = figureOf(figure);
  const spec = figure.answers.get('value')?.spec;
  const params = {
    status: status.raw,
    measure: rowName(figure.row),
    value: value === null ? '' : toText(value.toSignificantDigits(12)),
    target: figure.row.fixed['target'] ?? spec?.expected ?? '',
    unit: spec?.unit ?? '',
  };
  return { answer: status, issue: issue('STATUS_UNDONE_MET', params) };
}
