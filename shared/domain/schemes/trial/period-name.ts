import { parsePeriod } from '../../air/period.ts';
import { daysInMonth } from '../../calendar.ts';
import { plainText } from '../../returns/cell-text.ts';

/**
 * 时段 as people write it (2026年7月, 2026/7, 2026年第3季度, 2026年上半年, 2017年1—9月) in the one form that can be reckoned with; any other name
 * (第3周) stays as it is.
 */
export function periodName(text: string): string {
  const plain = plainText(text).replaceAll(' ', '');
  if (parsePeriod(plain) !== null) return plain;
  for (const [shape, make] of SHAPES) {
    const match = shape.exec(plain);
    const name = match === null ? null : make(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (name !== null && parsePeriod(name) !== null) return name;
  }
  return plain;
}

const TO = '(?:-|–|—|~|～|至|到|\\.\\.)';

const SHAPES: readonly (readonly [RegExp, (year: string, first: string, second: string) => string | null])[] = [
  [/^(20\d\d)年(?:度|全年)?$/u, (year) => year],
  [/^(20\d\d)(?:年|-|\/|\.)(\d{1,2})月?$/u, (year, month) => `${year}-${month.padStart(2, '0')}`],
  [/^(20\d\d)(?:年|-)?(?:第?([1-4一二三四])季度|Q([1-4]))$/iu, (year, word, digit) => `${year}-Q${digit === '' ? numberOf(word) : digit}`],
  [/^(20\d\d)(?:年|-)?(?:([上下])半年|H([12]))$/iu, (year, word, digit) => `${year}-H${digit === '' ? (word === '上' ? 1 : 2) : digit}`],
  [new RegExp(`^(20\\d\\d)(?:年|-)(\\d{1,2})月?${TO}(\\d{1,2})月?$`, 'u'), monthSpan],
  [new RegExp(`^(20\\d\\d)-(\\d{1,2})${TO}\\1-(\\d{1,2})$`, 'u'), monthSpan],
];

const numberOf = (word: string): string => (/\d/.test(word) ? word : String('一二三四'.indexOf(word) + 1));

function monthSpan(year: string, first: string, last: string): string | null {
  const [from, to] = [Number(first), Number(last)];
  if (from < 1 || to > 12 || from > to) return null;
  const month = (number: number): string => `${year}-${String(number).padStart(2, '0')}`;
  if (from === to) return month(from);
  if (from === 1) return to === 12 ? year : `${month(1)}..${month(to)}`;
  return `${month(from)}-01..${month(to)}-${daysInMonth(Number(year), to)}`;
}

const FORMS = { week: null, month: /^\d{4}-\d\d$/, quarter: /^\d{4}-Q\d$/, half: /^\d{4}-H\d$/, year: /^\d{4}$/ } as const;

/**
 * 2026-13, 2026-Q5, 2026年0月: looks like a period by its numbers and is none. Of a scheme by months, quarters, half years or years anything that says no
 * time at all is none either; a scheme by weeks, or by nothing, takes every other name (第3周).
 */
export function isNoPeriod(per: Per | null, period: string): boolean {
  if (period === '' || parsePeriod(period) !== null) return false;
  return NUMBERED.test(period) || (per !== null && per !== 'week');
}

type Per = keyof typeof FORMS;

const NUMBERED =
  /^\d{4}(?:\d{2}|[-/.年]\d{1,2}月?|(?:年|-)?(?:第?[\d一二三四五]季度|[QH]\d{1,2}))$|^\d{4}[-/.年]\d{1,2}(?:月|[-/.]\d{1,2}日?)?(?:-|–|—|~|～|至|到|\.\.).+$/iu;

/** Whether a period is one of those that a scheme is computed by (per); weeks have any name. */
export const isPeriodOf = (per: Per, period: string): boolean => FORMS[per]?.test(period) ?? true;

/** By date; names that say none by their numbers (第9周 before 第10周). */
export function comparePeriods(left: string, right: string): number {
  const [one, other] = [parsePeriod(left), parsePeriod(right)];
  if (one !== null && other !== null) {
    const [start, startOther] = [`${one.from} ${one.to}`, `${other.from} ${other.to}`];
    return start < startOther ? -1 : Number(start > startOther);
  }
  const [parts, others] = [left, right].map((text) => text.split(/(\d+)/));
  for (const [index, part] of (parts ?? []).entries()) {
    const against = others?.[index] ?? '';
    const difference = /^\d+$/.test(part) && /^\d+$/.test(against) ? Number(part) - Number(against) : 0;
    if (difference !== 0) return difference;
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
}
