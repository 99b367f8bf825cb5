import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { ForecastResult } from '../../../../shared/contract/monitoring-forecast.ts';
import { periodText } from '../../../../shared/text/report-text.ts';
import { forecastText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { chosenPeriod, periodCode } from '../../ranking/index.ts';
import { placeOf, type TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { NotesPanel, PeriodFrame } from '../period-frame.tsx';
import { LEAD_COLUMNS, LEFT_COLUMNS, LEVEL_COLUMNS, METRIC_COLUMNS, WRONG_COLUMNS } from './forecast-columns.tsx';
import { SKILL_COLUMNS, skillRows } from './skill-columns.ts';

const LONGEST_LEAD = 7;

/** 预报: how often it was right, by metric, lead time and level, and the days on which it was not. */
export function ForecastTab({ year, places, params, change }: TabProps): ReactElement {
  const period = periodCode(year, chosenPeriod(params['period'], year));
  const place =
    places.find((one) => one.placeId === params['place']) ?? places.find((one) => one.kind === 'district') ?? placeOf(places, undefined);
  const lead = leadOf(params['lead']);
  const shown = useCall(
    'monitoring.forecast',
    { period, ...(place === undefined ? {} : { place: place.placeId }), ...(lead === null ? {} : { lead }) },
    { keepPrevious: true },
  );
  return (
    <PeriodFrame
      {...{ year, places, params, change, place, shown }}
      choices={
        <Select
          aria-label={forecastText.lead}
          value={lead ?? 0}
          onChange={(next) => change({ lead: next === 0 ? null : String(next) })}
          options={[
            { value: 0, label: forecastText.allLeads },
            ...Array.from({ length: LONGEST_LEAD }, (_, index) => ({ value: index + 1, label: forecastText.leadOption(index + 1) })),
          ]}
          popupMatchSelectWidth={false}
        />
      }
    >
      {shown.data === undefined ? null : <Accuracy result={shown.data} />}
    </PeriodFrame>
  );
}

function leadOf(text: string | undefined): number | null {
  const lead = Number(text);
  return Number.isInteger(lead) && lead >= 1 && lead <= LONGEST_LEAD ? lead : null;
}

function Accuracy({ result: { period, accuracy, notes } }: { readonly result: ForecastResult }): ReactElement {
  const words = periodText(period);
  const { all, leads, wrong, leftOut } = accuracy;
  if (all.days === 0 && leftOut.length === 0) return <NoData title={forecastText.none(words)} hint={forecastText.noneHint} />;
  return (
    <>
      <DataTable title={forecastText.table(words)} columns={METRIC_COLUMNS} rows={all.metrics} rowKey={({ metric }) => metric} />
      {leads.length < 2 ? null : (
        <DataTable title={forecastText.leads} columns={LEAD_COLUMNS} rows={leads} rowKey={({ leadDays }) => String(leadDays)} />
      )}
      <DataTable title={forecastText.skill} columns={SKILL_COLUMNS} rows={skillRows(accuracy)} rowKey={({ scope }) => scope} />
      {all.byLevel.length === 0 ? null : (
        <DataTable title={forecastText.byLevel} columns={LEVEL_COLUMNS} rows={all.byLevel} rowKey={({ level }) => String(level)} />
      )}
      <DataTable
        title={forecastText.wrong}
        columns={WRONG_COLUMNS}
        rows={wrong}
        rowKey={(day) => `${day.date} ${day.leadDays} ${day.source}`}
        emptyText={forecastText.noWrong}
      />
      {leftOut.length === 0 ? null : (
        <DataTable
          title={forecastText.leftOut}
          columns={LEFT_COLUMNS}
          rows={leftOut}
          rowKey={(day) => `${day.date} ${day.leadDays} ${day.source} ${day.reason}`}
        />
      )}
      <NotesPanel notes={notes} />
    </>
  );
}
