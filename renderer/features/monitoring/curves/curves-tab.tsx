import { Segmented, Select, Spin } from 'antd';
import { type ReactElement, useCallback, useMemo } from 'react';
import { MOST_EARLIER } from '../../../../shared/contract/monitoring.ts';
import { calendarText, curvesText, evaluationText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { DrawnPanel } from '../drawn-panel.tsx';
import { SettingsBar } from '../evaluation/settings-bar.tsx';
import { useSettings } from '../evaluation/use-settings.ts';
import { placeOf, type TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { PlaceChoice } from '../place-choice.tsx';
import { curveOption, unitOf } from './curve-option.ts';
import { CURVE_MEASURES, type CurveMeasure, type CurveRow, curveRows } from './curve-values.ts';

/** 曲线: the months of a year beside those of the year before. */
export function CurvesTab({ year, places, params, change }: TabProps): ReactElement {
  const place = placeOf(places, params['place']);
  const { asked, settings, choose, dustOfWork } = useSettings({ params, change }, `${year}-12-31`);
  const measure = CURVE_MEASURES.find((name) => name === params['measure']) ?? 'pm25';
  const earlier = EARLIER.find((count) => String(count) === params['earlier']) ?? 0;
  const shown = useCall(
    'monitoring.months',
    { place: place?.placeId ?? '', year, earlier, settings: asked },
    { enabled: place !== undefined, keepPrevious: true },
  );
  const rows = useMemo(() => (shown.data === undefined ? [] : curveRows(shown.data, measure)), [shown.data, measure]);
  if (place === undefined) return <NoData title={monitoringText.noData(year)} hint={monitoringText.noDataHint} />;
  return (
    <div className="monitoring-tab">
      <div className="monitoring-bar">
        <PlaceChoice places={places} value={place.placeId} onChoose={(chosen) => change({ place: chosen })} />
        <SettingsBar settings={settings} dustOfWork={dustOfWork} parts={['standard', 'dust']} onChange={choose} />
        <Select<number>
          className="curve-years"
          aria-label={curvesText.years}
          value={earlier}
          onChange={(count) => change({ earlier: count === 0 ? null : String(count) })}
          options={EARLIER.map((count) => ({ value: count, label: curvesText.withEarlier(count) }))}
        />
      </div>
      <Segmented<CurveMeasure>
        aria-label={curvesText.measure}
        value={measure}
        onChange={(next) => change({ measure: next })}
        options={CURVE_MEASURES.map((value) => ({ value, label: curvesText.measures[value] }))}
      />
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {monitoringText.computing}
        </div>
      ) : null}
      {shown.data === undefined ? null : rows.every((row) => [row.value, row.last, ...row.earlier].every((value) => value === null)) ? (
        <NoData title={monitoringText.noPlaceData(place.name, year)} hint={monitoringText.noPlaceDataHint} />
      ) : (
        <Curves place={place.name} year={year} measure={measure} rows={rows} />
      )}
    </div>
  );
}

/** Years before the last one. */
const EARLIER = Array.from({ length: MOST_EARLIER + 1 }, (_, count) => count);

interface CurvesProps {
  readonly place: string;
  readonly year: number;
  readonly measure: CurveMeasure;
  readonly rows: readonly CurveRow[];
}

function Curves({ place, year, measure, rows }: CurvesProps): ReactElement {
  const words = curvesText.measures[measure];
  const option = useCallback((fontFamily: string) => curveOption({ rows, measure, year }, fontFamily), [rows, measure, year]);
  const earlier = rows[0]?.earlier.length ?? 0;
  const columns = useMemo(() => columnsOf(year, measure, earlier), [year, measure, earlier]);
  return (
    <div className={`curves ${earlier > 1 ? 'curves-wide' : ''}`}>
      <DrawnPanel
        title={curvesText.title(place, words)}
        picture={`${curvesText.title(place, words)}（${year}年）`}
        label={curvesText.label(place, words, year)}
        option={option}
      />
      <DataTable<CurveRow> title={curvesText.table(unitOf(measure))} columns={columns} rows={rows} rowKey={({ month }) => String(month)} />
    </div>
  );
}

const columnsOf = (year: number, measure: CurveMeasure, earlier: number): readonly DataColumn<CurveRow>[] => [
  { key: 'month', title: curvesText.columns.month, text: ({ month }) => calendarText.month(month), sortable: false, width: 56 },
  { key: 'value', title: curvesText.year(year), text: ({ value }) => value ?? monitoringText.none, sortable: false, align: 'right' },
  { key: 'last', title: curvesText.year(year - 1), text: ({ last }) => last ?? monitoringText.none, sortable: false, align: 'right' },
  ...Array.from({ length: earlier }, (_, back): DataColumn<CurveRow> => ({
    key: `earlier${back}`,
    title: curvesText.year(year - 2 - back),
    text: (row) => row.earlier[back] ?? monitoringText.none,
    sortable: false,
    align: 'right',
  })),
  {
    key: 'change',
    title: curvesText.columns.change,
    sortable: false,
    align: 'right',
    text: ({ change }) =>
      change === null
        ? monitoringText.none
        : (measure === 'good' ? evaluationText.change.points : evaluationText.change.rate)(change.amount),
  },
  { key: 'validDays', title: curvesText.columns.validDays, text: ({ validDays }) => String(validDays), sortable: false, align: 'right' },
];
