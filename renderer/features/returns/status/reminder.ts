import type { StatusReport, UnitStatus } from '../../../../shared/contract/returns.ts';
import { kindsOf } from '../../../work/unit-kinds.ts';
import { statusText } from '../../../../shared/text/ui/returns-text.ts';

/** 催报名单: the units that have not reported, as text for a message. */
export function reminderText({ year, dueDate, units }: Pick<StatusReport, 'year' | 'dueDate' | 'units'>): string {
  const owed = units.filter(isOwed);
  const lines = kindsOf(owed).map((group) =>
    statusText.reminderOfKind(
      group.kindName,
      group.units.map((unit) => unit.name),
    ),
  );
  return [statusText.reminder(year, chineseDate(dueDate), owed.length), ...lines].join('\n');
}

/** Nothing has come in, or a workbook without a single answer. */
export const isOwed = (unit: UnitStatus): boolean => unit.state === 'missing' || unit.state === 'empty';

/** 2025-01-15 → 2025年1月15日; anything else stays as it is. */
export function chineseDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match === null ? date : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

export type StatusFilter = keyof typeof statusText.filters;

export function passesFilter(unit: UnitStatus, filter: StatusFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'errors':
      return unit.errors > 0;
    case 'missing':
      return isOwed(unit);
    default:
      return unit.state === filter;
  }
}
