import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import type { Severity } from '../../../shared/domain/findings.ts';
import { pageFindingText } from '../../../shared/text/finding-text.ts';

/** What is asked for of the list. Null: all. */
export interface FindingFilter {
  readonly state: 'open' | 'answered' | 'all';
  readonly severity: Severity | null;
  readonly unitId: string | null;
  /** Rule: code of the finding. */
  readonly rule: string | null;
}

/** One line of the list: a finding, or many equal ones (366 days without data). */
export interface FindingLine {
  /** Id of the first of them. */
  readonly id: string;
  readonly severity: Severity;
  readonly entries: readonly [AnsweredFinding, ...AnsweredFinding[]];
}

export interface UnitFindings {
  readonly unitId: string;
  readonly unitName: string;
  readonly counts: FindingCounts;
  readonly lines: readonly FindingLine[];
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Values on hold (待确认). */
  readonly held: number;
}

export const isOpen = ({ state }: Pick<AnsweredFinding, 'state'>): boolean => state === 'open';

export const sentenceOf = ({ finding }: Pick<AnsweredFinding, 'finding'>): string => pageFindingText(finding.code, finding.params);

export const passes = (entry: AnsweredFinding, { state, severity, unitId, rule }: FindingFilter): boolean =>
  (state === 'all' || isOpen(entry) === (state === 'open')) &&
  (severity === null || entry.finding.severity === severity) &&
  (unitId === null || entry.unitId === unitId) &&
  (rule === null || entry.finding.code === rule);

/** By unit, the worst first; what says the same of many cells of one column is one line. */
export function groupFindings(entries: readonly AnsweredFinding[]): UnitFindings[] {
  const groups = [...Map.groupBy(entries, ({ unitId }) => unitId)].map(([unitId, own]): UnitFindings => ({
    unitId,
    unitName: own[0]?.unitName ?? '',
    counts: countsOf(own),
    lines: linesOf(own),
  }));
  return groups.toSorted((one, other) => byWorst(one.counts, other.counts));
}

export const countsOf = (entries: readonly AnsweredFinding[]): FindingCounts => ({
  error: entries.filter(({ finding }) => finding.severity === 'error').length,
  warning: entries.filter(({ finding }) => finding.severity === 'warning').length,
  info: entries.filter(({ finding }) => finding.severity === 'info').length,
  held: entries.filter(({ held }) => held).length,
});

const byWorst = (one: FindingCounts, other: FindingCounts): number =>
  other.error - one.error || other.held - one.held || other.warning - one.warning || other.info - one.info;

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

function linesOf(entries: readonly AnsweredFinding[]): FindingLine[] {
  const merged = [...Map.groupBy(entries, kindOf).values()].flatMap((equal): FindingLine[] =>
    equal.length < MERGED_FROM ? equal.map((entry) => lineOf([entry])) : [lineOf(equal as [AnsweredFinding, ...AnsweredFinding[]])],
  );
  return merged.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** What waits for an answer before what has one, the gravest first. */
const rankOf = ({ severity, entries }: FindingLine): number => GRAVITY[severity] + (isOpen(entries[0]) ? 0 : ANSWERED);

const ANSWERED = 3;

/** Fewer are shown one by one. */
const MERGED_FROM = 5;

const lineOf = (entries: readonly [AnsweredFinding, ...AnsweredFinding[]]): FindingLine => ({
  id: entries[0].id,
  severity: entries[0].finding.severity,
  entries,
});

/** Equal are those of one rule and state in one column whose sentences differ in nothing but numbers. */
function kindOf(entry: AnsweredFinding): string {
  const { code, sheet, cell } = entry.finding;
  const column = cell?.replace(/\d+$/u, '') ?? '';
  return JSON.stringify([entry.number, code, sheet, column, entry.state, sentenceOf(entry).replaceAll(/\d+/gu, '0')]);
}

/** The open ones that one answer may serve with this one: of the same rule, whatever the unit. */
export const sameRule = (all: readonly AnsweredFinding[], { finding }: AnsweredFinding): AnsweredFinding[] =>
  all.filter((entry) => isOpen(entry) && entry.finding.code === finding.code);
