import { isDecimalText } from '../../numbers/decimal.ts';
import { Rational } from '../../numbers/rational.ts';
import { isRecord, type Raw } from '../base/records.ts';
import type { CompiledScheme } from '../language/compile-scheme.ts';
import { knownBetter } from '../measures/directions.ts';
import { SAMPLE_POINTS } from './output-samples.ts';

/** Columns of an example for rows of the lists of a plan. */
export const LISTED_VALUE = 'list:value';
export const LISTED_TARGET = 'list:target';
export const LISTED_STATUS = 'list:status';
export const LISTED_LATE = 'list:late';

export interface ExampleFigures {
  readonly columns: readonly { readonly column: string; readonly value: string }[];
  readonly peers: readonly (readonly string[])[];
}

/** What a part reads: as typed, else usual figures; three others where it compares. */
export function exampleFigures(scheme: CompiledScheme, rules: Raw, typed: Readonly<Record<string, string>>): ExampleFigures {
  const given = new Set(Object.keys(scheme.head.params ?? {}).map((name) => `param:${name}`));
  const read = scheme.columns.filter((column) => !column.endsWith('.place') && !column.endsWith('.groupMean') && !given.has(column));
  const columns = [...levels(read), ...listColumns(rules)].map((column) => ({
    column,
    value: typed[column] ?? usual(column, scheme, rules),
  }));
  return {
    columns,
    peers: compares(rules)
      ? [1, 2, 3].map((step) => columns.map(({ column, value }) => (column.includes('.') ? value : shifted(value, step))))
      : [],
  };
}

/** A reference alone says nothing of the measure itself. */
function levels(columns: readonly string[]): readonly string[] {
  const measures = columns.flatMap((column) => (column.includes(':') ? [] : [column.split('.')[0] ?? column]));
  return [...new Set([...measures, ...columns])].toSorted((one, other) => order(one) - order(other));
}

const order = (column: string): number => (column.includes(':') ? 2 : column.includes('.') ? 1 : 0);

function listColumns(rules: Raw): readonly string[] {
  const lists = JSON.stringify(listsIn(rules));
  return [
    ...(/annex1|air/u.test(lists) ? [LISTED_VALUE, LISTED_TARGET] : []),
    ...(/tasks|items|duties/u.test(lists) ? [LISTED_STATUS] : []),
    ...(says(rules, 'late') ? [LISTED_LATE] : []),
  ];
}

/** Whether a rule of that word stands anywhere; how rows are judged is no rule. */
function says(raw: unknown, word: string): boolean {
  if (Array.isArray(raw)) return raw.some((item) => says(item, word));
  return isRecord(raw) && (raw[word] !== undefined || Object.entries(raw).some(([key, value]) => key !== 'judging' && says(value, word)));
}

function listsIn(raw: unknown): readonly unknown[] {
  if (Array.isArray(raw)) return raw.flatMap(listsIn);
  return isRecord(raw) ? Object.entries(raw).flatMap(([key, value]) => (key === 'rows' ? [value] : listsIn(value))) : [];
}

const COMPARING: readonly string[] = ['rank', 'placeOf', 'efficacy', 'pool', 'zeroSum', 'quota', 'streak'];

function compares(raw: unknown): boolean {
  if (Array.isArray(raw)) return raw.some(compares);
  if (!isRecord(raw)) return raw === 'groupMean';
  return Object.entries(raw).some(([key, value]) => COMPARING.includes(key) || compares(value));
}

/** 完成 37 目标 36, and the like: better than last year, not yet at the target. */
const LESS: Readonly<Record<string, string>> = {
  '': '37',
  target: '36',
  stretch: '33',
  lastYear: '40',
  lastMonth: '39',
  base: '45',
  limit: '35',
};
const MORE: Readonly<Record<string, string>> = {
  '': '95',
  target: '100',
  stretch: '110',
  lastYear: '90',
  lastMonth: '92',
  base: '80',
  limit: '100',
};
const NAMED: Readonly<Record<string, string>> = {
  [LISTED_VALUE]: '37',
  [LISTED_TARGET]: '36',
  [LISTED_STATUS]: '按序推进',
};

function usual(column: string, { head }: CompiledScheme, rules: Raw): string {
  if (column === LISTED_LATE) return rules['late'] === undefined ? '否' : '是';
  const named = NAMED[column];
  if (named !== undefined) return named;
  const [kind, name = ''] = column.includes(':') ? column.split(':') : ['', ''];
  if (kind === 'manual') return name === SAMPLE_POINTS ? '85' : manualOf(rules, name);
  if (kind === 'param') return '1';
  if (kind === 'status') return statusOf(rules) ?? '按序推进';
  if (kind === 'event') return '';
  const [measure = '', slot = ''] = column.split('.');
  const better = head.measures?.[measure]?.better ?? knownBetter(measure);
  return (better === 'less' ? LESS : MORE)[slot] ?? '';
}

/** Nine tenths of what a reviewer may give at most. */
function manualOf(raw: unknown, name: string): string {
  const cap = capOf(raw, name);
  return cap === null ? '36' : Rational.of(cap).times(Rational.of('0.9')).text();
}

function capOf(raw: unknown, name: string): string | null {
  if (Array.isArray(raw)) return raw.map((item) => capOf(item, name)).find((cap) => cap !== null) ?? null;
  if (!isRecord(raw)) return null;
  const cap = String(raw['cap']);
  return raw['manual'] === name && isDecimalText(cap) ? cap : capOf(Object.values(raw), name);
}

function statusOf(raw: unknown): string | null {
  if (Array.isArray(raw)) return raw.map(statusOf).find((word) => word !== null) ?? null;
  if (!isRecord(raw)) return null;
  const map = raw['status'];
  return isRecord(map) ? (Object.keys(map)[1] ?? Object.keys(map)[0] ?? null) : statusOf(Object.values(raw));
}

/** Others lie around what is typed: one better, two worse, whichever way the measure runs. */
function shifted(value: string, step: number): string {
  if (!isDecimalText(value)) return value;
  const share = Rational.of(['0.9', '1.1', '1.25'][step - 1] ?? '1');
  return Rational.of(value).times(share).text();
}
