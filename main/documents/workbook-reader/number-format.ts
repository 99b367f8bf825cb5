/** What a number format makes of a number, as far as reading it back needs to know. A time of day counts as a date. */
export type NumberFormat = 'general' | 'percent' | 'date';

/**
 * Formats without a code in the file (ECMA-376-1, 18.8.30): 9 and 10 are percentages, 14–22 and 45–47 dates and times, 27–36 and 50–58 the
 * dates of the Chinese, Japanese and Korean Excel.
 */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percent';
  const isDate = within(id, 14, 22) || within(id, 27, 36) || within(id, 45, 47) || within(id, 50, 58);
  return isDate ? 'date' : 'general';
}

const within = (id: number, first: number, last: number): boolean => id >= first && id <= last;

/** `[h]`, `[mm]`, `[ss]`: hours, minutes or seconds beyond a day. */
const ELAPSED_TIME = /\[(?:h+|m+|s+)\]/i;

/** Quoted text, an escaped character, the width of a character, a fill character, and colours, conditions and locales in brackets. */
const LITERAL = /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/gs;

/** General, and how Chinese Excel and WPS write it. Its letters are not date letters. */
const GENERAL = /general|g\/通用格式/gi;

const EXPONENT = /e[+-]/gi;

/** Year, month, day, hour, second, year of an era (e), day of the week (aaa, aaaa). */
const DATE_LETTER = /[ymdhse]|aaa/i;

/** A format may have sections for negative numbers, zero and text; one section that shows a date or a percentage decides for all. */
export function classifyFormatCode(code: string): NumberFormat {
  if (ELAPSED_TIME.test(code.replaceAll(/"[^"]*"?|\\./gs, ''))) return 'date';
  const bare = code.replaceAll(LITERAL, '').replaceAll(GENERAL, '').replaceAll(EXPONENT, '');
  if (DATE_LETTER.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'general';
}

/** Signs before a figure that make a limit or an estimate of it. */
const LIMITS = /[<>≥≤≦≧⩽⩾≈~≒]/u;

/**
 * Text that a format adds, a sign of a limit, or a comma behind its last digit, by which it shows thousands for ones. Words of dates and of currency
 * are shown, too.
 */
export function saysMore(code: string): boolean {
  const positive = firstSection(code);
  if (classifyFormatCode(positive) === 'date') return false;
  const literals = [...positive.matchAll(/"([^"]*)"?|\\(.)/gs)].map(([, quoted, escaped]) => quoted ?? escaped ?? '').join('');
  const bare = positive.replaceAll(LITERAL, '');
  if (LIMITS.test(literals) || LIMITS.test(bare)) return true;
  return /[\p{L}]/u.test(literals) || /[\p{Script=Han}]/u.test(bare.replaceAll(GENERAL, '')) || /[0#?],+(?![0#?])/.test(bare);
}

/** Up to the first semicolon that stands in no quoted text, in one pass: a search that looks ahead from each would take the square of a long code. */
function firstSection(code: string): string {
  let quoted = false;
  for (let index = 0; index < code.length; index += 1) {
    if (code[index] === '"') quoted = !quoted;
    if (code[index] === ';' && !quoted) return code.slice(0, index);
  }
  return code;
}
