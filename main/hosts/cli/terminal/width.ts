import { createRequire } from 'node:module';

/**
 * Columns that a text takes in a terminal. Nearly all of it is signs of which each takes one or two whatever stands beside it; the package that
 * knows all the others builds its tables for a good part of a start and comes only for them.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const columns = columnsOf(text.charCodeAt(index));
    if (columns === 0) return otherWidth(text);
    width += columns;
  }
  return width;
}

/** 1 or 2; 0 for what is not known here. */
function columnsOf(code: number): number {
  if (code >= 0x20 && code <= 0x7e) return 1;
  // 汉字, CJK punctuation but its combining tone marks, full-width forms of ASCII.
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x3029) || (code >= 0xff01 && code <= 0xff5e)) return 2;
  // · ° ² ³ ×, — “ ” …, ₂ ₅, ↑ ↓, −, ≤ ≥, boxes and blocks.
  if (SINGLE.some(([from, to]) => code >= from && code <= to)) return 1;
  return 0;
}

const SINGLE = [
  [0xae, 0xff],
  [0x2010, 0x2027],
  [0x2080, 0x208e],
  [0x2190, 0x21ff],
  [0x2212, 0x2212],
  [0x2260, 0x2267],
  [0x2500, 0x25a1],
  [0x2713, 0x2713],
  [0x2717, 0x2717],
] as const;

let known: ((text: string) => number) | null = null;

function otherWidth(text: string): number {
  known ??= (createRequire(import.meta.url)('string-width') as { readonly default: (text: string) => number }).default;
  return known(text);
}
