import { Spin } from 'antd';
import { type ReactElement, useCallback, useMemo } from 'react';
import type { MonitoringCalendar } from '../../../../shared/contract/monitoring.ts';
import { calendarText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { DayDrawer } from '../day/day-drawer.tsx';
import { placeOf, standardOf, type TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { DUST_DAY_MODES } from '../../../../shared/domain/air/types.ts';
import { DustDaysSelect, PlaceChoice, StandardSelect } from '../place-choice.tsx';
import { SampleMark } from '../sample-mark.tsx';
import { today } from '../../../ui/today.ts';
import { calendarLayout } from './calendar-layout.ts';
import { CalendarLegend } from './calendar-legend.tsx';
import { YearCalendar } from './year-calendar.tsx';

/** 日历: the year of one place in the colours of HJ 633; a day opens with its calculation. */
export function CalendarTab({ year, places, params, change }: TabProps): ReactElement {
  const place = placeOf(places, params['place']);
  const standard = standardOf(params['standard']);
  const dustDays = DUST_DAY_MODES.find((mode) => mode === params['dustDays']);
  const shown = useCall(
    'monitoring.calendar',
    { place: place?.placeId ?? '', year, standard, dustDays },
    { enabled: place !== undefined, keepPrevious: true },
  );
  const open = useCallback((date: string | null) => change({ date }), [change]);
  if (place === undefined || places.every(({ days }) => days === 0))
    return <NoData title={monitoringText.noData(year)} hint={monitoringText.noDataHint} />;
  const date = params['date'];
  return (
    <div className="monitoring-tab">
      <div className="monitoring-bar">
        <PlaceChoice places={places} value={place.placeId} onChoose={(chosen) => change({ place: chosen })} />
        <StandardSelect value={standard} onChoose={(chosen) => change({ standard: chosen === 'byDate' ? null : chosen })} />
        {shown.data === undefined || !shown.data.days.some(({ dust }) => dust) ? null : (
          <DustDaysSelect
            {...shown.data.dustDays}
            onChoose={(chosen) => change({ dustDays: chosen === shown.data?.dustDays.ofWork ? null : chosen })}
          />
        )}
        {shown.data?.sample === true ? <SampleMark /> : null}
      </div>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {monitoringText.loading}
        </div>
      ) : null}
      {shown.data === undefined ? null : <Year calendar={shown.data} onOpen={open} />}
      {date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? (
        <DayDrawer place={place.placeId} date={date} standard={standard} dustDays={dustDays} onGo={open} />
      ) : null}
    </div>
  );
}

function Year({ calendar, onOpen }: { readonly calendar: MonitoringCalendar; readonly onOpen: (date: string) => void }): ReactElement {
  const months = useMemo(() => calendarLayout(calendar, today()), [calendar]);
  if (calendar.firstDay === null || calendar.lastDay === null)
    return <NoData title={monitoringText.noPlaceData(calendar.name, calendar.year)} hint={monitoringText.noPlaceDataHint} />;
  return (
    <>
      <CalendarLegend calendar={calendar} />
      <YearCalendar label={calendarText.title(calendar.name, calendar.year)} months={months} start={calendar.firstDay} onOpen={onOpen} />
      <p className="muted">{calendarText.hint}</p>
    </>
  );
}
