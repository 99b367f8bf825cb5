import { type ExactNumber, exact, toText } from '../numbers/decimal.ts';
import { plainText, saysNotApplicable } from './cell-text.ts';
import { CHINESE_NUMBER, chineseDigit, chineseNumber } from './chinese-number.ts';
import { otherYear, quantityRest } from './quantity-rest.ts';
import { isCountUnit, relateUnit } from './quantity-units.ts';
import { type CellIssue, type CellReading, issue, NOT_APPLICABLE, unread } from './reading.ts';
import type { AnswerCell } from './types.ts';
import { simplified } from './written-characters.ts';

export interface TypedQuantity {
  readonly number: ExactNumber;
  /** 百分数 said by a sign, by words or by the cell's format; `format` numbers are fractions still. */
  readonly percent: 'none' | 'sign' | 'format';
  readonly issues: readonly CellIssue[];
}

const LIMIT =
  /^(?:>=|<=|[≥≤≧≦⩾⩽><]|不少于|不低于|不小于|不高于|不超过|不大于|不多于|不得少于|不得超过|大于等于|小于等于|大于|小于|高于|低于|多于|少于)/u;
const VAGUE_BEFORE = /^(?:约|大约|大概|近|将近|接近|超过|超|逾|不到|不足|至少|最多|至多|几|数|上|预计|估计|[~≈≒])/u;
const VAGUE_BEHIND = /^[余多几来许]|左右|上下|以上|以下|以内|之间|[余多许+]$/u;
const BEFORE =
  /^(?:=|等于|本年度?|全年|今年|当年|年度|年内|实际|实为|已经?|均|全部|顺利|超额|提前|按期|按时|总数|总量|数量|数值|完成率|比例|占比|完成数|完成量|完成值|完成|总计|共计|合计|小计|累计|累积|总共|共|计|总|达到|达|为|是|了|[: ])+/u;
