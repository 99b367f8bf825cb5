import type { StatusReport, UnitStatus } from '../../../../shared/contract/returns.ts';
import { UNIT_STATES, type UnitState } from '../../../../shared/domain/reporting/unit-state.ts';
import { unitStateText } from '../../../../shared/text/reporting-text.ts';
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

/** All, those in one state, those with one mark. */
export type StatusFilter = UnitState | 'all' | 'late' | 'errors';

export function passesFilter(unit: UnitStatus, filter: StatusFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'errors':
      return unit.errors > 0;
    case 'late':
      return unit.late;
    default:
      return unit.state === filter;
  }
}

/** Words of a filter. */
export const filterText = (filter: StatusFilter): string =>
  filter === 'all' || filter === 'late' || filter === 'errors' ? statusText.filters[filter] : unitStateText(filter);

/** Those that let something through; the states among them sum to all units. */
export const shownFilters = (units: readonly UnitStatus[], chosen: StatusFilter): StatusFilter[] =>
  FILTERS.filter((filter) => filter === 'all' || filter === chosen || units.some((unit) => passesFilter(unit, filter)));

const FILTERS: readonly StatusFilter[] = ['all', ...UNIT_STATES, 'late', 'errors'];
