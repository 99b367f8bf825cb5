import { HOUR_SCALE } from '../air/hours/hours-of-day.ts';
import { type DecimalText, exact, roundHalfEven, toText } from '../numbers/decimal.ts';
import { plainText } from '../returns/cell-text.ts';
import type { RawValue } from '../tables/raw-workbook.ts';
import type { Field } from './types.ts';

/** What a cell under a pollutant says. `number` is exact and in µg/m³ (CO: mg/m³). */
export type CellValue =
  | { readonly kind: 'number'; readonly text: DecimalText; readonly thousandths: number; readonly rounded: boolean }
  /** 缺测: blank or a mark that no value was measured. */
  | { readonly kind: 'missing'; readonly blank: boolean }
  /** 无效: marked by the instrument or the operator. */
  | { readonly kind: 'invalid'; readonly text: string }
  | { readonly kind: 'negative' | 'impossible'; readonly text: DecimalText; readonly thousandths: number }
  /** 3L, <3: below what the method detects; what counts then is a rule of the source. */
  | { readonly kind: 'below'; readonly text: string; readonly limit: DecimalText }
  | { readonly kind: 'unreadable'; readonly text: string };

/**
 * Above these no instrument of the network can measure: HJ 653-2013 asks particle monitors for ranges up to 1,000 or 10,000 µg/m³, HJ 654-2013
 * gas analysers for 0–500 nmol/mol (SO2 1,310, NO2 940, O3 980 µg/m³) and CO for 0–50 µmol/mol (57 mg/m³). The bounds leave room for
 * wider ranges and stand far below a value in another unit. For PM2.5 3,000 is six times the last breakpoint of HJ 633.
 */
export const HIGHEST_VALUE: Readonly<Record<Field, number>> = {
  pm25: 3000,
  pm10: 10_000,
  so2: 5000,
  no2: 2000,
  co: 150,
  o3: 2000,
  o3OneHour: 2000,
};

export function readValue(raw: RawValue | undefined, field: Field, factor: DecimalText): CellValue {
  switch (raw?.type) {
    case undefined:
    case 'blank':
      return BLANK;
    case 'number':
      return raw.format === 'general' ? numberValue(raw.digits, field, factor) : { kind: 'unreadable', text: raw.digits };
    case 'text':
      return textValue(raw.text, field, factor);
    case 'error':
      return { kind: 'invalid', text: raw.code };
    case 'boolean':
      return { kind: 'unreadable', text: raw.value ? 'TRUE' : 'FALSE' };
  }
}

const BLANK: CellValue = { kind: 'missing', blank: true };
const MARKED: CellValue = { kind: 'missing', blank: false };

/** Platforms write these numbers where they have no value. */
const MISSING_NUMBERS = new Set(['-1', '-9', '-99', '-999', '-9999', '-99999', '-99.9', '-999.9', '9999', '99999', '-99.99', '999999']);
const MISSING_TEXTS = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '―',
  '－',
  '/',
  '//',
  '\\',
  '*',
  '…',
  '...',
  'NA',
  'N/A',
  'N.A',
  'NAN',
  'NULL',
  'NONE',
  'NIL',
  'ND',
  '#',
  '缺',
  '缺测',
  '缺失',
  '缺数',
  '无',
  '无数据',
  '未测',
  '未监测',
]);

export const INVALID_TEXT =
  /无效|异常|停电|断电|故障|维护|维修|检修|校准|校零|质控|停运|停机|离线|掉线|断网|通讯|不足|剔除|零点|跨度|调试|搬迁|更换|^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/u;
/** Flags of the platforms behind or instead of a value: H 有效数据不足, B 运行不良, W 等待恢复, PS 校准, RM 人工剔除. */
export const FLAGS = '(?:H|M|B|BB|W|D|C|PS|PZ|AS|CZ|CS|RM|LSP|HSP|HP|LP|T|TO)';
const FLAGGED = new RegExp(`^-?\\d+(?:\\.\\d+)? ?[([]?${FLAGS}[)\\]]?$`, 'u');
const BELOW = /^(?:[<＜≤] ?(?<after>\d+(?:\.\d+)?)|(?<before>\d+(?:\.\d+)?) ?L)$/u;
const FLAG_ALONE = new RegExp(`^[([]?${FLAGS}[)\\]]?$`, 'u');

function textValue(text: string, field: Field, factor: DecimalText): CellValue {
  const plain = plainText(text).toUpperCase();
  if (MISSING_TEXTS.has(plain.replaceAll(' ', ''))) return MARKED;
  if (/^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?$|^\.\d+$/.test(plain) && plain.length <= LONGEST)
    return numberValue(plain.replaceAll(/[+,]/gu, '').replace(/\.$/, '').replace(/^\./, '0.'), field, factor);
  const below = BELOW.exec(plain)?.groups;
  if (below !== undefined)
    return { kind: 'below', text: plain, limit: toText(exact(below['after'] ?? below['before'] ?? '0').times(factor)) };
  if (INVALID_TEXT.test(plain) || FLAGGED.test(plain) || FLAG_ALONE.test(plain)) return { kind: 'invalid', text: plain };
  return { kind: 'unreadable', text: plainText(text).slice(0, LONGEST) };
}

const LONGEST = 30;

/** Most values by far: no more than three decimals, in the usual unit. Everything else takes the way through exact numbers. */
const SIMPLE = /^(\d{1,6})(?:\.(\d{1,3}))?$/;

function numberValue(digits: string, field: Field, factor: DecimalText): CellValue {
  if (MISSING_NUMBERS.has(digits) || MISSING_NUMBERS.has(digits.replace(/\.0+$/, ''))) return MARKED;
  const simple = factor === '1' ? SIMPLE.exec(digits) : null;
  if (simple !== null) {
    const thousandths = Number(simple[1]) * HOUR_SCALE + Number((simple[2] ?? '').padEnd(3, '0'));
    return judged(trimmed(digits), thousandths, field, false);
  }
  const value = exact(digits).times(factor);
  if (value.abs().gt(HIGHEST_VALUE[field]))
    return { kind: value.isNegative() ? 'negative' : 'impossible', text: toText(value), thousandths: HIGHEST_VALUE[field] * HOUR_SCALE };
  const thousandths = roundHalfEven(value.times(HOUR_SCALE), 0);
  return judged(toText(value), Number(thousandths), field, !value.times(HOUR_SCALE).eq(thousandths));
}

/** '35.00' is 35; leading zeros come with some exports. */
const trimmed = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits).replace(/^0+(?=\d)/, '') || '0';

function judged(text: DecimalText, thousandths: number, field: Field, rounded: boolean): CellValue {
  if (text.startsWith('-') && !/^-0(?:\.0*)?$/.test(text)) return { kind: 'negative', text, thousandths };
  if (thousandths > HIGHEST_VALUE[field] * HOUR_SCALE) return { kind: 'impossible', text, thousandths };
  return { kind: 'number', text: text.startsWith('-') ? '0' : text, thousandths, rounded };
}
