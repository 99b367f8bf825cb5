import { type DecimalText, exact, type ExactNumber, roundHalfEven, toText } from './decimal.ts';
import { type Fraction, roundToWhole } from './fraction.ts';

/**
 * What is divided once, and only shown after that: two whole numbers of a double (0 or more by 1 or more) while they hold it, else a decimal of forty
 * digits. Both give the same texts to the last digit; the whole numbers in a tenth of the time.
 */
export class Quotient {
  readonly #num: number;
  readonly #den: number;
  /** Null while the whole numbers hold it. */
  readonly #decimal: ExactNumber | null;
  /** A quotient of forty digits that was divided once more: its last digit is that of the second division. */
  readonly #divided: Divided | null;

  private constructor(num: number, den: number, decimal: ExactNumber | null = null, divided: Divided | null = null) {
    this.#num = num;
    this.#den = den;
    this.#decimal = decimal;
    this.#divided = divided;
  }

  /** Whole numbers; null where a double does not hold them. */
  static of(num: number, den: number): Quotient | null {
    return num >= 0 && Number.isSafeInteger(num) && Number.isSafeInteger(den) ? new Quotient(num, den) : null;
  }

  static ofFraction({ num, den }: Fraction): Quotient {
    return Quotient.of(num, den) ?? Quotient.ofDecimal(exact(num).div(den));
  }

  static ofDecimal(value: ExactNumber): Quotient {
    return new Quotient(0, 1, value);
  }

  /** Of a decimal of few digits as it is printed. */
  static ofText(text: DecimalText): Quotient {
    const [whole = '', decimals = ''] = text.split('.');
    return Quotient.of(Number(whole + decimals), 10 ** decimals.length) ?? Quotient.ofDecimal(exact(text));
  }

  exact(): ExactNumber {
    if (this.#decimal !== null) return this.#decimal;
    return this.#divided === null ? exact(this.#num).div(this.#den) : exact(this.text());
  }

  /** At most forty significant digits, half-even (GB/T 8170-2008), in plain notation. */
  text(): DecimalText {
    if (this.#decimal !== null) return toText(this.#decimal);
    if (this.#divided !== null) return dividedText(this.#divided);
    return textOf(this.#num, this.#den) ?? toText(exact(this.#num).div(this.#den));
  }

  /** 四舍六入五成双 to `decimals` places. */
  rounded(decimals: number): DecimalText {
    const num = this.#num * 10 ** decimals;
    if (this.#decimal !== null || !Number.isSafeInteger(num)) return roundHalfEven(this.exact(), decimals);
    return stepsText(roundToWhole({ num, den: this.#den }), decimals);
  }

  /** By a limit. */
  over(limit: number): Quotient {
    const den = this.#den * limit;
    if (this.#decimal !== null || !Number.isInteger(limit) || !Number.isSafeInteger(den))
      return Quotient.ofDecimal(this.exact().div(limit));
    return new Quotient(this.#num, den, null, { text: this.text(), limit });
  }

  /** (C − S)/S of a limit S that it is over. */
  beyond(limit: number): Quotient {
    const whole = this.#decimal === null && Number.isInteger(limit) ? Quotient.of(this.#num - limit * this.#den, this.#den * limit) : null;
    return whole ?? Quotient.ofDecimal(this.exact().minus(limit).div(limit));
  }
}

interface Divided {
  readonly text: DecimalText;
  /** A whole number. */
  readonly limit: number;
}

/** Significant digits of a decimal (decimal.ts). */
const DIGITS = 40;

/** Long division by as many digits at once as a double holds; null where that is not one, or the last digit carries too far. */
function textOf(num: number, den: number): DecimalText | null {
  const digits = digitsAtOnce(den);
  if (digits === 0) return null;
  const rest = num % den;
  return decimalsOf({ whole: String((num - rest) / den), given: '', rest, den, digits });
}

/** A decimal text divided by a small whole number, twelve digits at once. */
function dividedText({ text, limit }: Divided): DecimalText {
  const [before = '', given = ''] = text.split('.');
  const [whole, digits] = [Number(before), Math.min(AT_ONCE, digitsAtOnce(limit))];
  const rest = whole % limit;
  const divided =
    Number.isSafeInteger(whole) && digits > 0
      ? decimalsOf({ whole: String((whole - rest) / limit), given, rest, den: limit, digits })
      : null;
  return divided ?? toText(exact(text).div(limit));
}

const AT_ONCE = 12;

interface Division {
  readonly whole: string;
  /** Decimals of the dividend that are still to be divided, with the rest before them. */
  readonly given: string;
  readonly rest: number;
  readonly den: number;
  readonly digits: number;
}

function decimalsOf({ whole, given, rest: first, den, digits }: Division): DecimalText | null {
  const step = 10 ** digits;
  let [rest, decimals, significant, used] = [first, '', whole === '0' ? 0 : whole.length, 0];
  // One digit more than is kept decides how the last one is rounded.
  while ((rest !== 0 || used < given.length) && significant <= DIGITS) {
    const scaled = rest * step + (used < given.length ? Number(given.slice(used, used + digits).padEnd(digits, '0')) : 0);
    used += digits;
    rest = scaled % den;
    const part = String((scaled - rest) / den);
    decimals += part.padStart(digits, '0');
    significant = significant > 0 ? significant + digits : part === '0' ? 0 : part.length;
  }
  if (decimals === '') return whole;
  const kept = decimals.length - Math.max(0, significant - DIGITS);
  const isMore = kept < decimals.length && isMoreThanHalf(decimals, kept, rest > 0 || Number(given.slice(used)) > 0);
  return isMore ? increased(whole, decimals.slice(0, kept)) : joined(whole, decimals.slice(0, kept));
}

/** So that a rest, with so many zeros behind it, is still a whole number of a double. */
function digitsAtOnce(den: number): number {
  let digits = 0;
  for (let scaled = den * 10; scaled <= Number.MAX_SAFE_INTEGER; scaled *= 10) digits += 1;
  return digits;
}

/** What is cut off behind `kept` digits, with a rest behind it, against a half; of a tie the last digit decides. */
function isMoreThanHalf(decimals: string, kept: number, more: boolean): boolean {
  const cut = decimals.slice(kept);
  const half = `5${'0'.repeat(cut.length - 1)}`;
  if (cut !== half) return cut > half;
  return more || Number(decimals[kept - 1]) % 2 === 1;
}

/** The next one; null where that carries into the whole number. */
function increased(whole: string, decimals: string): DecimalText | null {
  const nines = /9*$/u.exec(decimals)?.[0].length ?? 0;
  const at = decimals.length - nines - 1;
  return at < 0 ? null : `${whole}.${decimals.slice(0, at)}${Number(decimals[at]) + 1}`;
}

function joined(whole: string, decimals: string): DecimalText {
  let end = decimals.length;
  while (end > 0 && decimals.codePointAt(end - 1) === ZERO) end -= 1;
  return end === 0 ? whole : `${whole}.${decimals.slice(0, end)}`;
}

const ZERO = 48;

function stepsText(steps: number, decimals: number): DecimalText {
  if (decimals === 0) return String(steps);
  const text = String(steps).padStart(decimals + 1, '0');
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
