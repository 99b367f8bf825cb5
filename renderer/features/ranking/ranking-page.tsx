import { PrinterOutlined } from '@ant-design/icons';
import { Button, Spin, Tabs, Tooltip } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { BesideRanking, RankingResult, RankingSchemeSummary } from '../../../shared/contract/ranking.ts';
import { dustOfRanking, dustText, otherDustText } from '../../../shared/text/dust-text.ts';
import { workWords } from '../../../shared/text/plan-words.ts';
import { rankedMemberSentences } from '../../../shared/text/ranking-member-text.ts';
import { pm25DecimalsText, recentText } from '../../../shared/text/ranking-set-text.ts';
import { schemeNumberText, standardsText } from '../../../shared/text/ranking-text.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { eventSentences, OTHER_VERSION, otherEventsOut } from '../../../shared/text/event-text.ts';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';
import { useRoute } from '../../work/routes.ts';
import { misnamed, UnknownNames } from '../../work/unknown-names.tsx';
import { useWork } from '../../work/work-context.tsx';
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
import { SchemeChoice } from './scheme-choice.tsx';
import { SetNotes } from './set-notes.tsx';
import { StreaksTab } from './streaks-tab.tsx';

const TABS = ['table', 'streaks'] as const;

/** 空气质量排名 of a period by a scheme, beside the period before. `#/ranking?period=2024-07&scheme=ranking-composite` */
export function RankingPage(): ReactElement {
  const { year } = useWork();
  const { params, go } = useRoute();
  const schemes = useCall('ranking.schemes', { year }, { keepPrevious: true });
  const scheme = schemes.data?.schemes.find(({ id }) => id === params['scheme']);
  const tab = TABS.find((name) => name === params['tab']) ?? 'table';
  const change = (changed: Readonly<Record<string, string>>): void => go('ranking', { ...params, ...changed });
  const asked = scheme === undefined ? {} : { scheme: scheme.id };
  return (
    <Page
      title={appText.pages.ranking}
      extra={
        <SchemeChoice
          schemes={schemes.data}
          chosen={scheme?.id ?? schemes.data?.schemes[0]?.id}
          onChoose={(id) => change({ scheme: id })}
        />
      }
    >
      <UnknownNames
        names={[
          misnamed('tab', params['tab'], TABS),
          misnamed('scheme', params['scheme'], schemes.data?.schemes.map(({ id }) => id) ?? null),
          misnamed('period', params['period'], [periodCode(year, chosenPeriod(params['period'], year))]),
        ]}
      />
      <Tabs
        activeKey={tab}
        onChange={(name) => change({ tab: name })}
        destroyOnHidden
        items={[
          {
            key: 'table',
            label: rankingPageText.tabs.table,
            children: (
              <RankingTab
                year={year}
                period={params['period']}
                scheme={scheme ?? schemes.data?.schemes[0]}
                asked={asked}
                onPeriod={(period) => change({ period })}
              />
            ),
          },
          { key: 'streaks', label: rankingPageText.tabs.streaks, children: <StreaksTab year={year} asked={asked} /> },
        ]}
      />
    </Page>
  );
}

interface RankingTabProps {
  readonly year: number;
  readonly period: string | undefined;
  readonly scheme: RankingSchemeSummary | undefined;
  readonly asked: { readonly scheme?: string };
  readonly onPeriod: (period: string) => void;
}

function RankingTab({ year, period: code, scheme, asked, onPeriod }: RankingTabProps): ReactElement {
  const { go } = useRoute();
  const chosen = chosenPeriod(code, year);
  const period = periodCode(year, chosen);
  const shown = useCall('ranking.show', { period, ...asked }, { keepPrevious: true });
  return (
    <>
      <div className="ranking-bar">
        <PeriodChooser chosen={chosen} onChoose={(next) => onPeriod(periodCode(year, next))} />
        {failedWith(shown.error, 'YEAR_NO_SCHEME') ? null : (
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => go('reports', { kind: 'ranking', period, ...asked })}>
            {rankingPageText.print}
          </Button>
        )}
      </div>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {rankingPageText.computing}
        </div>
      ) : null}
      {shown.data === undefined ? null : <Ranking shown={shown.data} leading={scheme?.leading} onReturns={() => go('returns')} />}
    </>
  );
}

interface RankingProps {
  readonly shown: MethodOutput<'ranking.show'>;
  readonly leading: RankingSchemeSummary['leading'] | undefined;
  readonly onReturns: () => void;
}

