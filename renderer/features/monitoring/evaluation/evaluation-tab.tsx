import { Segmented, Spin } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { EvaluationRow } from '../../../../shared/contract/monitoring.ts';
import { parsePeriod } from '../../../../shared/domain/air/period.ts';
import { withoutAreaValue } from '../../../../shared/text/area-text.ts';
import { periodText } from '../../../../shared/text/report-text.ts';
import { evaluationText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import { chosenPeriod, PeriodChooser, periodCode } from '../../ranking/index.ts';
import type { TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { SampleMark } from '../sample-mark.tsx';
import { DUST_COLUMNS, evaluationColumns, MIXED_COLUMNS } from './evaluation-columns.tsx';
import { EvaluationDrawer } from './evaluation-drawer.tsx';
import { COMPARE_MEASURES, type CompareMeasure, dustRows, standardRows } from './evaluation-words.ts';
import { SettingsBar } from './settings-bar.tsx';
import { useSettings } from './use-settings.ts';

/** 评价: every place over a period by HJ 663, beside the same period of the year before and the period before. */
export function EvaluationTab({ year, params, change }: TabProps): ReactElement {
  const chosen = chosenPeriod(params['period'], year);
  const period = periodCode(year, chosen);
  const { asked, settings, choose, dustOfWork } = useSettings({ params, change }, parsePeriod(period)?.to ?? `${year}-12-31`);
  const shown = useCall('monitoring.evaluate', { period, settings: asked }, { keepPrevious: true });
  return (
    <div className="monitoring-tab">
      <div className="monitoring-bar">
        <PeriodChooser chosen={chosen} onChoose={(next) => change({ period: periodCode(year, next) })} />
        <SettingsBar settings={settings} dustOfWork={dustOfWork} parts={['standard', 'dust', 'rounding']} onChange={choose} />
        {shown.data?.sample === true ? <SampleMark /> : null}
      </div>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {monitoringText.computing}
        </div>
      ) : null}
      {shown.data === undefined ? null : <Evaluated result={shown.data} open={params['detail']} onOpen={(detail) => change({ detail })} />}
    </div>
  );
}

interface EvaluatedProps {
  readonly result: MethodOutput<'monitoring.evaluate'>;
  /** Place whose details are open. */
  readonly open: string | undefined;
  readonly onOpen: (place: string | null) => void;
}

function Evaluated({ result, open, onOpen }: EvaluatedProps): ReactElement {
  const [measure, setMeasure] = useState<CompareMeasure>('pm25');
  const columns = useMemo(() => evaluationColumns(measure, result.rows), [measure, result.rows]);
  const period = periodText(result.period);
  const lacking = lackingStations(result.rows);
  if (result.rows.every(({ evaluation }) => evaluation.days.measured === 0))
    return lacking.length > 0 ? (
      <NoData title={withoutAreaValue(lacking)} hint={monitoringText.fewStationsHint} />
    ) : (
      <NoData title={evaluationText.noData(period)} hint={monitoringText.noDataHint} />
    );
  const opened = result.rows.find((row) => row.placeId === open);
  const compare = (
    <Segmented<CompareMeasure>
      size="small"
      aria-label={evaluationText.compare}
      value={measure}
      onChange={setMeasure}
      options={COMPARE_MEASURES.map((value) => ({ value, label: evaluationText.measures[value] }))}
    />
  );
  return (
    <>
      <div className="evaluation-table">
        <DataTable<EvaluationRow>
          title={evaluationText.table(period)}
          columns={columns}
          rows={result.rows}
          rowKey={({ placeId }) => placeId}
          extra={
            <>
              <span className="muted">{evaluationText.compare}</span>
              {compare}
            </>
          }
          onRowActivate={({ placeId }) => onOpen(placeId)}
          selectedKey={open ?? null}
        />
      </div>
      {lacking.length === 0 ? null : <p className="change-worse">{withoutAreaValue(lacking)}</p>}
      <p className="muted">{evaluationText.units}</p>
      <Beside rows={result.rows} />
      {result.notes.length === 0 ? null : (
        <Panel title={monitoringText.notes}>
          <ol className="monitoring-notes">
            {result.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ol>
        </Panel>
      )}
      {opened === undefined ? null : <EvaluationDrawer row={opened} period={period} onClose={() => onOpen(null)} />}
    </>
  );
}

/** Stations have values, but on no day enough of them for a value of the area. */
const lackingStations = (rows: readonly EvaluationRow[]): readonly string[] =>
  rows.flatMap(({ name, evaluation, members }) => (evaluation.days.measured === 0 && members.shortDays > 0 ? [name] : []));

/** Both standards of a mixed period, and both versions where there was dust. */
function Beside({ rows }: { readonly rows: readonly EvaluationRow[] }): ReactElement {
  const mixed = useMemo(() => standardRows(rows), [rows]);
  const dust = useMemo(() => dustRows(rows), [rows]);
  return (
    <>
      {mixed.length === 0 ? null : (
        <DataTable
          title={evaluationText.mixedTable}
          columns={MIXED_COLUMNS}
          rows={mixed}
          rowKey={({ row, alternative }) => `${row.placeId} ${alternative.standard}`}
        />
      )}
      {dust.length === 0 ? null : (
        <DataTable
          title={evaluationText.dustTable}
          columns={DUST_COLUMNS}
          rows={dust}
          rowKey={({ row, version }) => `${row.placeId} ${version}`}
        />
      )}
    </>
  );
}
