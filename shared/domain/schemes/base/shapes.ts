import { z } from 'zod';

/** A node of the language; it is read by the compiler, kind by kind. In a form it is a part of its own (`part`). */
export const node = z.unknown().refine(isThere).meta({ part: 'node' });

/** A condition of the language. */
export const condition = z.unknown().refine(isThere).meta({ part: 'condition' });

/** A node that is written as a map of words. */
export const nodeMap = z.record(z.string(), z.unknown()).meta({ part: 'node' });

/** The same, which may say in which order it ranks. */
export const keyMap = z.record(z.string(), z.unknown()).meta({ part: 'key' });

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export const nodes = z.array(node).min(1);

export const conditions = z.array(condition).min(1);

/** The name of a measure: a form offers those there are. */
export const measureName = z.string().min(1).meta({ names: 'measure' });

/** The name of a grade of the scheme. */
export const gradeName = z.string().min(1).meta({ names: 'grade' });

/** Clauses that a rule was made from, or a word of explanation. */
export const sayings = z.unknown().optional().meta({ words: true });

/** A number, a decimal in quotes, or the name of a parameter. */
export const amount = z.union([z.number(), z.string().min(1)]);

/** 满分 and other figures that are never below zero; `scale`: nor above the points there are in all. A form says so before it is saved. */
export const pointsAmount = amount.meta({ min: '0', max: 'scale' });
export const positiveAmount = amount.meta({ min: '0' });

/** A number that is written, also as a decimal in quotes. */
export const number = z.union([z.number(), z.string().regex(/^-?\d+(?:\.\d+)?$/)]);

/** The same, never below zero and not above the points there are in all. */
export const pointsNumber = number.meta({ min: '0', max: 'scale' });

/** Part of the `total` that stands beside it. */
export const partNumber = number.meta({ min: '0', max: 'total' });

/** A share of a whole. */
export const shareNumber = number.meta({ min: '0', max: '1' });

export const within = z.enum(['class', 'all']).default('class');

/** A case of `first`, for samples: an object that has a `then` of its own would be taken for a promise. */
export function caseOf(result: unknown, when?: unknown): Readonly<Record<string, unknown>> {
  const words = new Map<string, unknown>(when === undefined ? [] : [['if', when]]);
  return Object.fromEntries(words.set('then', result));
}
