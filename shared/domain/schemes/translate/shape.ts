import type { z } from 'zod';
import { exact, isDecimalText } from '../../numbers/decimal.ts';
import { isRecord, type Raw } from '../base/records.ts';
import type { Path } from '../base/problems.ts';

/**
 * What keeps a scheme of the language from being one of today's shapes (可识别的写法): a word that is missing, one that the shape has no room for,
 * another value than the shape needs there, a value that it does not take.
 */
export interface Misfit {
  readonly code: 'ABSENT' | 'FOREIGN' | 'DIFFERENT' | 'VALUE';
  readonly path: Path;
}

export type Recognised<Scheme> =
  | { readonly scheme: Scheme; readonly misfits: readonly [] }
  | { readonly scheme: null; readonly misfits: readonly Misfit[] };

/** Words that say where a rule comes from, and change nothing of what it gives. */
const SILENT: readonly string[] = ['clause', 'clauses', 'note'];

/** Where two pieces of a scheme say different things; numbers are the same in quotes and without. */
export function differences(said: unknown, expected: unknown, path: Path): readonly Misfit[] {
  if (isRecord(said) && isRecord(expected)) {
    const foreign = Object.keys(said).filter((key) => expected[key] === undefined && !SILENT.includes(key));
    return [
      ...foreign.map((key): Misfit => ({ code: 'FOREIGN', path: [...path, key] })),
      ...Object.keys(expected).flatMap((key) => compared(said[key], expected[key], [...path, key])),
    ];
  }
  if (Array.isArray(said) && Array.isArray(expected)) {
    const [own, wanted]: readonly (readonly unknown[])[] = [said, expected];
    const length = Math.max(own?.length ?? 0, wanted?.length ?? 0);
    return Array.from({ length }, (_, index) => index).flatMap((index) => compared(own?.[index], wanted?.[index], [...path, index]));
  }
  return textOf(said) === textOf(expected) ? [] : [{ code: 'DIFFERENT', path }];
}

function compared(said: unknown, expected: unknown, path: Path): readonly Misfit[] {
  if (expected === undefined) return said === undefined ? [] : [{ code: 'FOREIGN', path }];
  return said === undefined ? [{ code: 'ABSENT', path }] : differences(said, expected, path);
}

const textOf = (value: unknown): unknown => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && isDecimalText(text) ? exact(text).toFixed() : text;
};

/** A figure as schemes store it: as text, the way it is written. */
export const figure = (value: unknown): unknown => (typeof value === 'number' ? exact(value).toFixed() : value);

export const figures = (value: unknown): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, figure(item)])) : value;

/** What stands at a path; undefined where nothing does. */
export function at(data: unknown, ...path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return (value as readonly unknown[])[Number(key)];
    return isRecord(value) ? value[String(key)] : undefined;
  }, data);
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const recordOf = (value: unknown): Raw => (isRecord(value) ? value : {});

/** Values that the stored form refuses, at the places in the language that they were read from: the longest known beginning of the path counts. */
export function refused(error: z.ZodError, places: readonly (readonly [stored: string, path: Path])[]): readonly Misfit[] {
  return error.issues.map(({ path }): Misfit => {
    const stored = path.join('.');
    const known = places
      .filter(([start]) => stored === start || stored.startsWith(`${start}.`))
      .toSorted(([one], [other]) => other.length - one.length);
    return { code: 'VALUE', path: known[0]?.[1] ?? path.map((part) => (typeof part === 'symbol' ? String(part) : part)) };
  });
}
