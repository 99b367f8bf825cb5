import type { ReactElement } from 'react';
import type { MonitoringCalendar } from '../../../../shared/contract/monitoring.ts';
import { calendarText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { EVENT_MEANING, EVENT_SIGN } from '../../../../shared/text/event-text.ts';
import { dustDayCount, dustDaysText } from '../../../../shared/text/dust-text.ts';
import { today } from '../../../ui/today.ts';
import { calendarCounts } from './calendar-layout.ts';

const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** What the colours mean, how many days there are of each, and what is missing. */
export function CalendarLegend({ calendar }: { readonly calendar: MonitoringCalendar }): ReactElement {
  const counts = calendarCounts(calendar.days, today());
  const gapDays = calendar.gaps.reduce((sum, gap) => sum + gap.days, 0);
  return (
    <section className="calendar-legend" aria-label={calendarText.legend}>
      <ul>
        {LEVELS.map((level) => (
          <li key={level}>
            <span className={`calendar-swatch aqi-level-${level}`}>{calendarText.range[level]}</span> {monitoringText.levels[level]}{' '}
            <strong>{calendarText.days(counts.levels[level - 1] ?? 0)}</strong>
          </li>
        ))}
        <li>
          <span className="calendar-swatch calendar-na">{calendarText.na}</span> {calendarText.naMeaning}{' '}
          <strong>{calendarText.days(counts.na)}</strong>
        </li>
        {counts.few === 0 ? null : (
          <li>
            <span className="calendar-swatch calendar-few">{calendarText.few}</span> {calendarText.fewMeaning}{' '}
            <strong>{calendarText.days(counts.few)}</strong>
          </li>
        )}
        <li>
          <span className="calendar-swatch calendar-gap" aria-hidden="true" /> {calendarText.gapMeaning}{' '}
          <strong>{calendarText.days(counts.gaps)}</strong>
        </li>
        <li>
          <b className="calendar-dust">{calendarText.dust}</b>{' '}
          {counts.dust === 0 ? calendarText.dustMeaning : dustDaysText(calendar.dustDays)}{' '}
          <strong>{dustDayCount(counts.dust, counts.left)}</strong>
        </li>
        {counts.events === 0 ? null : (
          <li>
            <b className="calendar-dust">{EVENT_SIGN}</b> {EVENT_MEANING} <strong>{calendarText.days(counts.events)}</strong>
          </li>
        )}
      </ul>
      <p className="muted calendar-facts">
        <span>{calendarText.span(calendar.firstDay ?? '', calendar.lastDay ?? '')}</span>
        <span title={calendar.gaps.map((gap) => calendarText.gap(gap.from, gap.to, gap.days)).join('；')}>
          {calendar.gaps.length === 0 ? calendarText.noGaps : calendarText.gaps(calendar.gaps.length, gapDays)}
        </span>
        <span>{calendarText.pollutants(calendar.pollutants.map((pollutant) => monitoringText.pollutants[pollutant]).join('、'))}</span>
        <span>{calendarText.standards(calendar.standards.join('、'))}</span>
      </p>
    </section>
  );
}
