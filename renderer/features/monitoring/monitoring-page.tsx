import { Spin, Tabs } from 'antd';
import { type ComponentType, type ReactElement, useCallback } from 'react';
import { monitoringText } from '../../../shared/text/ui/monitoring-text.ts';
import { LockLine, useLock } from '../../work/lock.tsx';
import { useRoute } from '../../work/routes.ts';
import { misnamed, UnknownNames } from '../../work/unknown-names.tsx';
import { useWork } from '../../work/work-context.tsx';
import { useCall, useHost } from '../../client/context.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { usePageDrop } from '../../ui/use-page-drop.ts';
import { CalendarTab } from './calendar/calendar-tab.tsx';
import { CausesTab } from './causes/causes-tab.tsx';
import { CurvesTab } from './curves/curves-tab.tsx';
import { EvaluationTab } from './evaluation/evaluation-tab.tsx';
import { EventsTab } from './events/events-tab.tsx';
import { FilesTab } from './files/files-tab.tsx';
import { ForecastTab } from './forecast/forecast-tab.tsx';
import { ImportTab } from './importing/import-tab.tsx';
import { useMonitoringImport } from './importing/use-monitoring-import.ts';
import './monitoring.css';
import type { TabProps } from './monitoring-types.ts';
import { OutlookTab } from './outlook/outlook-tab.tsx';
import { StatisticsTab } from './statistics/statistics-tab.tsx';
import { PatternTab } from './pattern/pattern-tab.tsx';
import { TrendTab } from './trend/trend-tab.tsx';
import { StationsTab } from './stations/stations-tab.tsx';

const TABS = [
  'calendar',
  'curves',
  'evaluation',
  'causes',
  'statistics',
  'trend',
  'pattern',
  'outlook',
  'forecast',
  'events',
  'stations',
  'files',
  'import',
] as const;
type TabName = (typeof TABS)[number];

/** 监测数据: what was measured, and what the standards make of it. The open tab and its choices stand in the address. */
export function MonitoringPage(): ReactElement {
  const { params, go } = useRoute();
  const { year } = useWork();
  const { files } = useHost();
  const shown = useCall('monitoring.places', { year }, { keepPrevious: true });
  const { session, receive, state } = useMonitoringImport();
  // Data of the air belong to no year: a signed one keeps its run, whatever comes in.
  const readOnly = useLock() === 'readOnly';
  const tab = TABS.find((name) => name === params['tab']) ?? 'calendar';
  const change = useCallback(
    (changed: Readonly<Record<string, string | null>>) => {
      const kept = Object.entries({ ...params, ...changed }).filter((entry): entry is [string, string] => entry[1] !== null);
      go('monitoring', Object.fromEntries(kept));
    },
    [go, params],
  );
  const dragging = usePageDrop(
    useCallback(
      (transfer: DataTransfer) => {
        if (!readOnly) receive(() => files.dropped(transfer));
        go('monitoring', { tab: 'import' });
      },
      [files, go, readOnly, receive],
    ),
  );
  const places = shown.data?.places;
  const content = (name: TabName): ReactElement => {
    if (name === 'import' && readOnly) return <LockLine />;
    if (name === 'import')
      return <ImportTab session={session} state={state} receive={receive} dragging={dragging} onDone={() => change({ tab: 'calendar' })} />;
    if (places === undefined)
      return shown.isError ? (
        <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      ) : (
        <div role="status">
          <Spin /> {monitoringText.loading}
        </div>
      );
    const Tab = TAB_COMPONENTS[name];
    return <Tab year={year} places={places} params={params} change={change} />;
  };
  return (
    <Page title={monitoringText.title} hint={monitoringText.hint}>
      <UnknownNames names={[misnamed('tab', params['tab'], TABS)]} />
      <Tabs
        className="monitoring-tabs"
        activeKey={tab}
        onChange={(name) => change({ tab: name, date: null, event: null })}
        items={TABS.map((name) => ({ key: name, label: monitoringText.tabs[name], children: content(name) }))}
        destroyOnHidden
      />
    </Page>
  );
}

const TAB_COMPONENTS: Readonly<Record<Exclude<TabName, 'import'>, ComponentType<TabProps>>> = {
  calendar: CalendarTab,
  curves: CurvesTab,
  evaluation: EvaluationTab,
  causes: CausesTab,
  statistics: StatisticsTab,
  trend: TrendTab,
  pattern: PatternTab,
  outlook: OutlookTab,
  forecast: ForecastTab,
  events: EventsTab,
  stations: StationsTab,
  files: FilesTab,
};
