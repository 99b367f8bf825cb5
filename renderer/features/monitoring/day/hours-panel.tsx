import { Segmented } from 'antd';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import { dateText } from '../../../../shared/text/report-text.ts';
import { dayText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { DrawnPanel } from '../drawn-panel.tsx';
import { type Pollutant, POLLUTANT_ORDER } from '../monitoring-types.ts';
import { drawnHours, type HourGap, limitsOf } from './hour-values.ts';
import { hoursOption } from './hours-option.ts';

const GAPS: readonly HourGap[] = ['missing', 'invalid', 'few'];

/** The day's hours of one pollutant as a curve against the limits of the standard that holds on that day. */
export function HoursPanel({ detail }: { readonly detail: MonitoringDayDetail }): ReactElement | null {
  const { hours, name, date } = detail;
  const measured = POLLUTANT_ORDER.filter((pollutant) => hours[0]?.values.some((value) => value.pollutant === pollutant) === true);
  const [asked, setAsked] = useState<Pollutant | null>(null);
  const pollutant =
    measured.find((one) => one === asked) ?? measured.find((one) => detail.day.primary.includes(one)) ?? measured[0] ?? 'pm25';
  const drawn = useMemo(() => drawnHours(hours, pollutant), [hours, pollutant]);
  const limits = useMemo(() => limitsOf(detail, pollutant, drawn), [detail, pollutant, drawn]);
  const option = useCallback(
    (fontFamily: string) => hoursOption({ hours: drawn, pollutant, limits: limits.drawn }, fontFamily),
    [drawn, pollutant, limits],
  );
  if (measured.length === 0) return null;
  const sign = monitoringText.pollutants[pollutant];
  const gaps = GAPS.filter((gap) => drawn.some((hour) => hour.gap === gap));
  return (
    <section className="day-part">
      <Segmented<Pollutant>
        aria-label={dayText.columns.pollutant}
        value={pollutant}
        onChange={setAsked}
        options={measured.map((value) => ({ value, label: monitoringText.pollutants[value] }))}
      />
      <DrawnPanel
        title={dayText.hoursTitle(name, dateText(date), sign)}
        label={dayText.hoursLabel(name, dateText(date), sign)}
        option={option}
      />
      <p className="muted">
        {dayText.limitsOf(detail.day.standard)}
        {limits.beyond.map(({ label }) => dayText.limitBeyond(label)).join('')}
        {gaps.length === 0 ? dayText.allHours : dayText.gapsMean(gaps.map((gap) => dayText.gaps[gap]))}
      </p>
    </section>
  );
}
