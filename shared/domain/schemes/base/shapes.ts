import { z } from 'zod';

/** A node of the language; it is read by the compiler, kind by kind. */
export const node = z.unknown().refine((value) => value !== undefined && value !== null);

export const nodes = z.array(node).min(1);

/** A number, a decimal in quotes, or the name of a parameter. */
export const amount = z.union([z.number(), z.string().min(1)]);

/** A number that is written, also as a decimal in quotes. */
export const number = z.union([z.number(), z.string().regex(/^-?\d+(?:\.\d+)?$/)]);

export const within = z.enum(['class', 'all']).default('class');

/** A case of `first`, for samples: an object that has a `then` of its own would be taken for a promise. */
export function caseOf(result: unknown, condition?: unknown): Readonly<Record<string, unknown>> {
  const words = new Map<string, unknown>(condition === undefined ? [] : [['if', condition]]);
  return Object.fromEntries(words.set('then', result));
}
