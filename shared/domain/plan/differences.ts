import { exact } from '../numbers/decimal.ts';
import type { ConflictDifference, ConflictKind, Statement } from './conflict-types.ts';

/** What two statements of the plan contradict each other in; ids as the statements carry them. */
export function differencesAmong(statements: readonly Statement[]): ConflictDifference[] {
  const found: ConflictDifference[] = [];
  const reported = new Set<string>();
  for (const [left, right] of crossPairs(statements)) {
    for (const kind of kindsOf(left, right, statements)) {
      const key = differenceKey(kind, left, right);
      if (reported.has(key)) continue;
      reported.add(key);
      found.push({ kind, statements: [left.id, right.id] });
    }
  }
  return found;
}

/** A number or a range: something that a figure can be held against. */
export const isCountedStatement = ({ value, target }: Statement): boolean => value !== null || target?.kind === 'range';

/** Same unit and same 口径: only then is one number bigger than, equal to, or in place of the other. */
export function comparable(left: Statement, right: Statement): boolean {
  if (!isCountedStatement(left) || !isCountedStatement(right) || left.unit !== right.unit) return false;
  return left.basis === null || right.basis === null || left.basis === right.basis;
}

export const sameNumber = (left: string | null, right: string | null): boolean =>
  left !== null && right !== null && exact(left).equals(right);

/** The same number, or the same range. */
export function sameDemand({ value, target }: Statement, other: Statement): boolean {
  if (target?.kind !== 'range' || other.target?.kind !== 'range') return sameNumber(value, other.value);
  return sameNumber(target.low, other.target.low) && sameNumber(target.high, other.target.high);
}

/** Places of one source complete each other (（八） speaks of two boiler sizes); a contradiction needs two sources. */
function crossPairs(statements: readonly Statement[]): [Statement, Statement][] {
  return statements.flatMap((left, position) =>
    statements
      .slice(position + 1)
      .filter((right) => right.source !== left.source)
      .map((right): [Statement, Statement] => [left, right]),
  );
}

/** Words, scope and lead units are the same for each year of a measure: they are reported once for two rows, not for each year. */
function differenceKey(kind: ConflictKind, left: Statement, right: Statement): string {
  const rows = kind === 'quantity' || kind === 'scope' || kind === 'leads' ? [left.id, right.id].map(withoutYear) : [left.id, right.id];
  return [kind, ...rows].join('|');
}

const withoutYear = (id: string): string => id.replace(/@\d+$/u, '');

function kindsOf(left: Statement, right: Statement, all: readonly Statement[]): ConflictKind[] {
  const kinds: ConflictKind[] = [];
  if (sameTime(left, right)) kinds.push(...numberKinds(left, right));
  if (isLaterYear(left, right, all) || isLaterYear(right, left, all)) kinds.push('laterYear');
  if (left.scope !== null && right.scope !== null && left.scope !== right.scope) kinds.push('scope');
  if (differentLeads(left, right)) kinds.push('leads');
  return kinds;
}

/** 每年 and 长期 demands hold in every single year. */
function sameTime(left: Statement, right: Statement): boolean {
  return left.year === right.year || typeof left.year === 'string' || typeof right.year === 'string';
}

function numberKinds(left: Statement, right: Statement): ConflictKind[] {
  if (!isCountedStatement(left) || !isCountedStatement(right)) return numberAgainstWords(left, right) ? ['quantity'] : [];
  if (left.unit !== right.unit) return ['unit'];
  if (!comparable(left, right)) return ['basis'];
  if (!sameDemand(left, right)) return [isEndValue(left, right) ? 'endValue' : 'value'];
  return left.operator === right.operator ? [] : ['operator'];
}

const isEndValue = (left: Statement, right: Statement): boolean =>
  (left.source === 'annex1' && right.source === 'annex2') || (left.source === 'annex2' && right.source === 'annex1');

function numberAgainstWords(left: Statement, right: Statement): boolean {
  const [words, number] = isCountedStatement(left) ? [right, left] : [left, right];
  return !isCountedStatement(words) && words.qualitative !== null && isCountedStatement(number);
}

/**
 * The first year for which one source asks the number lies before the first year for which the other does. Annex 2 is left out: it
 * speaks of the whole term, so its year is only the end of it.
 */
function isLaterYear(earlier: Statement, later: Statement, all: readonly Statement[]): boolean {
  if (typeof earlier.year === 'string' || typeof later.year === 'string' || earlier.year >= later.year) return false;
  if (earlier.source === 'annex2' || later.source === 'annex2') return false;
  if (!comparable(earlier, later) || !sameDemand(earlier, later)) return false;
  return isFirst(earlier, all) && isFirst(later, all);
}

function isFirst(statement: Statement, all: readonly Statement[]): boolean {
  const sameSource = all.filter(
    (other) => other.source === statement.source && comparable(other, statement) && sameDemand(other, statement),
  );
  return sameSource.every((other) => typeof other.year === 'string' || typeof statement.year === 'string' || other.year >= statement.year);
}

/** Articles that name nobody (区级有关部门) contradict no one. */
function differentLeads(left: Statement, right: Statement): boolean {
  if (left.leadUnits.length === 0 || right.leadUnits.length === 0) return false;
  return left.leadUnits.some((id) => !right.leadUnits.includes(id)) || right.leadUnits.some((id) => !left.leadUnits.includes(id));
}
