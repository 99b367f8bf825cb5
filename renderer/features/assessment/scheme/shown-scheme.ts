import type { ScoredRow, SchemeRow } from '../../../../shared/contract/scheme-runs.ts';
import { schemeLackText, schemeNoticeText, schemeOpenText } from '../../../../shared/text/scheme-text.ts';
import { schemePartTitle, schemeRunText } from '../../../../shared/text/scheme/run-words.ts';
import { scorePageText } from '../../../../shared/text/ui/score-page-text.ts';

/** A subject as it is shown: a stored one says nothing of what is provisional. */
export type ShownRow = SchemeRow & Partial<Pick<ScoredRow, 'complete' | 'range' | 'missing'>>;

export interface RowGroup {
  readonly title: string;
  readonly rows: readonly ShownRow[];
}

/** Subjects that are held against each other stand in one table, best place first. */
export function groupsOf(rows: readonly ShownRow[]): readonly RowGroup[] {
  const groups = Map.groupBy(rows, ({ groupName, kindName }) => groupName || kindName);
  return [...groups].map(([title, own]) => ({ title, rows: own.toSorted(byPlace) }));
}

const amountOf = ({ points, money }: ShownRow): number => Number(points ?? money ?? Number.NEGATIVE_INFINITY);

const byPlace = (left: ShownRow, right: ShownRow): number =>
  (left.place ?? Number.MAX_SAFE_INTEGER) - (right.place ?? Number.MAX_SAFE_INTEGER) || amountOf(right) - amountOf(left) || 0;

/** Titles of the parts of a group, in the order of the rules. */
export const partTitles = (rows: readonly ShownRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ parts }) => parts.map(schemePartTitle))),
];

export const partText = ({ parts }: ShownRow, title: string): string =>
  parts
    .filter((part) => schemePartTitle(part) === title)
    .map(({ points, state }) => points ?? scorePageText[state === 'notApplicable' ? 'notInvolved' : 'lacking'])
    .join('、');

export function rangeOf({ complete, range, notApplicable }: ShownRow): string {
  if (complete !== false || notApplicable) return '';
  return range === null || range === undefined ? schemeRunText.rangeNone : schemeRunText.rangeText(range);
}

export const noticesOf = ({ notices }: ShownRow): readonly string[] => notices.map(({ code, params }) => schemeNoticeText(code, params));

/** Why there is no result, or no final one; each reason once. */
export function lacksOf({ lacks, open, missing = [] }: ShownRow): readonly string[] {
  const said = [...lacks, ...missing].map(({ code, params }) => schemeLackText(code, params));
  return [...new Set([...said, ...open.map(({ code, params }) => schemeOpenText(code, params))])];
}
