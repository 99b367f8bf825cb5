export type PeriodKind = 'month' | 'quarter' | 'half' | 'toDate' | 'year';

export interface ChosenPeriod {
  readonly kind: PeriodKind;
  /** 1 to 12: the month, or the last one of the period; for a year the month that stands ready when another kind is chosen. */
  readonly month: number;
}

const LAST_MONTH = 12;
const QUARTER = 3;
const HALF = 6;

/** 2024-07, 2024-Q3, 2024-H2, 2024-01..2024-07, 2024. */
export function periodCode(year: number, { kind, month }: ChosenPeriod): string {
  const twoDigits = String(month).padStart(2, '0');
  switch (kind) {
    case 'month':
      return `${year}-${twoDigits}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / QUARTER)}`;
    case 'half':
      return `${year}-H${Math.ceil(month / HALF)}`;
    case 'toDate':
      return `${year}-01..${year}-${twoDigits}`;
    case 'year':
      return String(year);
  }
}

/** The other way; a period of another year, or none, is the whole year. */
export function chosenPeriod(code: string | undefined, year: number): ChosenPeriod {
  const part = /^(\d{4})-(?:Q([1-4])|H([12])|(?:01\.\.\1-)?(0[1-9]|1[0-2]))$/.exec(code ?? '');
  if (part === null || Number(part[1]) !== year) return { kind: 'year', month: LAST_MONTH };
  const [, , quarter, half, month] = part;
  if (quarter !== undefined) return { kind: 'quarter', month: Number(quarter) * QUARTER };
  if (half !== undefined) return { kind: 'half', month: Number(half) * HALF };
  return { kind: code?.includes('..') === true ? 'toDate' : 'month', month: Number(month) };
}

/** Months a kind can end with: one month alone is no 累计, and twelve are the year. */
export function monthsOfKind(kind: PeriodKind): readonly number[] {
  switch (kind) {
    case 'month':
      return range(1, LAST_MONTH);
    case 'quarter':
      return [QUARTER, HALF, HALF + QUARTER, LAST_MONTH];
    case 'half':
      return [HALF, LAST_MONTH];
    case 'toDate':
      return range(2, LAST_MONTH - 1);
    case 'year':
      return [];
  }
}

/** The nearest choice of that kind: 全年 becomes 12月 or 1—11月, 5月 becomes 第二季度. */
export function withKind(chosen: ChosenPeriod, kind: PeriodKind): ChosenPeriod {
  const months = monthsOfKind(kind);
  if (months.length === 0) return { kind, month: chosen.month };
  return { kind, month: months.find((month) => month >= chosen.month) ?? months.at(-1) ?? LAST_MONTH };
}

/** The choice before or after; null at the end of the year. */
export function besidePeriod(chosen: ChosenPeriod, by: 1 | -1): ChosenPeriod | null {
  const months = monthsOfKind(chosen.kind);
  const at = months.indexOf(chosen.month);
  const month = at === -1 ? undefined : months[at + by];
  return month === undefined ? null : { ...chosen, month };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
