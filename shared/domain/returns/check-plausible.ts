import type { Finding } from '../findings.ts';
import { exact, toText } from '../numbers/decimal.ts';
import { quantityOf, type RowIssue } from './check-figures.ts';
import { sameNumbers } from './doubts/same-numbers.ts';
import { newAboveTotal } from './doubts/new-above-total.ts';
import { isOutOfScale, isRateOutOfScale } from './magnitude.ts';
import { PAGE_EDITION, READING_EDITION } from './reading-edition.ts';
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
  /** First day of the plan (方案起始日); null where it is not known. */
  readonly begins?: string | null | undefined;
  /** Day on which the return came; null where it is not known. */
  readonly received?: string | null | undefined;
  /** Edition of the rules of reading; today's unless said otherwise. */
  readonly edition?: number | undefined;
  /** Rows of the return's other sheets. */
  readonly others?: readonly ReadRow[] | undefined;
}

const isOfPages = ({ edition = READING_EDITION }: PlausibleContext): boolean => edition >= PAGE_EDITION;

/** Figures and dates that can be read and yet are hardly true (合理性): each is held or, beyond a hard limit, an error. */
export function checkPlausible(rows: readonly ReadRow[], context: PlausibleContext): Finding[] {
  const isNew = isOfPages(context);
  const byRow = rows.flatMap((row) =>
    [...checkScale(row), ...(isNew ? checkRateScale(row) : []), ...checkDates(row, context)].map((found) =>
      cellFinding(row, found.answer, found.issue, context.file),
    ),
  );
  return [...byRow, ...sameNumbers(rows, context.others ?? [], context.file, isNew), ...(isNew ? newAboveTotal(rows, context.file) : [])];
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

/** A rate by its parts against its target: which of the two is the slip nobody can tell, and the finding stands at the denominator. */
function checkRateScale(row: ReadRow): RowIssue[] {
  const [numerator, denominator, value] = (['numerator', 'denominator', 'value'] as const).map((field) => row.answers.get(field));
  const [above, below] = [quantityOf(numerator), quantityOf(denominator)];
  const { expected, operator, percent } = value?.spec ?? {};
  if (denominator === undefined || above === null || below === null || below.isZero() || percent !== true || expected === undefined)
    return [];
  const rate = above.times(100).div(below);
  if (!isRateOutOfScale(rate, { value: exact(expected), operator, unit: '%' })) return [];
  const params = { numerator: toText(above), denominator: toText(below), value: toText(rate.toSignificantDigits(4)), target: expected };
  return [{ answer: denominator, issue: issue('RATE_MAGNITUDE', params) }];
}

function checkDates(row: ReadRow, context: PlausibleContext): RowIssue[] {
  const reported = row.answers.get('reportedOn');
  if (reported !== undefined) return checkReportDate(reported, context);
  const answer = row.answers.get('date');
  if (answer?.value?.kind !== 'date') return [];
  const date = answer.value.value;
  const year = Number(date.slice(0, 4));
  const { reportedOn, begins, received } = context;
  if (!isOfPages(context)) {
    if (Math.abs(year - context.year) > 1) return [{ answer, issue: issue('DATE_IMPLAUSIBLE', { date, year: context.year }) }];
    return reportedOn === null || year !== context.year || date <= reportedOn
      ? []
      : [{ answer, issue: issue('DATE_AFTER_REPORT', { date, reportedOn }) }];
  }
  // What was done in the year before is said to be of another year, and may have been done ahead of the plan.
  if (typeof begins === 'string' && date < begins && context.year - year > 1)
    return [{ answer, issue: issue('DATE_BEFORE_PLAN', { date, begins }) }];
  if (Math.abs(year - context.year) > 1) return [{ answer, issue: issue('DATE_IMPLAUSIBLE', { date, year: context.year }) }];
  // One of the year after is said to be of another year, and is no completion within this one.
  if (year > context.year) return [];
  // Nothing is done after the day on which it is reported.
  if (reportedOn !== null && date > reportedOn) return [{ answer, issue: issue('DATE_AFTER_REPORT', { date, reportedOn }) }];
  if (reportedOn !== null || typeof received !== 'string' || date <= received) return [];
  return [{ answer, issue: issue('DATE_AFTER_RECEIPT', { date, received }) }];
}

function checkReportDate(answer: ReadAnswer, { year, reports }: PlausibleContext): RowIssue[] {
  if (answer.value?.kind !== 'date') return [];
  const date = answer.value.value;
  return isReportDate(date, reports) ? [] : [{ answer, issue: issue('REPORT_DATE_IMPLAUSIBLE', { date, year, ...reports }) }];
}