function Ranking({ shown: { current, previous, beside }, leading, onReturns }: RankingProps): ReactElement {
  const rows = useMemo(() => compareTowns(current, previous), [current, previous]);
  const groups = useMemo(() => [...new Set(current.rows.map(({ group }) => group))], [current]);
  const ranked = useMemo(
    () =>
      rows
        .filter(({ town }) => town.rank !== null || town.withheld === true)
        .toSorted(
          (one, other) =>
            groups.indexOf(one.town.group) - groups.indexOf(other.town.group) || (one.town.rank ?? 0) - (other.town.rank ?? 0),
        ),
    [groups, rows],
  );
  const towns = useMemo(() => ranked.map(({ town }) => town), [ranked]);
  const gaps = useMemo(() => current.rows.filter((town) => town.rank === null && town.withheld !== true), [current]);
  const period = periodText(current.period);
  return (
    <div className="ranking">
      <SchemeLine result={current} number={beside.schemeNumber} />
      {ranked.length === 0 ? (
        <EmptyState
          title={rankingPageText.nobody(period)}
          hint={rankingPageText.nobodyHint}
          actions={<Button onClick={onReturns}>{rankingPageText.goReturns}</Button>}
        />
      ) : (
        <>
          <p className="ranking-summary" role="status">
            <strong>{period}</strong>
            <span>{rankingPageText.summary(ranked.length, gaps.length)}</span>
            <span className="muted">
              {previous === null ? rankingPageText.noPrevious : rankingPageText.against(periodText(previous.period))}
            </span>
          </p>
          <SetNotes result={current} />
          <ChartPanel key={current.schemeId} period={current.period} towns={towns} unranked={gaps} leading={leading} />
          <RankedTable title={rankingPageText.tableTitle(period)} rows={ranked} compared={current.previousPeriod !== null} />
        </>
      )}
      {gaps.length === 0 ? null : <GapTable rows={gaps} />}
      <NotesPanel current={current} beside={beside} />
    </div>
  );
}

/** 排名办法说明: how it ranks, and what the figures rest on. */
function NotesPanel({ current, beside }: { readonly current: RankingResult; readonly beside: BesideRanking }): ReactElement {
  const { summary } = useWork();
  const recent = current.recent?.period ?? null;
  const told = { towns: workWords(summary).towns, lastYear: true, recent: recent === null ? null : periodText(recent) };
  return (
    <Panel title={rankingPageText.notes}>
      <ol className="ranking-notes">
        <li>{rankingPageText.method(current.method)}</li>
        {current.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {beside.pm25Decimals === null ? null : <li>{pm25DecimalsText(beside.pm25Decimals)}</li>}
        {rankedMemberSentences(beside.members, told).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{rankingPageText.standards(standardsText(current.standards))}</li>
        <li>{dustWords(current)}</li>
        {eventWords(current).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {current.recent === undefined ? null : (
          <li>{recentText(current.recent.period === null ? '' : periodText(current.recent.period), current.recent.known)}</li>
        )}
        {current.rejudged ? <li>{rankingPageText.rejudged}</li> : null}
      </ol>
    </Panel>
  );
}

/** Which scheme, in which version, and how it ranks. */
function SchemeLine({ result, number }: { readonly result: RankingResult; readonly number: number }): ReactElement {
  return (
    <p className="scheme-line">
      <strong>{result.schemeTitle}</strong>
      {result.demonstration ? (
        <Tooltip title={rankingPageText.demonstrationHint} trigger={['hover', 'focus']}>
          <button type="button" className="scheme-mark">
            <StateTag state="warning" text={rankingPageText.demonstration} />
          </button>
        </Tooltip>
      ) : null}
      {result.sample ? <StateTag state="warning" text={appText.sampleMark} /> : null}
      <span className="muted">{schemeNumberText(number)}</span>
      <span>{rankingPageText.method(result.method)}</span>
    </p>
  );
}

/** Which 例外事件 are taken out, and what stands beside. */
const eventWords = ({ events = [] }: RankingResult): string[] => [
  ...eventSentences(events, 0),
  ...(otherEventsOut(events) ? [OTHER_VERSION] : []),
];

/** How dust days enter, and what stands beside. */
function dustWords({ dust }: RankingResult): string {
  if (dust.days === 0) return rankingPageText.dustNone;
  const used = dustOfRanking(dust);
  return rankingPageText.dust(dust.days, dustText(used) || rankingPageText.dustKept, otherDustText(used));
}
