import { Spin } from 'antd';
import { type ReactElement, useCallback, useMemo } from 'react';
import type { MonitoringCalendar } from '../../../../shared/contract/monitoring.ts';
import { MOST_PLACES } from '../../../../shared/contract/monitoring-settings.ts';
import { withoutAreaValue } from '../../../../shared/text/area-text.ts';
import { calendarText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { DayDrawer } from '../day/day-drawer.tsx';
import { standardOf, type TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { DustDaysSelect, StandardSelect } from '../place-choice.tsx';
import { chosenPlaces, placesParams } from '../places/chosen-places.ts';
import { PlacesChoice } from '../places/places-choice.tsx';
import { DUST_DAY_MODES } from '../../../../shared/domain/air/types.ts';
import { SampleMark } from '../sample-mark.tsx';
import { today } from '../../../ui/today.ts';
import { DrawingTools } from '../../../ui/drawing/drawing-tools.tsx';
import { PrintSheets } from '../../../ui/drawing/print-sheets.tsx';
import { yearDrawing } from './calendar-drawing.ts';
import { calendarLayout } from './calendar-layout.ts';
import { CalendarLegend } from './calendar-legend.tsx';
import { SeveralCalendars } from './several/several-calendars.tsx';
import { YearCalendar } from './year-calendar.tsx';

/** 日历: the year of one place in the colours of HJ 633; a day opens with its calculation. */
export function CalendarTab({ year, places, params, change }: TabProps): ReactElement {
  const chosen = chosenPlaces(places, params, MOST_PLACES);
  const [first] = chosen;
  const several = chosen.length > 1;
  const place = several ? (chosen.find(({ placeId }) => placeId === params['place']) ?? first) : first;
  const standard = standardOf(params['standard']);
  const dustDays = DUST_DAY_MODES.find((mode) => mode === params['dustDays']);
  const shown = useCall(
    'monitoring.calendar',
    { place: place?.placeId ?? '', year, standard, dustDays },
    { enabled: place !== undefined && !several, keepPrevious: true },
  );
  const open = useCallback((date: string | null) => change({ date }), [change]);
  const openAt = useCallback((at: string, date: string) => change({ place: at, date }), [change]);
  if (place === undefined || places.every(({ days }) => days === 0))
    return <NoData title={monitoringText.noData(year)} hint={monitoringText.noDataHint} />;
  const date = params['date'];
  return (
    <div className="monitoring-tab">
      <div className="monitoring-bar">
        <PlacesChoice
          places={places}
          value={chosen.map(({ placeId }) => placeId)}
          most={MOST_PLACES}
          onChoose={(next) => change(placesParams(next))}
        />
        <StandardSelect value={standard} onChoose={(next) => change({ standard: next === 'byDate' ? null : next })} />
        {several ? null : <DustChoice calendar={shown.data} change={change} />}
        {chosen.some(({ sample }) => sample) ? <SampleMark /> : null}
      </div>
      {several ? (
        <SeveralCalendars
          places={chosen}
          year={year}
          standard={standard}
          dustDays={dustDays}
          onDustDays={(next) => change({ dustDays: next })}
          month={params['month']}
          onMonth={(month) => change({ month })}
          onOpen={openAt}
        />
      ) : (
        <>
          <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
          {shown.isPending ? (
            <div role="status">
              <Spin /> {monitoringText.loading}
            </div>
          ) : null}
          {shown.data === undefined ? null : <Year calendar={shown.data} onOpen={open} />}
        </>
      )}
      {date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? (
        <DayDrawer place={place.placeId} date={date} standard={standard} dustDays={dustDays} onGo={open} />
      ) : null}
    </div>
  );
}

/** 试看 another way of counting dust days, where there are any. */
function DustChoice({
  calendar,
  change,
}: Pick<TabProps, 'change'> & { readonly calendar: MonitoringCalendar | undefined }): ReactElement | null {
  if (calendar === undefined || !calendar.days.some(({ dust }) => dust)) return null;
  const { dustDays } = calendar;
  return <DustDaysSelect {...dustDays} onChoose={(next) => change({ dustDays: next === dustDays.ofWork ? null : next })} />;
}

function Year({ calendar, onOpen }: { readonly calendar: MonitoringCalendar; readonly onOpen: (date: string) => void }): ReactElement {
  const months = useMemo(() => calendarLayout(calendar, today()), [calendar]);
  const draw = useCallback(() => yearDrawing(months, 'colour'), [months]);
  const sheet = useMemo(() => [yearDrawing(months, 'grey')], [months]);
  const title = calendarText.title(calendar.name, calendar.year);
  if (calendar.firstDay === null || calendar.lastDay === null)
    return (calendar.tallies[0]?.tooFew ?? 0) > 0 ? (
      <NoData title={withoutAreaValue([calendar.name])} hint={monitoringText.fewStationsHint} />
    ) : (
      <NoData title={monitoringText.noPlaceData(calendar.name, calendar.year)} hint={monitoringText.noPlaceDataHint} />
    );
  return (
    <>
      <CalendarLegend calendar={calendar} />
      <div className="drawing-bar">
        <DrawingTools title={title} draw={draw} />
      </div>
      <YearCalendar label={title} months={months} start={calendar.firstDay} onOpen={onOpen} />
      <p className="muted several-hint">{calendarText.hint}</p>
      <PrintSheets title={title} drawings={sheet} />
    </>
  );
}
