import type { ReactElement } from 'react';
import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import { dayText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { type Pollutant, POLLUTANT_ORDER } from '../monitoring-types.ts';

type Hour = MonitoringDayDetail['hours'][number];

export interface HoursTableProps {
  readonly hours: readonly Hour[];
  readonly ozoneOneHour: string | null;
  readonly pollutants: readonly Pollutant[];
}

/** The 24 hourly means; invalid ones say so, the hourly AQI stands on the colour of its level. */
export function HoursTable({ hours, ozoneOneHour, pollutants }: HoursTableProps): ReactElement {
  if (hours.length === 0)
    return (
      <section className="day-part">
        <h2>{dayText.hours}</h2>
        <p className="muted">{dayText.noHours}</p>
      </section>
    );
  return (
    <section className="day-part">
      <DataTable<Hour> title={dayText.hours} columns={hourColumns(pollutants)} rows={hours} rowKey={(hour) => String(hour.hour)} />
      <p className="muted">
        {dayText.hoursHint}
        {ozoneOneHour === null ? '' : ` ${dayText.ozoneOneHour(ozoneOneHour)}`}
      </p>
    </section>
  );
}

function hourColumns(pollutants: readonly Pollutant[]): readonly DataColumn<Hour>[] {
  const shown = POLLUTANT_ORDER.filter((pollutant) => pollutants.includes(pollutant));
  return [
    { key: 'hour', title: dayText.hourColumns.hour, text: ({ hour }) => dayText.hour(hour), sortable: false, width: 76 },
    ...shown.map(valueColumn),
    ...(shown.includes('o3')
      ? [
          {
            key: 'ozone8h',
            title: dayText.hourColumns.ozone8h,
            text: ({ ozone8h }: Hour) => ozone8h ?? monitoringText.none,
            sortable: false,
            align: 'right' as const,
            width: 88,
          },
        ]
      : []),
    {
      key: 'aqi',
      title: dayText.hourColumns.aqi,
      text: ({ aqi }) => (aqi === null ? monitoringText.none : String(aqi)),
      sortable: false,
      align: 'right',
      width: 88,
      render: ({ aqi, level }) =>
        aqi === null || level === null ? monitoringText.none : <span className={`hour-aqi aqi-level-${level}`}>{aqi}</span>,
    },
    {
      key: 'primary',
      title: dayText.hourColumns.primary,
      text: ({ primary }) => primary.map((one) => monitoringText.pollutants[one]).join('、'),
      sortable: false,
    },
  ];
}

function valueColumn(pollutant: Pollutant): DataColumn<Hour> {
  const of = (hour: Hour): Hour['values'][number] | undefined => hour.values.find((value) => value.pollutant === pollutant);
  const text = (hour: Hour): string => {
    const found = of(hour);
    return found?.invalid === true
      ? [found.value, dayText.invalid].filter((part) => part !== null).join(' ')
      : (found?.value ?? monitoringText.none);
  };
  return {
    key: pollutant,
    title: monitoringText.pollutants[pollutant],
    text,
    sortable: false,
    align: 'right',
    width: 88,
    render: (hour) => (of(hour)?.invalid === true ? <span className="hour-invalid">{text(hour)}</span> : text(hour)),
  };
}
