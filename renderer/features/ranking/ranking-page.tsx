import { PrinterOutlined } from '@ant-design/icons';
import { Button, Spin, Tooltip } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { RankingResult } from '../../../shared/contract/ranking.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';
import { useRoute } from '../../app/routes.ts';
import { useWork } from '../../app/work-context.tsx';
import { useCall } from '../../client/context.tsx';
import { failedWith } from '../../client/failed-with.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { compareTowns } from './changes.ts';
import { ChartPanel } from './chart-panel.tsx';
import { chosenPeriod, periodCode } from './period.ts';
import { PeriodChooser } from './period-chooser.tsx';
import { GapTable, RankedTable } from './ranking-tables.tsx';
import './ranking.css';

/** 镇街排名 of a month, the year to date or the year, beside the period before. `#/ranking?period=2024-07` */
export function RankingPage(): ReactElement {
  const { year } = useWork();
  const { params, go } = useRoute();
  const chosen = chosenPeriod(params['period'], year);
  const period = periodCode(year, chosen);
  const shown = useCall('ranking.show', { period }, { keepPrevious: true });
  return (
    <Page
      title={appText.pages.ranking}
      hint={shown.data === undefined ? null : <SchemeLine result={shown.data.current} />}
      extra={
        <>
          <PeriodChooser chosen={chosen} onChoose={(next) => go('ranking', { period: periodCode(year, next) })} />
          {failedWith(shown.error, 'YEAR_NO_SCHEME') ? null : <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => go('reports', { kind: 'ranking', period })}>{rankingPageText.print}</Button>}
        </>
      }
    >
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? <div role="status"><Spin /> {rankingPageText.computing}</div> : null}
      {shown.data === undefined ? null : <Ranking shown={shown.data} onReturns={() => go('returns')} />}
    </Page>
  );
}

function Ranking({ shown: { current, previous }, onReturns }: { readonly shown: MethodOutput<'ranking.show'>; readonly onReturns: () => void }): ReactElement {
  const rows = useMemo(() => compareTowns(current, previous), [current, previous]);
  const ranked = useMemo(() => rows.filter(({ town }) => town.rank !== null).toSorted((one, other) => (one.town.rank ?? 0) - (other.town.rank ?? 0)), [rows]);
  const towns = useMemo(() => ranked.map(({ town }) => town), [ranked]);
  const gaps = current.rows.filter((town) => town.rank === null);
  const period = periodText(current.period);
  return (
    <div className="ranking">
      {ranked.length === 0 ? (
        <EmptyState title={rankingPageText.nobody(period)} hint={rankingPageText.nobodyHint} actions={<Button onClick={onReturns}>{rankingPageText.goReturns}</Button>} />
      ) : (
        <>
          <p className="ranking-summary" role="status">
            <strong>{period}</strong>
            <span>{rankingPageText.summary(ranked.length, gaps.length)}</span>
            <span className="muted">{previous === null ? rankingPageText.noPrevious : rankingPageText.against(periodText(previous.period))}</span>
          </p>
          <ChartPanel period={current.period} towns={towns} />
          <RankedTable title={rankingPageText.tableTitle(period)} rows={ranked} compared={previous !== null} />
        </>
      )}
      {gaps.length === 0 ? null : <GapTable rows={gaps} />}
      <Panel title={rankingPageText.notes}>
        <ol className="ranking-notes">
          {current.notes.map((note) => <li key={note}>{note}</li>)}
          {current.standards.length === 0 ? null : <li>{rankingPageText.standards(current.standards.join('、'))}</li>}
        </ol>
      </Panel>
    </div>
  );
}

function SchemeLine({ result }: { readonly result: RankingResult }): ReactElement {
  return (
    <span className="scheme-line">
      {result.schemeTitle}
      {result.demonstration ? <Tooltip title={rankingPageText.demonstrationHint} trigger={['hover', 'focus']}><button type="button" className="scheme-mark"><StateTag state="warning" text={rankingPageText.demonstration} /></button></Tooltip> : null}
    </span>
  );
}
