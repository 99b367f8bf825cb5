import { Segmented } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { CausesResult } from '../../../../shared/contract/monitoring-causes.ts';
import { parsePeriod } from '../../../../shared/domain/air/period.ts';
import { causeLines, causesText } from '../../../../shared/text/causes-text.ts';
import { concentrationUnit, pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import { curvesText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { chosenPeriod, periodCode } from '../../ranking/index.ts';
import { SettingsBar } from '../evaluation/settings-bar.tsx';
import { useSettings } from '../evaluation/use-settings.ts';
import { placeOf, POLLUTANT_ORDER, type Pollutant, type TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { NotesPanel, PeriodFrame } from '../period-frame.tsx';
import { CAUSE_COLUMNS, cellColumns } from './causes-columns.tsx';

/** 归因: which towns and which months the change of a mean on last year comes from. */
export function CausesTab({ year, places, params, change }: TabProps): ReactElement {
  const place = places.find(({ placeId }) => placeId === params['place']) ?? places[0] ?? placeOf(places, undefined);
  const period = periodCode(year, chosenPeriod(params['period'], year));
  const pollutant = POLLUTANT_ORDER.find((one) => one === params['pollutant']) ?? 'pm25';
  const { asked, settings, choose, dustOfWork } = useSettings({ params, change }, parsePeriod(period)?.to ?? `${year}-12-31`);
  const shown = useCall(
    'monitoring.causes',
    { period, pollutant, place: place?.placeId, settings: asked },
    { enabled: place !== undefined, keepPrevious: true },
  );
  if (place === undefined) return <NoData title={monitoringText.noData(year)} hint={monitoringText.noDataHint} />;
  return (
    <PeriodFrame
      {...{ year, places, params, change, place, shown }}
      choices={<SettingsBar settings={settings} dustOfWork={dustOfWork} parts={['dust']} onChange={choose} />}
      below={
        <Segmented<Pollutant>
          aria-label={curvesText.measure}
          value={pollutant}
          onChange={(next) => change({ pollutant: next })}
          options={POLLUTANT_ORDER.map((value) => ({ value, label: pollutantSign(value) }))}
        />
      }
    >
      {shown.data === undefined ? null : <Shown result={shown.data} />}
    </PeriodFrame>
  );
}

function Shown({ result }: { readonly result: CausesResult }): ReactElement {
  const { name, pollutant, period, lastYear, byTown, causes, notes } = result;
  const lines = useMemo(() => (causes === null ? [] : causeLines(causes, byTown)), [causes, byTown]);
  const columns = useMemo(() => (causes === null ? [] : cellColumns(causes)), [causes]);
  if (causes === null) return <NoData title={causesText.page.noData(name, period)} hint={causesText.page.noDataHint} />;
  const unit = causesText.unit(concentrationUnit(pollutant));
  return (
    <>
      <DataTable
        title={causesText.heading(name, pollutantSign(pollutant), period, lastYear)}
        columns={CAUSE_COLUMNS}
        rows={lines}
        rowKey={({ key }) => key}
        filterText={unit}
        extra={<span className="muted">{unit}</span>}
      />
      <DataTable
        title={causesText.cellsTitle(name, byTown)}
        columns={columns}
        rows={causes.cells}
        rowKey={(row) => row.name}
        filterText={unit}
      />
      <NotesPanel notes={notes} />
    </>
  );
}
