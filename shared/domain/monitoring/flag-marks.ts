import type { RawValue } from '../tables/raw-workbook.ts';
import { plainText, typedText } from '../returns/cell-text.ts';
import type { FlagQuestion, FlagVerdict } from './flag-title.ts';
import { verdictOfRemark } from './remark-marks.ts';
import { FLAGS, INVALID_TEXT } from './values.ts';

/**
 * The letters of the platforms (H, B, RM …) mean that a value is none; others are asked, Re (补数) among them. A yes or no counts only where
 * the header asks for it: N is 正常 in HJ 212 and 否 in a column of Y and N.
 */
export function verdictOf(value: RawValue, asks: FlagQuestion, besideYes: boolean): FlagVerdict {
  if (asks === 'remark' || asks === 'note') return verdictOfRemark(value, asks);
  const mark = markText(value);
  if (NOTHING.has(mark) || VALID.has(mark)) return 'valid';
  const answer = YES.has(mark) ? 'yes' : NO.has(mark) ? 'no' : null;
  if (answer !== null) return answerOf(answer, mark, asks, besideYes);
  if (mark === 'T' && asks !== 'mark') return 'unknown';
  const isFlagged = mark.split(/[,;/|+、]/u).every((part) => FLAG.test(part));
  return isFlagged || INVALID.has(mark) || INVALID_TEXT.test(mark) ? 'invalid' : 'unknown';
}

/** A mark as marks are compared. */
export const markText = (value: RawValue): string =>
  plainText(typedText(value, false))
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s()[\]]/gu, '');

/** 30XQ, 30 (XQ): the figure, blank where the mark stands alone, and the mark as marks are compared. */
export function valueAndMark(value: RawValue): readonly [digits: string, mark: string] | readonly [] {
  const [, digits, mark] = /^([-+]?\d[\d,]*(?:\.\d+)?)?(\D.*)$/u.exec(markText(value)) ?? [];
  return mark === undefined ? [] : [digits ?? '', mark];
}

function answerOf(answer: 'yes' | 'no', mark: string, asks: FlagQuestion, besideYes: boolean): FlagVerdict {
  if (asks !== 'mark') return (answer === 'yes') === (asks === 'valid') ? 'valid' : 'invalid';
  // 标识 with Y and N in it answers whether the value is valid; figures and 是 in it may mean either.
  if (!besideYes || !/^[YN]/u.test(mark)) return 'unknown';
  return answer === 'yes' ? 'valid' : 'invalid';
}

/** Whether a column that asks nothing has a Y, so that its N means no. */
export const isYes = (value: RawValue): boolean => /^Y(?:ES)?$/u.test(plainText(typedText(value, false)).normalize('NFKC').toUpperCase());

const FLAG = new RegExp(`^${FLAGS}$`, 'u');
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const NOTHING = new Set(['', ...setOf('- -- — —— – / 无 NULL NONE NIL')]);
const VALID = setOf('有效 正常 合格 良好 通过 在线 无异常 未剔除 OK VALID NORMAL GOOD');
const INVALID = setOf('缺测 缺失 缺数 缺 失效 不合格 INVALID BAD ERROR FAULT');
const YES = setOf('Y YES TRUE 是 1 √ ✓ ✔');
const NO = setOf('N NO FALSE 否 0 × ✗ ✘');
