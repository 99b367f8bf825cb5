import { plainText } from '../cell-text.ts';

/** Less than this is no likeness: 淘汰老旧车辆 and 老旧小区改造 share a word. */
export const LIKE = 50;

/** A row that resembles two rows of the form by less than this apart resembles both. */
export const MARGIN = 10;

/** Name without what does not tell rows apart: numbering before it, brackets with units, marks. */
export function likenessText(name: string): string {
  return plainText(name)
    .replace(/^[└＊*\s]+/u, '')
    .replace(/^[(（]?(?:\d+(?:[.．]\d+)*|[一二三四五六七八九十]+)(?:[)）.、．]+\s*|\s+)/u, '')
    .replaceAll(/[(（[【〔][^()（）[\]【】〔〕]{0,12}[)）\]】〕]/gu, '')
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')
    .toUpperCase();
}

/** A name that has another in brackets, with and without it: 细颗粒物（PM2.5）浓度 is 细颗粒物浓度 and PM2.5浓度. */
export function namesIn(name: string): string[] {
  const inner = /^(.*?)[(（【〔]([^()（）【】〔〕]{2,12})[)）】〕](.+)$/u.exec(plainText(name).split('\n')[0] ?? '');
  const other = inner === null ? [] : [`${inner[2] ?? ''}${inner[3] ?? ''}`];
  return [name, ...other].map(likenessText).filter((text) => text !== '');
}

/**
 * Likeness (相似度) of two names, 0–100: the share of pairs of neighbouring characters that both have (Dice 1945), or where one is a short form of
 * the other nine tenths of the share of the shorter one's pairs.
 */
export function likeness(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  if (left.length === 0 || right.length === 0) return 0;
  if (one === other) return 100;
  const common = shared(left, right);
  const shorter = Math.min(left.length, right.length);
  const whole = (200 * common) / (left.length + right.length);
  const within = shorter < 3 ? 0 : (90 * common) / shorter;
  return Math.round(Math.min(99, Math.max(whole, within)));
}

/** How alike two names are; likeness itself, or one that remembers. */
export type Alike = (one: string, other: string) => number;

/** Remembers what it has compared: the names of a list are held against the forms of all units, which ask for the same rows. */
export function rememberedLikeness(): Alike {
  const known = new Map<string, Map<string, number>>();
  return (one, other) => {
    const of = known.get(one) ?? new Map<string, number>();
    known.set(one, of);
    const found = of.get(other) ?? likeness(one, other);
    of.set(other, found);
    return found;
  };
}

const pairsOf = (text: string): readonly string[] => {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
};

function shared(left: readonly string[], right: readonly string[]): number {
  const rest = new Map<string, number>();
  for (const pair of right) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of left) {
    const count = rest.get(pair) ?? 0;
    if (count === 0) continue;
    common += 1;
    rest.set(pair, count - 1);
  }
  return common;
}
