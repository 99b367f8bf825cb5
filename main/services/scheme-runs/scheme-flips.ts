import type { FlipsState } from '../../../shared/contract/scheme-runs.ts';
import type { Rational } from '../../../shared/domain/numbers/rational.ts';
import { type Row, type SchemeData, SLOTS } from '../../../shared/domain/schemes/base/data-source.ts';
import type { Reading } from '../../../shared/domain/schemes/base/reading.ts';
import { evaluateScheme, type SubjectResult } from '../../../shared/domain/schemes/evaluate/evaluate.ts';
import { type Flip, type FlipColumn, nearestFlips, type Standing, type SupposedNumber } from '../../../shared/domain/schemes/runs/flips.ts';
import type { AppliedScheme } from '../scheme-apply/applied-scheme.ts';
import type { Supposed } from './read-supposed.ts';
import { supposedData } from './supposed-data.ts';

export interface FoundFlips {
  readonly state: FlipsState;
  readonly flips: ReadonlyMap<string, Flip>;
}

interface Asked {
  readonly applied: AppliedScheme;
  /** What the scheme reads of the work. */
  readonly data: SchemeData;
  readonly results: readonly SubjectResult[];
  readonly year: number;
  /** The year is the sum of its periods. */
  readonly summed: boolean;
}

/** So many subjects times numbers are tried; more would take longer than somebody waits. */
const MOST_NUMBERS = 2500;

/** Which one number of a subject would change its grade or its place (最近的一个数); nothing is stored. */
export function schemeFlips({ applied, data, results, year, summed }: Asked): FoundFlips {
  const { scheme } = applied;
  const columns = scheme.columns.filter(isNumber);
  const placed = scheme.out.kind === 'points' && !scheme.ranks;
  if (summed || isShared(applied) || (!placed && scheme.grades.length === 0)) return { state: 'unfit', flips: new Map() };
  if (results.length * columns.length > MOST_NUMBERS) return { state: 'many', flips: new Map() };
  const read = remembered(data);
  const period = String(year);
  const rows = results.map(({ row }) => row);
  const flips = nearestFlips({
    subjects: results.map((one) => ({ id: one.row.subjectId, group: scheme.groupOf(one.row), ...standingOf(one) })),
    columns: columns.map((column) => flipColumn(column, { rows, read, applied })),
    placed,
    evaluate: (supposed) => {
      const changes = supposed.map((one) => changeOf(one, period));
      const then = evaluateScheme(scheme, supposedData(read, changes, scheme)).filter(({ row }) => row.period === period);
      return new Map(then.map((one) => [one.row.subjectId, standingOf(one)]));
    },
  });
  return { state: 'found', flips };
}

/** What one gets is decided with what the others get: no number of its own decides alone. */
const isShared = ({ scheme: { ranks, zeroSum, yearEnd, quotas } }: AppliedScheme): boolean =>
  ranks || zeroSum !== null || yearEnd !== null || quotas.length > 0;

/** A value or points that somebody gave; no target, no place, no status in words. */
const isNumber = (column: string): boolean =>
  column.startsWith('manual:') || !(/^(?:status|param|event):/u.test(column) || OTHERS.some((slot) => column.endsWith(`.${slot}`)));

const OTHERS: readonly string[] = [...SLOTS, 'place'];

const standingOf = ({ points, money, grade, place }: SubjectResult): Standing => ({
  total: points ?? money,
  grade,
  place: place?.place ?? null,
});

const changeOf = ({ id, column, value }: SupposedNumber, period: string): Supposed => ({
  subjectId: id,
  period,
  column,
  reading: { kind: 'value', value, sources: [] },
  typed: '',
});

interface Reads {
  readonly rows: readonly Row[];
  readonly read: SchemeData;
  readonly applied: AppliedScheme;
}

function flipColumn(column: string, { rows, read, applied: { scheme } }: Reads): FlipColumn {
  const manual = /^manual:(.*)$/u.exec(column)?.[1];
  const numbers = (of: (row: Row) => Reading): ReadonlyMap<string, Rational> =>
    new Map(
      rows.flatMap((row): [string, Rational][] => {
        const reading = of(row);
        return reading.kind === 'value' ? [[row.subjectId, reading.value]] : [];
      }),
    );
  return {
    column,
    values: numbers((row) => (manual === undefined ? read.value(row, column) : read.manual(row, manual))),
    targets: scheme.columns.includes(`${column}.target`) ? numbers((row) => read.slot(row, column, 'target')) : new Map(),
  };
}

/** Each figure of the work is looked up once, however often the scheme is evaluated. */
function remembered(data: SchemeData): SchemeData {
  const known = new Map<string, unknown>();
  const once = <Value>(key: readonly string[], read: () => Value): Value => {
    const name = JSON.stringify(key);
    if (!known.has(name)) known.set(name, read());
    return known.get(name) as Value;
  };
  const of = <Value>({ subjectId, period }: Row, rest: readonly string[], read: () => Value): Value =>
    once([subjectId, period, ...rest], read);
  return {
    ...data,
    rowsOf: (period) => once(['rows', period], () => data.rowsOf(period)),
    value: (row, measure) => of(row, ['value', measure], () => data.value(row, measure)),
    slot: (row, measure, slot) => of(row, ['slot', measure, slot], () => data.slot(row, measure, slot)),
    place: (row, measure) => of(row, ['place', measure], () => data.place(row, measure)),
    manual: (row, name) => of(row, ['manual', name], () => data.manual(row, name)),
    param: (row, name) => of(row, ['param', name], () => data.param(row, name)),
    status: (row, name) => of(row, ['status', name], () => data.status(row, name)),
    event: (row, name) => of(row, ['event', name], () => data.event(row, name)),
    listed: (row, list, share) => of(row, ['listed', list, share], () => data.listed?.(row, list, share) ?? []),
    late: (row) => of(row, ['late'], () => data.late?.(row) ?? { late: null, sources: [] }),
    complete: (row, measure) => of(row, ['complete', measure], () => data.complete?.(row, measure) ?? true),
  };
}
