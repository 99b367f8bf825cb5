import type { Finding } from '../findings.ts';
import { exact, toText } from '../numbers/decimal.ts';
import { quantityOf, type RowIssue } from './check-figures.ts';
import { isOutOfScale } from './magnitude.ts';
import { issue } from './reading.ts';
import { isReportDate, type ReportSpan } from './report-date.ts';
import { cellFinding, type ReadAnswer, type ReadRow } from './read-rows.ts';

/** What the checks know of the return besides the rows of one sheet. */
export interface PlausibleContext {
  readonly file: string;
  /** 考核年度. */
  readonly year: number;
  /** 填报日期 of the cover, where it is one that can be. */
  readonly reportedOn: string | null;
  /** Between which days a return of the year can be dated. */
  readonly reports: ReportSpan;
}

/** Figures and dates that can be read and yet are hardly true (合理性): each is held or, beyond a hard limit, an error. */
export function checkPlausible(rows: readonly ReadRow[], context: PlausibleContext): Finding[] {
  const byRow = rows.flatMap((row) =>
    [...checkScale(row), ...checkDates(row, context)].map((found) => cellFinding(row, found.answer, found.issue, context.file)),
  );
  return [...byRow, ...checkDenominators(rows, context.file)];
}

/** A figure against its target. Of a rate with its parts these decide, and a rate is never judged by what is typed beside them. */
function checkScale(row: ReadRow): RowIssue[] {
  const hasParts = quantityOf(row.answers.get('numerator')) !== null && quantityOf(row.answers.get('denominator')) !== null;
  const answer = row.answers.get('value');
  const figure = quantityOf(answer);
  if (answer === undefined || figure === null || hasParts || answer.spec.expected === undefined) return [];
  // Written with its sign, a rate below 1 % is meant.
  if (answer.issues.some(({ code }) => code === 'PERCENT_SCALE_UNCLEAR')) return [];
  const { expected, operator, unit = '' } = answer.spec;
  if (!isOutOfScale(figure, { value: exact(expected), operator, unit })) return [];
  return [{ answer, issue: issue('VALUE_MAGNITUDE', { value: toText(figure), target: row.row.fixed['target'] ?? expected, unit }) }];
}

function checkDates(row: ReadRow, context: PlausibleContext): RowIssue[] {
  const reported = row.answers.get('reportedOn');
  if (reported !== undefined) return checkReportDate(reported, context);
  const answer = row.answers.get('date');
  if (answer?.value?.kind !== 'date') return [];
  const date = answer.value.value;
  const year = Number(date.slice(0, 4));
  if (Math.abs(year - context.year) > 1) return [{ answer, issue: issue('DATE_IMPLAUSIBLE', { date, year: context.year }) }];
  // A date of the year after is said to be one already.
  const { reportedOn } = context;
  if (reportedOn === null || year !== context.year || date <= reportedOn) return [];
  return [{ answer, issue: issue('DATE_AFTER_REPORT', { date, reportedOn }) }];
}

function checkReportDate(answer: ReadAnswer, { year, reports }: PlausibleContext): RowIssue[] {
  if (answer.value?.kind !== 'date') return [];
  const date = answer.value.value;
  return isReportDate(date, reports) ? [] : [{ answer, issue: issue('REPORT_DATE_IMPLAUSIBLE', { date, year, ...reports }) }];
}

/** What two rows count under one name is one number: the days of the year, the places that were checked. */
function checkDenominators(rows: readonly ReadRow[], file: string): Finding[] {
  const asked = rows.flatMap((row) => {
    const answer = row.answers.get('denominator');
    const value = quantityOf(answer);
    return answer?.spec.of === undefined || value === null ? [] : [{ row, answer, value, name: answer.spec.of }];
  });
  return [...Map.groupBy(asked, ({ name, answer }) => `${name}|${answer.spec.unit ?? ''}`).values()].flatMap((same) =>
    same.flatMap(({ row, answer, value, name }) => {
      const other = same.find((one) => !one.value.eq(value));
      if (other === undefined) return [];
      const params = {
        name,
        value: toText(value),
        other: toText(other.value),
        otherRow: other.row.row.rowId,
        otherCell: other.answer.address,
      };
      return [cellFinding(row, answer, issue('DENOMINATORS_DISAGREE', params), file)];
    }),
  );
}
