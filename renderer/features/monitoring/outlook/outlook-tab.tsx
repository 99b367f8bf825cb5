import { Spin } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { OutlookResult } from '../../../../shared/contract/monitoring-outlook.ts';
import { dateText } from '../../../../shared/text/report-text.ts';
import { outlookText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { failedWith } from '../../../client/failed-with.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import { SettingsBar } from '../evaluation/settings-bar.tsx';
import { useSettings } from '../evaluation/use-settings.ts';
import type { TabProps } from '../monitoring-types.ts';
import { NoData } from '../no-data.tsx';
import { SampleMark } from '../sample-mark.tsx';
import { today } from '../../../ui/today.ts';
import { DateChoice } from './date-choice.tsx';
import { OUTLOOK_COLUMNS } from './outlook-columns.tsx';
import { useWords } from '../../../work/use-words.ts';
import { outlookLines } from './outlook-words.ts';
import { TargetForm } from './target-form.tsx';
import { UsualPanel } from './usual-panel.tsx';
import { type ChosenTargets, useChosenTargets } from './use-chosen-targets.ts';

/** 倒排测算: what the days that remain must keep so that the year's targets are met. */
export function OutlookTab({ year, places, params, change }: TabProps): ReactElement {
  const asOf = asOfDay(
    year,
    params['asOf'],
    places.flatMap(({ to }) => to ?? []),
  );
  const judging = useSettings({ params, change }, `${year}-12-31`);
  const chosen = useChosenTargets(year, params);
  const asked = chosen.targets === null ? {} : { targets: chosen.targets };
  const shown = useCall(
    'monitoring.outlook',
    { year, asOf, settings: judging.asked, ...asked },
    { keepPrevious: true, enabled: places.some(({ days }) => days > 0) },
  );
  const without = failedWith(shown.error, 'OUTLOOK_NO_TARGETS');
  if (places.every(({ days }) => days === 0)) return <NoData title={monitoringText.noData(year)} hint={monitoringText.noDataHint} />;
  return (
    <div className="monitoring-tab">
      <div className="monitoring-bar">
        <DateChoice value={asOf} onChoose={(date) => change({ asOf: date })} />
        <SettingsBar settings={judging.settings} dustOfWork={judging.dustOfWork} parts={['standard', 'dust']} onChange={judging.choose} />
        {shown.data?.sample === true ? <SampleMark /> : null}
      </div>
      {without ? null : <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.isPending ? (
        <div role="status">
          <Spin /> {monitoringText.computing}
        </div>
      ) : null}
      {without || chosen.kind !== null ? <TargetForm year={year} chosen={chosen} missing={without} change={change} /> : null}
      {shown.data === undefined || without ? null : <Lines result={shown.data} chosen={chosen} />}
      {shown.data === undefined || without ? null : <UsualPanel year={year} asOf={asOf} settings={judging.asked} {...asked} />}
    </div>
  );
}

/** The day of the address if it lies in the year; else the last day with data; else today or the end of the year. */
function asOfDay(year: number, asked: string | undefined, ends: readonly string[]): string {
  if (asked !== undefined && /^\d{4}-\d\d-\d\d$/.test(asked) && asked.startsWith(String(year))) return asked;
  const last = ends.toSorted().at(-1) ?? today();
  return last.startsWith(String(year)) ? last : `${year}-12-31`;
}

function Lines({ result, chosen }: { readonly result: OutlookResult; readonly chosen: ChosenTargets }): ReactElement {
  const { whole } = useWords();
  const lines = useMemo(() => outlookLines(result.rows), [result]);
  const from =
    result.targetsFrom === 'plan'
      ? outlookText.targetsFrom.plan
      : chosen.kind === 'carry' && chosen.from !== null
        ? outlookText.targetsFrom.carried(chosen.from)
        : outlookText.targetsFrom.own;
  return (
    <>
      <DataTable
        title={outlookText.title(dateText(result.asOf))}
        columns={OUTLOOK_COLUMNS}
        rows={lines}
        rowKey={({ row, target }) => `${row.placeId} ${target.target.measure}`}
        emptyText={outlookText.none}
        extra={<span className="muted">{from}</span>}
      />
      <Panel title={monitoringText.notes}>
        <ol className="monitoring-notes">
          <li>{outlookText.asOfHint}</li>
          <li>{outlookText.districtOnly(whole)}</li>
          {result.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      </Panel>
    </>
  );
}
