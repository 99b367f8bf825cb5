import { exact, toText } from '../numbers/decimal.ts';
import { dateOfSerial, isoDate } from '../calendar.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/**
 * Text of a cell as it is compared and parsed: full-width letters, digits and signs as ASCII, every kind of blank as one space, no blank at
 * the ends, nothing invisible. Unit signs (㎡, ³) stay, because Unicode's own folding would make m2 of ㎡.
 */
export function plainText(text: string): string {
  // Most texts of a file, figures and words without a blank, are plain already.
  if (!UNPLAIN.test(text)) return text;
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(FULL_WIDTH, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfe_e0))
    .replaceAll('−', '-')
    .replaceAll(BLANKS, ' ')
    .trim();
}

// Zero-width characters and byte order marks come with text pasted from web pages and from WPS.
const INVISIBLE = /[\u{200b}-\u{200d}\u{2060}\u{feff}]/gu;
const UNPLAIN = /[\s\u{3000}\u{200b}-\u{200d}\u{2060}\u{feff}\u{ff01}-\u{ff5e}−]/u;
const FULL_WIDTH = /[\u{ff01}-\u{ff5e}]/gu;
const BLANKS = /[\s\u{3000}]+/gu;

/** For titles, ids and locked cells: blanks and line breaks do not count, nor do upper and lower case. */
export const comparableText = (text: string): string => plainText(text).replaceAll(' ', '').toUpperCase();

/** The cell's content as its sender saw it: 85% for 0.85 in percent format, a date for a serial in date format. */
export function typedText(value: RawValue, date1904: boolean): string {
  switch (value.type) {
    case 'blank':
      return '';
    case 'text':
      return value.text;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'error':
      return value.code;
    case 'number':
      return typedNumber(value.digits, value.format, date1904);
  }
}

function typedNumber(digits: string, format: 'general' | 'percent' | 'date', date1904: boolean): string {
  if (format === 'general' && SHORTEST.test(digits)) return digits;
  const day = format === 'date' && WHOLE_DAY.test(digits) ? dateOfSerial(Number(digits), date1904) : null;
  if (day !== null) return isoDate(day);
  const number = exact(digits);
  if (format === 'percent') return `${toText(number.times(100))}%`;
  if (format !== 'date') return toText(number);
  const date = dateOfSerial(number.floor().toNumber(), date1904);
  return date === null ? toText(number) : isoDate(date);
}

/** What is in its shortest notation already, as readers give most numbers. */
const SHORTEST = /^(?:0|-?[1-9]\d{0,20}|-?(?:0|[1-9]\d{0,14})\.\d{0,14}[1-9])$/;

const WHOLE_DAY = /^\d{1,7}$/;

export const isBlank = (value: RawValue): boolean => value.type === 'blank' || (value.type === 'text' && plainText(value.text) === '');

/**
 * What stands in a cell in place of an answer: `exempt` 不涉及 in the words people use for it, `none` 无, `mark` a bare —, / or -. What it means
 * is told by the rest of its row (stand-ins.ts). A typed 0, 〇 or 零 is a number and never meant by this.
 */
export type StandIn = 'exempt' | 'none' | 'mark';

export function standInOf(text: string): StandIn | null {
  // The form says 整行填“不涉及”, and some type the quotation marks too.
  const word = comparableText(text)
    .replaceAll(/["'“”‘’「」]/gu, '')
    .replaceAll(/[。.;,]+$/gu, '');
  if (MARK.test(word)) return 'mark';
  return NONE.has(word) ? 'none' : EXEMPT.has(word) ? 'exempt' : null;
}

export const saysNotApplicable = (text: string): boolean => standInOf(text) !== null;

// plainText has made ASCII of the full-width ／ and －; ─ comes from box drawing and ー from Japanese keyboards.
const MARK = /^[-‐‑–—―─ー/\\]+$/u;
const NONE = new Set(['无', '没有']);
const EXEMPT = new Set([
  '不涉及',
  '未涉及',
  '不适用',
  '不属于',
  '无此项',
  '无该项',
  '无任务',
  '无此任务',
  '无此项任务',
  '不涉及此项',
  '不涉及该项',
  '不涉及此项任务',
  '本单位不涉及',
  '我单位不涉及',
  'NA',
  'N/A',
  '#N/A',
  'N.A',
]);

/** 完成2980辆, 2980 辆, 0.3万辆; a year or the number of a paper is none. */
export function namesNumber(text: string, unit: string): boolean {
  const plain = plainText(text);
  const escaped = unit.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return unit !== '' && new RegExp(String.raw`\d\s*[万亿]?\s*${escaped}`, 'u').test(plain);
}
