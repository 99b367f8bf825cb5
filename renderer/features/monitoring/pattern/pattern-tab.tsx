import { Segmented, Spin } from 'antd';
import { type ReactElement, useCallback, useMemo } from 'react';
import type { PatternResult } from '../../../../shared/contract/monitoring-pattern.ts';
import { MOST_PLACES } from '../../../../shared/contract/monitoring-settings.ts';
import { PATTERN_PARTS, type PatternPart, patternPointText, patternText } from '../../../../shared/text/pattern-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { chosenPeriod, PeriodChooser, periodCode } from '../../ranking/index.ts';
import { DrawnPanel } from '../drawn-panel.tsx';
import { type Pollutant, POLLUTANT_ORDER, type TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { chosenPlaces, placesParams } from '../places/chosen-places.ts';
import { PlacesChoice } from '../places/places-choice.tsx';
import { SampleMark } from '../sample-mark.tsx';
import { patternOption } from './pattern-option.ts';

const { page: words } = patternText;

/** 时间变化: means of one pollutant by hour of the day, day of the week and month, of several places. */
export function PatternTab({ year, places, params, change }: TabProps): ReactElement {
  const chosen = chosenPlaces(places, params, MOST_PLACES);
  const period = periodCode(year, chosenPeriod(params['period'], year));
  const pollutant = POLLUTANT_ORDER.find((name) => name === params['measure']) ?? 'pm25';
  const part = PATTERN_PARTS.find((name) => name === params['by']) ?? 'months';
  const shown = useCall(
    'monitoring.pattern',
    { places: chosen.map(({ placeId }) => placeId), period, pollutant },
    { enabled: chosen.length > 0, keepPrevious: true },
  );
  if (chosen.length === 0) return <NoData title={monitoringText.noData(year)} hint={monitoringText.noDataHint} />;
  return (
    <div className="monitoring-tab">
      <div className="monitoring-bar">
        <PlacesChoice
          places={places}
          value={chosen.map(({ placeId }) => placeId)}
          most={MOST_PLACES}
          onChoose={(next) => change(placesParams(next))}
        />
        <PeriodChooser chosen={chosenPeriod(params['period'], year)} onChoose={(next) => change({ period: periodCode(year, next) })} />
        {shown.data?.places.some(({ sample }) => sample) === true ? <SampleMark /> : null}
      </div>
      <div className="monitoring-bar">
        <Segmented<PatternPart>
          aria-label={words.part}
          value={part}
          onChange={(next) => change({ by: next })}
          options={PATTERN_PARTS.map((value) => ({ value, label: patternText.parts[value] }))}
        />
        <Segmented<Pollutant>
          aria-label={words.pollutant}
          value={pollutant}
          onChange={(next) => change({ measure: next })}
          options={POLLUTANT_ORDER.map((value) => ({ value, label: monitoringText.pollutants[value] }))}
        />
      </div>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {monitoringText.computing}
        </div>
      ) : null}
      {shown.data === undefined ? null : <Pattern result={shown.data} part={part} />}
    </div>
  );
}

function Pattern({ result, part }: { readonly result: PatternResult; readonly part: PatternPart }): ReactElement {
  const { places, period, pollutant, notes } = result;
  const option = useCallback((fontFamily: string) => patternOption(result, part, fontFamily), [result, part]);
  const columns = useMemo(() => columnsOf(result, part), [result, part]);
  const counted = places.some(({ pattern }) => pattern[part].some(({ count }) => count > 0));
  if (!counted && part === 'hours' && places.some(({ pattern }) => pattern.days > 0))
    return <NoData title={words.noHoursTitle(period, pollutant)} hint={words.noHoursHint} />;
  if (!counted) return <NoData title={words.noDataTitle(period, pollutant)} hint={words.noDataHint} />;
  const names = places.map(({ name }) => name);
  return (
    <>
      <div className={`curves ${places.length > 2 ? 'curves-wide' : ''}`}>
        <DrawnPanel title={words.picture(names, pollutant, part, period)} label={words.label(pollutant, part)} option={option} />
        <DataTable<Row>
          title={words.table(pollutant, part)}
          columns={columns}
          rows={places[0]?.pattern[part] ?? []}
          rowKey={({ at }) => String(at)}
        />
      </div>
      <ul className="muted monitoring-guide">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

type Row = PatternResult['places'][number]['pattern']['hours'][number];

/** Two columns a place: the mean, and how many values it is the mean of. */
function columnsOf({ places }: PatternResult, part: PatternPart): readonly DataColumn<Row>[] {
  const several = places.length > 1;
  return [
    { key: 'at', title: patternText.first[part], text: ({ at }) => patternPointText(part, at), sortable: false, width: 84 },
    ...places.flatMap(({ placeId, name, pattern }): DataColumn<Row>[] => {
      const of = ({ at }: Row): Row | undefined => pattern[part].find((point) => point.at === at);
      return [
        { key: placeId, title: name, text: (row) => of(row)?.mean?.published ?? monitoringText.none, sortable: false, align: 'right' },
        {
          key: `${placeId} count`,
          title: several ? words.countOf(name) : words.count,
          text: (row) => String(of(row)?.count ?? 0),
          sortable: false,
          align: 'right',
        },
      ];
    }),
  ];
}
