import { exact, toText } from '../numbers/decimal.ts';
import { type CellLookup, formulaResult } from '../tables/formula-result.ts';
import type { CellLook, RawCell, RawValue } from '../tables/raw-workbook.ts';
import { comparableText } from './cell-text.ts';
import { takesBack } from './doubts/taken-back.ts';
import { PAGE_EDITION, READING_EDITION } from './reading-edition.ts';
import { type CellIssue, issue } from './reading.ts';

/** A cell as the page shows it (所见即所得): the value to be read, and what must be said about it. */
export interface ShownCell {
  readonly value: RawValue;
  readonly issues: readonly CellIssue[];
  /** The page leaves two readings, or none: the value is not adopted. */
  readonly open: boolean;
}

/**
 * What counts is what the page shows, not what the file hides behind it. Where the page leaves one reading (an old figure struck out, a unit in
 * the number format) that one is taken and said; where it leaves two, the value stays open.
 */
export function shownCell(cell: RawCell | undefined, lookup: CellLookup, edition: number = READING_EDITION): ShownCell {
  const value: RawValue = cell?.value ?? { type: 'blank' };
  const look = cell?.look;
  if (look === undefined) return { value, issues: [], open: false };
  const unseen = edition < PAGE_EDITION ? [] : unseenIssues(look);
  const warned = [...unseen, ...struckPart(value, look), ...hiddenIssues(look), ...formatIssues(value, look)];
  const errors = [...struckWhole(value, look), ...raisedIssues(value, look), ...scaleIssues(value, look)];
  const formula = look.formula === undefined ? { warned: [], errors: [] } : formulaIssues(value, look.formula, lookup);
  return {
    value: withFormat(value, look, edition),
    issues: [...errors, ...formula.errors, ...warned, ...formula.warned],
    open: errors.length > 0 || formula.errors.length > 0,
  };
}

const textOf = (value: RawValue): string => (value.type === 'text' ? value.text : value.type === 'number' ? value.digits : '');

const isAllStruck = (value: RawValue, look: CellLook): boolean =>
  look.struck !== undefined && comparableText(look.struck) === comparableText(textOf(value));

const struckPart = (value: RawValue, look: CellLook): CellIssue[] =>
  look.struck === undefined || isAllStruck(value, look) ? [] : [issue('CELL_STRUCK_PART', { struck: look.struck.trim() })];

const struckWhole = (value: RawValue, look: CellLook): CellIssue[] =>
  isAllStruck(value, look) ? [issue('CELL_STRUCK_WHOLE', { struck: textOf(value) })] : [];

const hiddenIssues = ({ hidden }: CellLook): CellIssue[] => (hidden === undefined ? [] : [issue('CELL_HIDDEN', { hidden })]);

/** Held, because whether what nobody sees was meant to be said nobody can tell. */
function unseenIssues({ unseen, unseenText, instead }: CellLook): CellIssue[] {
  if (unseen === undefined) return [];
  if (unseenText !== undefined) return [issue('CELL_UNSEEN_PART', { part: unseenText.trim() })];
  return [issue('CELL_UNSEEN', { by: unseen, ...(instead === undefined ? {} : { instead }) })];
}

/** A raised figure behind a figure is a note, a power or a slip: 1350 with a raised 1 is not 13501. */
function raisedIssues(value: RawValue, { raised }: CellLook): CellIssue[] {
  const text = textOf(value);
  const meant = raised !== undefined && /\d/.test(raised) && /\d/.test(text.replace(raised, ''));
  return meant ? [issue('CELL_RAISED', { raised, text })] : [];
}

/** The first section of a format is that of positive numbers. */
const positiveSection = (code: string): string => code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0] ?? code;

/** A comma behind the last digit shows thousands for ones. */
const scaleIssues = (value: RawValue, { format }: CellLook): CellIssue[] =>
  value.type === 'number' && format !== undefined && /[0#?],+(?![0#?])/.test(positiveSection(format).replaceAll(/"[^"]*"?/g, ''))
    ? [issue('CELL_FORMAT_SCALED', { format, stored: value.digits })]
    : [];

/** Of words that take the figure back (作废) more is said where they are read. */
function formatIssues(value: RawValue, { format }: CellLook): CellIssue[] {
  if (value.type !== 'number' || format === undefined) return [];
  const { behind } = wordsOf(format);
  return behind === '' || takesBack(behind) ? [] : [issue('CELL_FORMAT_WORDS', { words: behind })];
}

/** The words before and behind the figure of a number format: 0.000"万辆" has 万辆 behind. */
function wordsOf(format: string): { readonly before: string; readonly behind: string } {
  const plain = positiveSection(format).replaceAll(/\[[^\]]*\]|[_*]./g, '');
  const figure = /[0#?][0#?.,]*/.exec(plain.replaceAll(/"[^"]*"?|\\./gs, (literal) => ' '.repeat(literal.length)));
  if (figure === null) return { before: '', behind: '' };
  const words = (part: string): string =>
    part.replaceAll(/"([^"]*)"?|\\(.)/gs, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '').trim();
  return { before: words(plain.slice(0, figure.index)), behind: words(plain.slice(figure.index + figure[0].length)) };
}

/** A figure with words in its format is read as if they were typed: a unit behind it, 约 or < before it. */
function withFormat(value: RawValue, { format }: CellLook, edition: number): RawValue {
  if (format === undefined || value.type !== 'number' || value.format === 'date') return value;
  const { before, behind } = wordsOf(format);
  const front = edition < PAGE_EDITION || !BEFORE_COUNTS.test(before) ? '' : before;
  const isPercent = value.format === 'percent';
  if (front === '' && (isPercent || !/\p{L}/u.test(behind))) return value;
  const figure = exact(value.digits)
    .times(isPercent ? 100 : 1)
    .toSignificantDigits(15);
  return { type: 'text', text: `${front}${toText(figure)}${behind}` };
}

/** Words and signs that say something of the figure behind them: 约, <, ≥. A currency sign or a bracket says nothing. */
const BEFORE_COUNTS = /[\p{Script=Han}<>≤≥≦≧⩽⩾≈~≒]/u;

/** Another result with every opening. */
export const CHANGING = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\(/i;
const VOLATILE = /\b(?:OFFSET|INDIRECT|INFO|CELL)\(/i;
const EXTERNAL = /\[[^\]]+\]/;

/** What must be said of a formula, beside what the file holds as its result. */
export function formulaIssues(
  value: RawValue,
  formula: string,
  lookup: CellLookup,
): { readonly warned: CellIssue[]; readonly errors: CellIssue[] } {
  const warned: CellIssue[] = [];
  if (CHANGING.test(formula)) return { warned, errors: [issue('FORMULA_CHANGES', { formula })] };
  if (EXTERNAL.test(formula)) warned.push(issue('FORMULA_EXTERNAL', { formula }));
  if (VOLATILE.test(formula)) warned.push(issue('FORMULA_VOLATILE', { formula }));
  if (warned.length > 0 || value.type !== 'number') return { warned, errors: [] };
  const result = formulaResult(formula, lookup);
  if (result === null) return { warned, errors: [] };
  if (result.cells > 0 && result.numbers === 0)
    return { warned: [issue('FORMULA_OF_BLANKS', { formula, stored: value.digits })], errors: [] };
  const computed = result.value.toSignificantDigits(12);
  return exact(value.digits).toSignificantDigits(12).eq(computed)
    ? { warned, errors: [] }
    : { warned, errors: [issue('FORMULA_DISAGREES', { formula, stored: value.digits, computed: toText(computed) })] };
}
