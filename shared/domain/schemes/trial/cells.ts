import { Rational } from '../../numbers/rational.ts';
import { plainText } from '../../returns/cell-text.ts';

/** What a cell of the input says. */
export type TrialCell =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blank' | 'notApplicable' | 'noOccurrence' };

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?<=[\d.])(?:e[+-]?\d{1,2})?$/iu;
const LONGEST = 60;
const BLANKS: ReadonlySet<string> = new Set(['', '-', '--', '—', '——', '/', 'NA', 'N/A', 'na', '缺', '缺测', '缺数据', '无数据']);

/** A blank cell is missing and never 0; 不涉及 and 无发生 are said in words. */
export function readCell(raw: string): TrialCell {
  const text = plainText(raw);
  if (BLANKS.has(text)) return { kind: 'blank' };
  if (/^(?:不涉及|不适用|未涉及)$/u.test(text)) return { kind: 'notApplicable' };
  if (/^(?:无发生|没有发生)$/u.test(text)) return { kind: 'noOccurrence' };
  if (text.length <= LONGEST && NUMBER.test(text) && /\d/.test(text))
    return { kind: 'number', value: Rational.of(text.replaceAll(',', '').replace(/^\+/, '')) };
  return { kind: 'text', text };
}

const YES: ReadonlySet<string> = new Set(['1', '是', '有', '发生', '有发生', 'true', 'yes', 'y', '√', '✓', '✔']);
const NO: ReadonlySet<string> = new Set(['0', '否', '无', '未发生', '没有', '没有发生', '无发生', 'false', 'no', 'n', '×', '✗']);

/** Whether something happened; null where the cell says neither. A count above 0 says that it did. */
export function readHappened(raw: string): boolean | null {
  const text = plainText(raw).toLowerCase();
  if (text === '' || NO.has(text) || text === '不涉及') return false;
  if (YES.has(text)) return true;
  const cell = readCell(raw);
  if (cell.kind === 'blank') return false;
  return cell.kind === 'number' && cell.value.sign >= 0 ? cell.value.sign > 0 : null;
}
