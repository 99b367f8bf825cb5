/** Digits Excel itself shows and keeps of a number. */
const SIGNIFICANT_DIGITS = 15;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** What needs no rounding, as most numbers of a file: a fraction is told from a rounded one by its length. */
const SMALL_INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const SHORT_FRACTION = /^-?(?:0|[1-9]\d*)\.\d*[1-9]$/;
const SHORT_FRACTION_LENGTH = SIGNIFICANT_DIGITS + '.'.length;

/**
 * The number as the person who typed it sees it, in plain notation: '1.1', '0.083', '1350'. Null where the text is not a number.
 *
 * A workbook stores binary doubles. Excel writes them with 17 digits, so that 1.1 stands in the file as 1.1000000000000001 and 8.3 % as
 * 8.3000000000000007E-2, although nobody typed these digits and Excel never shows more than 15. Every decimal of up to 15 digits comes back
 * unchanged from a double when it is rounded to 15 digits again, and the noise beyond is gone: that rounding is what is done here, without
 * trailing zeros.
 */
export function digitsOf(text: string): string | null {
  if (SMALL_INTEGER.test(text) || (text.length <= SHORT_FRACTION_LENGTH && SHORT_FRACTION.test(text))) return text;
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  if (!Number.isFinite(value)) return null;
  if (value === 0) return '0';
  const [mantissa = '', exponent = '0'] = Math.abs(value)
    .toExponential(SIGNIFICANT_DIGITS - 1)
    .split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${plainNotation(digits, Number(exponent) + 1)}`;
}

/** `digits` with the point behind the `point`-th of them. */
function plainNotation(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits.padEnd(point, '0');
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}
