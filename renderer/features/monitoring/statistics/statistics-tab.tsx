import { Input } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { StatisticsResult } from '../../../../shared/contract/monitoring-statistics.ts';
import { parsePeriod } from '../../../../shared/domain/air/period.ts';
import { exceedanceLines, isOneYear, statisticsText } from '../../../../shared/text/statistics-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { chosenPeriod, periodCode } from '../../ranking/index.ts';
import { SettingsBar } from '../evaluation/settings-bar.tsx';
import { useSettings } from '../evaluation/use-settings.ts';
import { placeOf, type TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { NotesPanel, PeriodFrame } from '../period-frame.tsx';
import { percentilesFrom } from './percentiles-from.ts';
import { captureColumns, EXCEEDANCE_COLUMNS, hourColumns, percentileColumns, primaryColumns } from './statistics-columns.tsx';

/** 统计: data capture by month, exceedances, primary pollutants and percentiles of a place. */
export function StatisticsTab({ year, places, params, change }: TabProps): ReactElement {
  const place = placeOf(places, params['place']);
  const period = periodCode(year, chosenPeriod(params['period'], year));
  const { asked, settings, choose, dustOfWork } = useSettings({ params, change }, parsePeriod(period)?.to ?? `${year}-12-31`);
  const percentiles = percentilesFrom(params['percentiles'] ?? '');
  const shown = useCall(
    'monitoring.statistics',
    { place: place?.placeId ?? '', period, settings: asked, ...(percentiles.length === 0 ? {} : { percentiles }) },
    { enabled: place !== undefined, keepPrevious: true },
  );
  if (place === undefined) return <NoData title={monitoringText.noData(year)} hint={monitoringText.noDataHint} />;
  return (
    <PeriodFrame
      {...{ year, places, params, change, place, shown }}
      choices={<SettingsBar settings={settings} dustOfWork={dustOfWork} parts={['standard', 'dust']} onChange={choose} />}
    >
      {shown.data === undefined ? null : (
        <Shown
          result={shown.data}
          asked={params['percentiles'] ?? ''}
          onAsk={(text) => change({ percentiles: text === '' ? null : text })}
        />
      )}
    </PeriodFrame>
  );
}

interface ShownProps {
  readonly result: StatisticsResult;
  readonly asked: string;
  readonly onAsk: (text: string) => void;
}

function Shown({ result, asked, onAsk }: ShownProps): ReactElement {
  const { name, period, capture, exceedances, primary, percentiles, notes } = result;
  const oneYear = isOneYear(period);
  const lines = useMemo(() => exceedanceLines(exceedances, oneYear), [exceedances, oneYear]);
  const hours = useMemo(() => hourColumns(capture), [capture]);
  if (percentiles.length === 0) return <NoData title={statisticsText.none(name, period)} hint={statisticsText.noneHint} />;
  const about = statisticsText.heading(name, period);
  return (
    <>
      <DataTable
        title={statisticsText.capture}
        columns={captureColumns(capture)}
        rows={capture}
        rowKey={({ month }) => month}
        filterText={about}
      />
      {hours.length === 0 ? null : (
        <DataTable title={statisticsText.captureHours} columns={hours} rows={capture} rowKey={({ month }) => month} filterText={about} />
      )}
      <DataTable
        title={statisticsText.exceedances}
        columns={EXCEEDANCE_COLUMNS}
        rows={lines}
        rowKey={({ key }) => key}
        filterText={about}
      />
      <DataTable
        title={statisticsText.primary}
        columns={primaryColumns(oneYear)}
        rows={primary}
        rowKey={({ pollutant }) => pollutant}
        filterText={about}
      />
      <DataTable
        title={statisticsText.percentiles}
        columns={percentileColumns(percentiles)}
        rows={percentiles}
        rowKey={({ pollutant }) => pollutant}
        filterText={about}
        extra={<AskPercentiles asked={asked} onAsk={onAsk} />}
      />
      <NotesPanel notes={notes} />
    </>
  );
}

const AskPercentiles = ({ asked, onAsk }: Pick<ShownProps, 'asked' | 'onAsk'>): ReactElement => (
  <label className="monitoring-labelled">
    {statisticsText.asked}
    <Input
      key={asked}
      size="small"
      defaultValue={asked}
      placeholder={statisticsText.askedHint}
      onPressEnter={({ currentTarget }) => onAsk(currentTarget.value.trim())}
      onBlur={({ currentTarget }) => onAsk(currentTarget.value.trim())}
    />
  </label>
);
