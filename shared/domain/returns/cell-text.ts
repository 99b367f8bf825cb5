import { exact, toText } from '../numbers/decimal.ts';
import { dateOfSerial, isoDate } from '../calendar.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/**
 * Text of a cell as it is compared and parsed: full-width letters, digits and signs as ASCII, every kind of blank as one space, no blank at
 * the ends, nothing invisible. Unit signs (㎡, ³) stay, because Unicode's own folding would make m2 of ㎡.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(FULL_WIDTH, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfe_e0))
    .replaceAll('−', '-')
    .replaceAll(BLANKS, ' ')
    .trim();
}

// Zero-width characters and byte order marks come with text pasted from web pages and from WPS.
const INVISIBLE = /[\u{200b}-\u{200d}\u{2060}\u{feff}]/gu;
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
  const number = exact(digits);
  if (format === 'percent') return `${toText(number.times(100))}%`;
  if (format !== 'date') return toText(number);
  const date = dateOfSerial(number.floor().toNumber(), date1904);
  return date === null ? toText(number) : isoDate(date);
}

export const isBlank = (value: RawValue): boolean => value.type === 'blank' || (value.type === 'text' && plainText(value.text) === '');

/** 无 / 不涉及 in the words people use for it. A typed 0 or 零 is a number and never meant by this. */
export const saysNotApplicable = (text: string): boolean => NOT_APPLICABLE.has(comparableText(text).replaceAll(/[。.;,]+$/gu, ''));

const NOT_APPLICABLE = new Set([
  '无',
  '不涉及',
  '未涉及',
  '不适用',
  '不属于',
  '没有',
  '无此项',
  '无该项',
  '无任务',
  '无此任务',
  '无此项任务',
  '本单位不涉及',
  '我单位不涉及',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '―',
  '/',
  '\\',
  'NA',
  'N/A',
  '#N/A',
  'N.A',
]);
