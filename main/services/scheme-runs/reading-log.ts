import { Rational } from '../../../shared/domain/numbers/rational.ts';
import type { Row, SchemeData } from '../../../shared/domain/schemes/base/data-source.ts';

/** 读数记录: everything that a scheme has read, so that a run is known by what went into it and by nothing else. */
export interface ReadingLog {
  /** Stands between the work and the scheme. */
  readonly between: (data: SchemeData) => SchemeData;
  /** What was read, in an order that does not depend on the order of reading. */
  entries(): readonly (readonly [string, unknown])[];
  /** Names of the files in which the figures stand. */
  files(): readonly string[];
}

export function readingLog(): ReadingLog {
  const read = new Map<string, unknown>();
  const files = new Set<string>();
  const kept = <Value>(key: readonly string[], value: Value): Value => {
    const name = JSON.stringify(key);
    if (!read.has(name)) read.set(name, plain(value, files));
    return value;
  };
  const of = ({ subjectId, period }: Row, ...rest: readonly string[]): readonly string[] => [subjectId, period, ...rest];
  return {
    between: (data) => ({
      ...data,
      rowsOf: (period) => kept(['rows', period], data.rowsOf(period)),
      value: (row, measure) => kept(of(row, 'value', measure), data.value(row, measure)),
      slot: (row, measure, slot) => kept(of(row, 'slot', measure, slot), data.slot(row, measure, slot)),
      place: (row, measure) => kept(of(row, 'place', measure), data.place(row, measure)),
      manual: (row, name) => kept(of(row, 'manual', name), data.manual(row, name)),
      param: (row, name) => kept(of(row, 'param', name), data.param(row, name)),
      status: (row, name) => kept(of(row, 'status', name), data.status(row, name)),
      event: (row, name) => kept(of(row, 'event', name), data.event(row, name)),
      listed: (row, list, share) => kept(of(row, 'listed', list, share), data.listed?.(row, list, share) ?? []),
      late: (row) => kept(of(row, 'late'), data.late?.(row) ?? { late: null, sources: [] }),
      complete: (row, measure) => kept(of(row, 'complete', measure), data.complete?.(row, measure) ?? true),
    }),
    entries: () => [...read].toSorted(([left], [right]) => (left < right ? -1 : 1)),
    files: () => [...files].toSorted(),
  };
}

/** As JSON can hold it: exact numbers as fractions. */
function plain(value: unknown, files: Set<string>): unknown {
  if (value instanceof Rational) return value.fractionText();
  if (value instanceof Map) return [...value].map((entry) => plain(entry, files));
  if (Array.isArray(value)) return value.map((one) => plain(one, files));
  if (value === null || typeof value !== 'object') return value === undefined ? null : value;
  if ('file' in value && typeof value.file === 'string' && 'cell' in value && value.file !== '') files.add(value.file);
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, plain(one, files)]])));
}
