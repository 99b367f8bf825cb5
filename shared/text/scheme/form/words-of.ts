import type { SchemeParams } from '../words.ts';

/** 指标 of the plan, by id. */
export type MeasureNames = Readonly<Record<string, string>>;

/** The value of a word that may be one or a list: `of`, `of.0`, `of.1`. */
export function listOf(words: SchemeParams, word: string): readonly string[] {
  const single = words[word];
  if (single !== undefined) return [single];
  return pairsOf(words, word)
    .filter(([key]) => /^\d+$/u.test(key))
    .map(([, value]) => value);
}

/** Names and values of a map: `status.已完成`. */
export const pairsOf = (words: SchemeParams, word: string): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) => (key.startsWith(`${word}.`) ? [[key.slice(word.length + 1), value] as const] : []));

/** Lines of a table: `table.0.0`, `table.0.1`. */
export function linesOf(words: SchemeParams, word: string): readonly (readonly string[])[] {
  const lines = new Map<string, string[]>();
  for (const [key, value] of pairsOf(words, word)) {
    const [line = '', place = ''] = key.split('.');
    if (!/^\d+$/u.test(line) || !/^\d+$/u.test(place)) continue;
    const cells = lines.get(line) ?? [];
    if (cells[Number(place)] === undefined) cells[Number(place)] = value;
    lines.set(line, cells);
  }
  return [...lines.values()];
}

/** −200 with a true minus, +100. */
export const signed = (value: string): string => (value.startsWith('-') ? `−${value.slice(1)}` : `+${value}`);
