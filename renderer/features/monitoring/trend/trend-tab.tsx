import { Segmented, Spin } from 'antd';
import { type ReactElement, useCallback, useMemo } from 'react';
import type { TrendResult } from '../../../../shared/contract/monitoring-trend.ts';
import { trendMeasureText, trendSlopeText, trendTestText, trendText } from '../../../../shared/text/trend-text.ts';
import { curvesText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { DrawnPanel } from '../drawn-panel.tsx';
import { SettingsBar } from '../evaluation/settings-bar.tsx';
import { useSettings } from '../evaluation/use-settings.ts';
import { placeOf, type TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { PlaceChoice } from '../place-choice.tsx';
import { trendOption, type TrendRow } from './trend-option.ts';

/** As many years as the test is made for. */
const YEARS = 10;

/** 多年: annual values of a place up to the year, their means of three years, and whether they rise or fall. */
export function TrendTab({ year, places, params, change }: TabProps): ReactElement {
  const place = placeOf(places, params['place']);
  const { asked, settings, choose, dustOfWork } = useSettings({ params, change }, `${year}-12-31`);
  const span = { from: year - YEARS + 1, to: year };
  const shown = useCall(
    'monitoring.trend',
    { place: place?.placeId ?? '', ...span, settings: asked },
    { enabled: place !== undefined, keepPrevious: true },
  );
  if (place === undefined) return <NoData title={monitoringText.noData(year)} hint={monitoringText.noDataHint} />;
  const row = shown.data?.trends.find(({ measure }) => measure === params['trend']) ?? preferred(shown.data);
  return (
    <div className="monitoring-tab">
      <div className="monitoring-bar">
        <PlaceChoice places={places} value={place.placeId} onChoose={(chosen) => change({ place: chosen })} />
        <SettingsBar settings={settings} dustOfWork={dustOfWork} parts={['standard', 'dust']} onChange={choose} />
      </div>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {monitoringText.computing}
        </div>
      ) : null}
      {shown.data === undefined ? null : row === undefined ? (
        <NoData title={trendText.page.noData(place.name)} hint={trendText.page.noDataHint} />
      ) : (
        <Trend result={shown.data} row={row} onChoose={(measure) => change({ trend: measure })} {...span} />
      )}
    </div>
  );
}

const preferred = (result: TrendResult | undefined): TrendRow | undefined =>
  result?.trends.find(({ measure }) => measure === 'pm25') ?? result?.trends[0];

interface TrendProps {
  readonly result: TrendResult;
  readonly row: TrendRow;
  readonly from: number;
  readonly to: number;
  readonly onChoose: (measure: TrendRow['measure']) => void;
}

function Trend({ result, row, from, to, onChoose }: TrendProps): ReactElement {
  const { name, trends, notes } = result;
  const words = trendMeasureText(row.measure);
  const option = useCallback((fontFamily: string) => trendOption(withData(row), fontFamily), [row]);
  const columns = useMemo(() => columnsOf(trends), [trends]);
  return (
    <>
      <Segmented<TrendRow['measure']>
        aria-label={curvesText.measure}
        value={row.measure}
        onChange={onChoose}
        options={trends.map(({ measure }) => ({ value: measure, label: trendMeasureText(measure) }))}
      />
      <DrawnPanel title={trendText.page.title(name, words)} label={trendText.page.label(name, words)} option={option} />
      <DataTable<TrendRow> title={trendText.page.table(name, from, to)} columns={columns} rows={trends} rowKey={({ measure }) => measure} />
      <ul className="muted">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

/** From the first year with a value to the last. */
function withData(row: TrendRow): TrendRow {
  const given = row.years.filter(({ value }) => value !== null).map(({ year }) => year);
  const [first = 0, last = 0] = [given[0], given.at(-1)];
  return { ...row, years: row.years.filter(({ year }) => first <= year && year <= last) };
}

const { columns: titles } = trendText;

const columnsOf = (trends: readonly TrendRow[]): readonly DataColumn<TrendRow>[] => {
  const years = [...new Set(trends.flatMap((row) => withData(row).years.map(({ year }) => year)))].toSorted();
  const latest = (row: TrendRow): string => {
    const last = row.years.findLast(({ threeYears }) => threeYears !== null);
    return last === undefined || last.threeYears === null
      ? monitoringText.none
      : `${last.threeYears.published}（${trendText.page.threeYearsTo(last.year)}）`;
  };
  return [
    { key: 'measure', title: titles.measure, text: ({ measure }) => trendMeasureText(measure), sortable: false, width: 90 },
    ...years.map((year): DataColumn<TrendRow> => ({
      key: String(year),
      title: trendText.page.year(year),
      text: (row) => row.years.find((one) => one.year === year)?.value?.published ?? monitoringText.none,
      sortable: false,
      align: 'right',
      width: 84,
    })),
    { key: 'three', title: titles.threeYears, text: latest, sortable: false, align: 'right', width: 150 },
    { key: 'slope', title: titles.slope, text: trendSlopeText, sortable: false, align: 'right', width: 90 },
    { key: 'test', title: titles.test, text: trendTestText, sortable: false },
  ];
};
