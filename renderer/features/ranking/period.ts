export type PeriodKind = 'month' | 'toDate' | 'year';

export interface ChosenPeriod {
  readonly kind: PeriodKind;
  /** 1 to 12; for a year the month that stands ready when another kind is chosen. */
  readonly month: number;
}

const LAST_MONTH = 12;

/** 2024-07, 2024-01..2024-07, 2024. */
export function periodCode(year: number, { kind, month }: ChosenPeriod): string {
  const twoDigits = String(month).padStart(2, '0');
  switch (kind) {
    case 'month': return `${year}-${twoDigits}`;
    case 'toDate': return `${year}-01..${year}-${twoDigits}`;
    case 'year': return String(year);
  }
}

/** The other way; a period of another year, or none, is the whole year. */
export function chosenPeriod(code: string | undefined, year: number): ChosenPeriod {
  const match = /^(\d{4})-(?:01\.\.\1-)?(0[1-9]|1[0-2])$/.exec(code ?? '');
  if (match === null || Number(match[1]) !== year) return { kind: 'year', month: LAST_MONTH };
  return { kind: code?.includes('..') === true ? 'toDate' : 'month', month: Number(match[2]) };
}

/** Months a kind can end with: one month alone is no 累计, and twelve are the year. */
export function monthsOfKind(kind: PeriodKind): readonly number[] {
  switch (kind) {
    case 'month': return range(1, LAST_MONTH);
    case 'toDate': return range(2, LAST_MONTH - 1);
    case 'year': return [];
  }
}

/** The nearest choice of that kind: 全年 becomes 12月 or 1—11月. */
export function withKind(chosen: ChosenPeriod, kind: PeriodKind): ChosenPeriod {
  const months = monthsOfKind(kind);
  if (months.length === 0) return { kind, month: chosen.month };
  return { kind, month: Math.min(Math.max(chosen.month, months[0] ?? 1), months.at(-1) ?? LAST_MONTH) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
