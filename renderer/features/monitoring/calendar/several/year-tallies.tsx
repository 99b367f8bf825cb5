import type { ReactElement } from 'react';
import type { MonitoringCalendar } from '../../../../../shared/contract/monitoring.ts';
import { calendarText, monitoringText } from '../../../../../shared/text/ui/monitoring-text.ts';
import { type DataColumn, DataTable } from '../../../../ui/data-table.tsx';
import { today } from '../../../../ui/today.ts';
import { calendarCounts } from '../calendar-layout.ts';

const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** The year of each place in numbers: days by level, and what else there was. */
export function YearTallies({
  calendars,
  year,
}: {
  readonly calendars: readonly MonitoringCalendar[];
  readonly year: number;
}): ReactElement {
  return (
    <DataTable<MonitoringCalendar>
      title={calendarText.tallies(year)}
      columns={COLUMNS}
      rows={calendars}
      rowKey={({ placeId }) => placeId}
    />
  );
}

const { counts: heads } = calendarText;

const number = (key: string, title: string, of: (calendar: MonitoringCalendar) => number): DataColumn<MonitoringCalendar> => ({
  key,
  title,
  align: 'right',
  text: (calendar) => String(of(calendar)),
  sortValue: of,
  width: 76,
});

const tally = (key: 'good' | 'over' | 'counted' | 'tooFew'): DataColumn<MonitoringCalendar> =>
  number(key, heads[key], ({ tallies }) => tallies[0]?.[key] ?? 0);

const COLUMNS: readonly DataColumn<MonitoringCalendar>[] = [
  { key: 'place', title: calendarText.placeHead, text: ({ name }) => name, sortable: false },
  ...LEVELS.map((level) =>
    number(`level${level}`, monitoringText.levels[level], ({ days }) => calendarCounts(days, today()).levels[level - 1] ?? 0),
  ),
  tally('good'),
  tally('over'),
  tally('counted'),
  number('na', heads.na, ({ days }) => calendarCounts(days, today()).na),
  tally('tooFew'),
  number('gaps', calendarText.gapMeaning, ({ days }) => calendarCounts(days, today()).gaps),
];
