import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import type { ReactElement } from 'react';
import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import { tooFewText } from '../../../../shared/text/area-text.ts';
import type { DustDayMode } from '../../../../shared/domain/air/types.ts';
import { dayEventsText } from '../../../../shared/text/event-text.ts';
import { dustDaysText, dustDayText } from '../../../../shared/text/dust-text.ts';
import { dayCountText } from '../../../../shared/text/monitoring-text.ts';
import { dateText } from '../../../../shared/text/report-text.ts';
import { calendarText, dayText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import type { StandardChoice } from '../monitoring-types.ts';
import { DaySources } from './day-sources.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { HoursTable } from './hours-table.tsx';
import { IaqiTable } from './iaqi-table.tsx';
import { PublishedDays } from './published-days.tsx';
import { dayBeside } from './iaqi-words.ts';

export interface DayDrawerProps {
  readonly place: string;
  readonly date: string;
  readonly standard: StandardChoice;
  /** As it is looked at; undefined: as the work has it. */
  readonly dustDays: DustDayMode | undefined;
  /** To another day; null closes. */
  readonly onGo: (date: string | null) => void;
}

/** One day: its AQI, how it is reckoned, its hours, and where the values stand. */
export function DayDrawer({ place, date, standard, dustDays, onGo }: DayDrawerProps): ReactElement {
  const shown = useCall('monitoring.day', { place, date, standard, dustDays }, { keepPrevious: true });
  const step =
    (by: number): (() => void) =>
    () =>
      onGo(dayBeside(date, by));
  return (
    <SideDrawer
      title={`${shown.data === undefined ? '' : `${shown.data.name}　`}${dateText(date)}`}
      onClose={() => onGo(null)}
      extra={
        <span className="monitoring-steps">
          <Button icon={<LeftOutlined aria-hidden="true" />} onClick={step(-1)}>
            {dayText.previous}
          </Button>
          <Button onClick={step(1)}>
            {dayText.next}
            <RightOutlined aria-hidden="true" />
          </Button>
        </span>
      }
    >
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {monitoringText.loading}
        </div>
      ) : null}
      {shown.data === undefined ? null : <DayDetail detail={shown.data} />}
    </SideDrawer>
  );
}

function DayDetail({ detail }: { readonly detail: MonitoringDayDetail }): ReactElement {
  if (detail.day.status === 'none')
    return (
      <div className="day-detail">
        <EmptyState title={dayText.noValues} hint={tooFewText(detail.day.stations) ?? noDayHint(detail)} />
        <HoursPanel detail={detail} />
        <PublishedDays published={detail.published} />
      </div>
    );
  return (
    <div className="day-detail">
      <DayFacts detail={detail} />
      <IaqiTable steps={detail.steps} />
      <HoursPanel detail={detail} />
      <HoursTable
        hours={detail.hours}
        ozoneOneHour={detail.ozoneOneHour}
        pollutants={detail.steps.flatMap((step) => (step.state === 'unmonitored' ? [] : [step.pollutant]))}
      />
      <PublishedDays published={detail.published} />
      <DaySources sources={detail.sources} />
    </div>
  );
}

/** Hours of a part of the day make no daily value. */
const noDayHint = ({ hours }: MonitoringDayDetail): string => (hours.length === 0 ? dayText.noValuesHint : dayText.fewHoursHint);

function DayFacts({ detail: { day, stations, dustDays } }: { readonly detail: MonitoringDayDetail }): ReactElement {
  const names = (pollutants: readonly (keyof typeof monitoringText.pollutants)[]): string =>
    pollutants.map((one) => monitoringText.pollutants[one]).join('、');
  return (
    <>
      <dl className="day-facts">
        <div>
          <dt>{dayText.aqi}</dt>
          <dd>
            <span className={`day-aqi ${day.level === null || day.status === 'na' ? 'calendar-na' : `aqi-level-${day.level}`}`}>
              {day.status === 'na' ? dayText.partialNa : (day.aqi ?? monitoringText.none)}
            </span>
          </dd>
        </div>
        <div>
          <dt>{dayText.category}</dt>
          <dd>{day.level === null || day.status === 'na' ? monitoringText.none : dayText.level(day.level, day.category ?? '')}</dd>
        </div>
        <div>
          <dt>{dayText.primary}</dt>
          <dd>{day.primary.length === 0 ? (day.status === 'na' ? monitoringText.none : dayText.noPrimary) : names(day.primary)}</dd>
        </div>
        <div>
          <dt>{dayText.standard}</dt>
          <dd>{day.standard}</dd>
        </div>
        {day.source === null ? null : (
          <div>
            <dt>{dayText.source}</dt>
            <dd>{monitoringText.sources[day.source]}</dd>
          </div>
        )}
        {stations.length === 0 ? null : (
          <div>
            <dt>{dayText.stations}</dt>
            <dd>{dayText.stationMean(stations.join('、'), stations.length)}</dd>
          </div>
        )}
      </dl>
      {day.status === 'na' ? <p>{dayText.na(names(day.missing), day.partialAqi)}</p> : null}
      <p>{dayCountText.why(day)}</p>
      {day.dust ? (
        <p>
          <b className="calendar-dust">{calendarText.dust}</b> {dustDayText(day, dustDays.used)}。
          {dustDays.used === dustDays.ofWork ? null : dustDaysText(dustDays)}
        </p>
      ) : null}
      {day.events === undefined ? null : <p>{dayEventsText(day.events, day.dust ? null : day.measured)}。</p>}
    </>
  );
}
