import { exact, type ExactNumber } from '../numbers/decimal.ts';
import type { RawValue } from './raw-workbook.ts';

/** What a formula must come to by the cells of its workbook; null where it uses more than is understood here, and nothing can be said. */
export interface FormulaResult {
  readonly value: ExactNumber;
  /** How many cells it refers to, and how many of them hold a number. */
  readonly cells: number;
  readonly numbers: number;
}

/** The value of a cell of the workbook; `sheet` null is the formula's own. Null for a blank one. */
export type CellLookup = (sheet: string | null, column: number, row: number) => RawValue | null;

/**
 * Computes the plain formulas of returns again: figures, cells, + - * / ^ %, brackets, SUM, AVERAGE, MAX, MIN, COUNT, ABS, ROUND. Programs that
 * write workbooks without computing them leave 0 behind, and a sum over empty cells looks like a result.
 */
export function formulaResult(formula: string, lookup: CellLookup): FormulaResult | null {
  try {
    const parser = new FormulaParser(formula, lookup);
    const value = parser.whole();
    return value.isFinite() ? { value, cells: parser.cells, numbers: parser.numbers } : null;
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

class NotUnderstood extends Error {}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|((?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_(])|([A-Za-z]+)\(|([-+*/^%(),]))/uy;

interface Token {
  readonly number: string | undefined;
  readonly range: { readonly sheet: string | null; readonly from: string; readonly to: string } | undefined;
  readonly call: string | undefined;
  readonly sign: string | undefined;
}

/** Cells that one formula of a return may look at; more would be no plain sum any longer. */
const MOST_CELLS = 20_000;

const FUNCTIONS: Readonly<Record<string, (numbers: readonly ExactNumber[]) => ExactNumber>> = {
  SUM: (numbers) => numbers.reduce((sum, number) => sum.plus(number), exact(0)),
  AVERAGE: (numbers) => numbers.reduce((sum, number) => sum.plus(number), exact(0)).div(numbers.length),
  MAX: (numbers) => numbers.reduce((most, number) => (number.gt(most) ? number : most), numbers[0] ?? exact(0)),
  MIN: (numbers) => numbers.reduce((least, number) => (number.lt(least) ? number : least), numbers[0] ?? exact(0)),
  COUNT: (numbers) => exact(numbers.length),
};

class FormulaParser {
  readonly #lookup: CellLookup;
  readonly #tokens: Token[];
  #at = 0;
  cells = 0;
  numbers = 0;

  constructor(formula: string, lookup: CellLookup) {
    this.#lookup = lookup;
    this.#tokens = tokensOf(formula);
  }

  whole(): ExactNumber {
    const value = this.#sum();
    if (this.#at !== this.#tokens.length) throw new NotUnderstood();
    return value;
  }

  #sum(): ExactNumber {
    let value = this.#product();
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-'))
      value = sign === '+' ? value.plus(this.#product()) : value.minus(this.#product());
    return value;
  }

  #product(): ExactNumber {
    let value = this.#power();
    for (let sign = this.#take('*', '/'); sign !== null; sign = this.#take('*', '/'))
      value = sign === '*' ? value.times(this.#power()) : value.div(this.#power());
    return value;
  }

  /** Excel binds a leading minus closer than the power: -2^2 is 4. */
  #power(): ExactNumber {
    let value = this.#signed();
    while (this.#take('^') !== null) value = value.pow(this.#signed());
    return value;
  }

  #signed(): ExactNumber {
    const sign = this.#take('+', '-');
    if (sign !== null) return sign === '-' ? this.#signed().negated() : this.#signed();
    let value = this.#atom();
    while (this.#take('%') !== null) value = value.div(100);
    return value;
  }

  #atom(): ExactNumber {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.number !== undefined) return exact(token.number);
    if (token?.call !== undefined) return this.#call(token.call.toUpperCase());
    if (token?.range !== undefined && token.range.from === token.range.to) {
      const [only] = this.#valuesOf(token.range, 'alone');
      return only ?? exact(0);
    }
    if (token?.sign !== '(') throw new NotUnderstood();
    const value = this.#sum();
    this.#close();
    return value;
  }

  #call(name: string): ExactNumber {
    if (name === 'ABS' || name === 'ROUND') {
      const value = this.#sum();
      const places = name === 'ROUND' && this.#take(',') !== null ? this.#sum().toNumber() : 0;
      this.#close();
      if (name === 'ABS') return value.abs();
      if (!Number.isInteger(places) || Math.abs(places) > 15) throw new NotUnderstood();
      // ROUND of Excel rounds halves away from zero (四舍五入).
      const scale = exact(10).pow(places);
      return value
        .times(scale)
        .abs()
        .plus('0.5')
        .floor()
        .times(value.isNegative() ? -1 : 1)
        .div(scale);
    }
    const reduce = FUNCTIONS[name];
    if (reduce === undefined) throw new NotUnderstood();
    const numbers: ExactNumber[] = [];
    do {
      const range = this.#tokens[this.#at]?.range;
      const next = this.#tokens[this.#at + 1]?.sign;
      if (range !== undefined && (next === ',' || next === ')')) {
        this.#at += 1;
        numbers.push(...this.#valuesOf(range, 'list'));
      } else numbers.push(this.#sum());
    } while (this.#take(',') !== null);
    this.#close();
    return reduce(numbers);
  }

  /** In a list texts and blanks do not count; alone a text makes no number, and nothing can be said. */
  #valuesOf(
    { sheet, from, to }: { readonly sheet: string | null; readonly from: string; readonly to: string },
    use: 'alone' | 'list',
  ): ExactNumber[] {
    const [left, right] = [placeOf(from), placeOf(to)];
    const [firstRow, lastRow] = [Math.min(left.row, right.row), Math.max(left.row, right.row)];
    const [firstColumn, lastColumn] = [Math.min(left.column, right.column), Math.max(left.column, right.column)];
    this.cells += (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
    if (this.cells > MOST_CELLS) throw new NotUnderstood();
    const found: ExactNumber[] = [];
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const value = this.#lookup(sheet, column, row);
        if (value?.type === 'number') found.push(exact(value.digits));
        else if (value !== null && value.type !== 'blank' && (use === 'alone' || value.type === 'error')) throw new NotUnderstood();
      }
    }
    this.numbers += found.length;
    return found;
  }

  #take(...signs: readonly string[]): string | null {
    const sign = this.#tokens[this.#at]?.sign;
    if (sign === undefined || !signs.includes(sign)) return null;
    this.#at += 1;
    return sign;
  }

  #close(): void {
    if (this.#take(')') === null) throw new NotUnderstood();
  }
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  const text = formula.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) throw new NotUnderstood();
    const [, number, sheet, from, to, call, sign] = match;
    const range = from === undefined ? undefined : { sheet: sheetName(sheet), from, to: to ?? from };
    tokens.push({ number, range, call, sign });
  }
  return tokens;
}

const sheetName = (written: string | undefined): string | null =>
  written === undefined ? null : written.slice(0, -1).replaceAll(/^'|'$/g, '').replaceAll("''", "'");

function placeOf(address: string): { readonly column: number; readonly row: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]+)\$?(\d+)$/.exec(address) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return { column, row: Number(digits) };
}
