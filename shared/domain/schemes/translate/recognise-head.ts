import type { Path } from '../base/problems.ts';
import type { Raw } from '../base/records.ts';
import type { Misfit } from './shape.ts';

/** 抬头 as today's shapes have it. */
export function readHead(data: Raw): Readonly<Record<string, unknown>> {
  const { id, kind, plan, title, demonstration = false, notes = [] } = data;
  return { id, kind, plan, year: yearOf(data), title, demonstration, notes };
}

/** A whole year is all that today's shapes begin with. */
function yearOf({ year, from }: Raw): unknown {
  const first = from ?? year;
  return typeof first === 'string' && /^\d{4}$/.test(first) ? Number(first) : first;
}

export const HEAD_PLACES: readonly (readonly [string, Path])[] = [['year', ['from']]];

/** Words of the head that change what the rules give, and for which today's shapes have no room. */
const DECIDING: readonly string[] = ['measures', 'params', 'targets'];

export function headMisfits(data: Raw): readonly Misfit[] {
  const { year, from, subjects } = data;
  const words = DECIDING.filter((word) => data[word] !== undefined);
  const chosen = typeof subjects === 'object' && !Array.isArray(subjects) ? ['subjects'] : [];
  const twofold = year !== undefined && from !== undefined && String(year) !== String(from);
  return [
    ...[...words, ...chosen].map((word): Misfit => ({ code: 'FOREIGN', path: [word] })),
    ...(twofold ? [{ code: 'DIFFERENT', path: ['year'] } as const] : []),
  ];
}
