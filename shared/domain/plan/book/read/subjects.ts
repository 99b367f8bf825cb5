import { comparableText } from '../../../returns/cell-text.ts';
import type { Plan } from '../../schema.ts';
import type { Ids } from '../ids.ts';
import type { ReadCell } from './grid.ts';
import { editDistance } from './nearest.ts';
import type { Notes } from './notes.ts';

/** 目标主题 by the names that a clerk writes; a name that is not known yet is a new subject. */
export interface Subjects {
  keyOf(text: string, cell: ReadCell): string;
  /** All that are known now. */
  all(): Plan['subjects'];
}

export function createSubjects(known: Plan['subjects'], ids: Ids, notes: Notes): Subjects {
  const names = new Map(Object.entries(known));
  const keys = new Map<string, string>();
  const learn = (key: string, name: string): void => {
    const comparable = comparableText(name);
    names.set(key, name);
    if (!keys.has(comparable)) keys.set(comparable, key);
  };
  for (const [key, name] of names) learn(key, name);
  return {
    all: () => Object.fromEntries(names),
    keyOf(text, cell) {
      const found = keys.get(comparableText(text)) ?? (names.has(text) ? text : undefined);
      if (found !== undefined) return found;
      const nearest = [...names.values()].find((name) => isNear(text, name));
      if (nearest !== undefined) notes.add('BOOK_SUBJECT_NEAR', cell, { name: text, nearest });
      const key = ids.next('S', 3);
      learn(key, text);
      return key;
    },
  };
}

/** One character in a short name, two in a longer one, are rather a slip than another matter. */
const isNear = (one: string, other: string): boolean => one.length > 3 && editDistance(one, other) <= (one.length < 8 ? 1 : 2);