const NUMBER = /^([+-]?) ?(\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)?(?:[.。](\d+)|\.)?/u;
const LONGEST_NUMBER = 30;
const QUOTES = /^["'“”‘’「」『』]+|["'“”‘’「」『』]+$/gu;
const NONE_ADDED = /^(?:本年度?|全年|今年|当年)?(?:无|没有|未)(?:有)?新增(?:加)?$/u;
const TENTHS = /^([一二两三四五六七八九\d])成(?:([一二三四五六七八九\d])|(半))?(?!\d)/u;

/** Reads what was typed as text; `year` is the one reported on, 0 where none is. */
export function quantityOfText(text: string, spec: AnswerCell, year: number): TypedQuantity | CellReading {
  if (saysNotApplicable(text)) return NOT_APPLICABLE;
  const plain = simplified(plainText(text))
    .replaceAll(/[。;,]+$/gu, '')
    .replaceAll(QUOTES, '')
    .replaceAll(/[。;,]+$/gu, '')
    .trim();
  if (NONE_ADDED.test(plain)) return noneAdded(spec);
  const [, named] = /^(20\d\d)年/u.exec(plain) ?? [];
  if (named !== undefined && Number(named) !== year) return { value: null, issues: [otherYear(named, year)] };
  const start = named === undefined ? plain : plain.slice(5).replace(/^(?:度|全年)/u, '');
  if (LIMIT.test(start)) return unread('NUMBER_LIMIT', { operator: LIMIT.exec(start)?.[0] ?? '' });
  const before = BEFORE.exec(start)?.[0] ?? '';
  const rest = start.slice(before.length);
  if (LIMIT.test(rest)) return unread('NUMBER_LIMIT', { operator: LIMIT.exec(rest)?.[0] ?? '' });
  if (VAGUE_BEFORE.test(rest)) return unread('NUMBER_VAGUE', { text: plainText(text) });
  return withFigure(rest, beforeIssues(`${named === undefined ? '' : `${named}年`}${before}`.trim(), spec), { text, spec, year });
}

interface Typed {
  readonly text: string;
  readonly spec: AnswerCell;
  readonly year: number;
}

/** 无新增 is 0 where the year's own number is asked; what adds nothing to a total does not make it 0. */
function noneAdded({ asks }: AnswerCell): CellReading {
  if (asks !== 'year') return unread('NUMBER_NONE_TOTAL');
  return { value: { kind: 'quantity', value: '0' }, issues: [issue('NUMBER_NONE_ADDED')] };
}

/** 达 may be a limit, 累计 may reach back beyond the year: held until somebody says what is meant. */
function beforeIssues(before: string, { asks }: AnswerCell): CellIssue[] {
  if (before === '') return [];
  if (/累[计积]/u.test(before) && asks !== 'total') return [issue('NUMBER_CUMULATIVE', { operator: before })];
  return [issue(before.includes('达') ? 'NUMBER_REACHED' : 'NUMBER_OPERATOR', { operator: before })];
}

function withFigure(rest: string, issues: readonly CellIssue[], typed: Typed): TypedQuantity | CellReading {
  const words = rest.startsWith('百分之') ? '%' : '';
  const own = rest.replace(/^百分之/u, '');
  const tenths = TENTHS.exec(own);
  const figure = tenths === null ? (arabicFigure(own, typed.spec) ?? wordedFigure(own)) : tenthsFigure(tenths);
  if (figure === null) return unread('NUMBER_UNREADABLE', { reason: 'text' });
  if (figure.refused !== undefined) return { value: null, issues: [figure.refused] };
  const behind = own.slice(figure.length).trim();
  if (VAGUE_BEHIND.test(behind)) return unread('NUMBER_VAGUE', { text: plainText(typed.text) });
  if (/^[-~至到:/]/u.test(behind)) return unread('NUMBER_UNREADABLE', { reason: 'text' });
  const { unit, issues: said, refused } = quantityRest(behind, typed.year);
  if (refused !== null) return { value: null, issues: [refused] };
  // Letters and signs of units only: another digit means a range, a fraction, a date or two figures in one cell.
  if (/\d(?<!m\^?[23])/iu.test(unit) || /^[,、]/u.test(unit) || unit.length > 12) return unread('NUMBER_UNREADABLE', { reason: 'text' });
  const all = [...issues, ...figure.issues, ...said];
  return withUnit(figure.number, `${unit}${words}${tenths === null ? '' : '%'}`, typed.spec, all);
}

interface Figure {
  readonly number: ExactNumber;
  /** How much of the text it takes. */
  readonly length: number;
  readonly issues: readonly CellIssue[];
  readonly refused?: CellIssue;
}

function arabicFigure(text: string, { unit = '' }: AnswerCell): Figure | null {
  const match = NUMBER.exec(text);
  const digits = `${match?.[2] ?? ''}${match?.[3] ?? ''}`;
  if (match === null || digits === '' || digits.length > LONGEST_NUMBER) return null;
  const whole = (match[2] ?? '0').replaceAll(/[, ]/gu, '');
  const number = exact(`${match[1] === '-' ? '-' : ''}${whole}${match[3] === undefined ? '' : `.${match[3]}`}`);
  const figure = { number, length: match[0].length, issues: [] };
  // Some write 1.350 for 1350; where things are counted, nobody writes 1.000 for one.
  const grouped =
    isCountUnit(unit) && match[3]?.length === 3 && whole.length <= 3 && whole !== '0' && !/^[万亿千]/u.test(text.slice(match[0].length));
  return grouped ? { ...figure, refused: issue('NUMBER_POINT_UNCLEAR', { value: toText(number), other: `${whole}${match[3]}` }) } : figure;
}

/** 三千, 一千三百五十; 零 and 〇 are plain zeros. */
function wordedFigure(text: string): Figure | null {
  const words = CHINESE_NUMBER.exec(text)?.[0];
  if (words === undefined) return null;
  const number = chineseNumber(words);
  if (number === null) return null;
  const isZero = words === '零' || words === '〇';
  return { number, length: words.length, issues: isZero ? [] : [issue('NUMBER_IN_WORDS', { text: words, value: toText(number) })] };
}

/** 八成五 is 85 per cent. */
function tenthsFigure(found: RegExpExecArray): Figure {
  const [text, tens = '', ones, half] = found;
  const digit = (character: string): number => (/\d/u.test(character) ? Number(character) : (chineseDigit(character) ?? 0));
  const number = exact(digit(tens) * 10 + (half === undefined ? digit(ones ?? '') : 5));
  return { number, length: text.length, issues: [issue('NUMBER_IN_WORDS', { text, value: `${toText(number)}%` })] };
}

function withUnit(number: ExactNumber, typedUnit: string, spec: AnswerCell, issues: readonly CellIssue[]): TypedQuantity | CellReading {
  const unit = spec.unit ?? '';
  const relation = relateUnit(typedUnit, unit);
  switch (relation.kind) {
    case 'same':
      return { number, percent: 'none', issues };
    case 'percent':
      return { number, percent: 'sign', issues };
    case 'other':
      return unread('NUMBER_UNIT_OTHER', { found: typedUnit, expected: unit });
    case 'scaled': {
      const scaled = number.times(relation.factor);
      return {
        number: scaled,
        percent: 'none',
        issues: [...issues, issue('NUMBER_UNIT_SCALED', { found: typedUnit, expected: unit, value: toText(scaled) })],
      };
    }
  }
}
