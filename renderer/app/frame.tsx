import {
  AreaChartOutlined,
  AuditOutlined,
  BarChartOutlined,
  CloudOutlined,
  DashboardOutlined,
  FileTextOutlined,
  InboxOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type ComponentType, type ReactElement, useEffect, useRef } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { useCall } from '../client/context.tsx';
import { AssessmentPage } from '../features/assessment/index.ts';
import { MonitoringPage } from '../features/monitoring/index.ts';
import { PlanPage } from '../features/plan/index.ts';
import { RankingPage } from '../features/ranking/index.ts';
import { ReportsPage } from '../features/reports/index.ts';
import { leaveReturns, ReturnsPage } from '../features/returns/index.ts';
import { WorkbenchPage } from '../features/workbench/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { type PageName, PAGES, routeHash, useKnownAddress, useRoute } from '../work/routes.ts';
import { useWork } from '../work/work-context.tsx';

/** Header, navigation on the left, the page. */
export function Frame({ onSwitchWork }: { readonly onSwitchWork: () => void }): ReactElement {
  useKnownAddress();
  const { page } = useRoute();
  const { year } = useWork();
  const Content = PAGE_COMPONENTS[page];
  const main = useRef<HTMLElement | null>(null);
  // In braces: scrolling gives a promise in newer Chromium, which React would take for the effect's end.
  useEffect(() => {
    void main.current?.scrollTo(0, 0);
  }, [page]);
  return (
    <div className="frame">
      <Header onSwitchWork={onSwitchWork} onSkip={() => main.current?.focus()} />
      <Navigation page={page} />
      <main id="content" ref={main} className="content" tabIndex={-1}>
        {/* A page that failed must not take the next page with it, nor one year's state the next year's. */}
        <ErrorBoundary landmark="section" key={`${page} ${year}`}>
          <Content />
        </ErrorBoundary>
      </main>
    </div>
  );
}

const PAGE_COMPONENTS: Readonly<Record<PageName, ComponentType>> = {
  workbench: WorkbenchPage,
  plan: PlanPage,
  returns: ReturnsPage,
  monitoring: MonitoringPage,
  assessment: AssessmentPage,
  ranking: RankingPage,
  reports: ReportsPage,
};

const PAGE_ICONS: Readonly<Record<PageName, ComponentType<{ 'aria-hidden': 'true' }>>> = {
  workbench: DashboardOutlined,
  plan: FileTextOutlined,
  returns: InboxOutlined,
  monitoring: CloudOutlined,
  assessment: AuditOutlined,
  ranking: BarChartOutlined,
  reports: AreaChartOutlined,
};

function Navigation({ page }: { readonly page: PageName }): ReactElement {
  return (
    <nav className="navigation" aria-label={appText.navigation}>
      <ul>
        {PAGES.map((name) => {
          const Icon = PAGE_ICONS[name];
          return (
            <li key={name}>
              <a href={routeHash(name)} {...(name === page ? { 'aria-current': 'page' as const } : {})}>
                <Icon aria-hidden="true" />
                <span>{appText.pages[name]}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface HeaderProps {
  readonly onSwitchWork: () => void;
  readonly onSkip: () => void;
}

function Header({ onSwitchWork, onSkip }: HeaderProps): ReactElement {
  const { page } = useRoute();
  const { summary, year, years, setYear } = useWork();
  const status = useCall('returns.status', { year });
  const monitored = useCall('monitoring.places', { year });
  const sample =
    (status.data?.units.some((unit) => unit.sample) ?? false) || (monitored.data?.places.some((place) => place.sample) ?? false);
  return (
    <header className="header">
      {/* The address behind # belongs to the pages, so the skip link moves the focus itself. */}
      <a
        className="skip-link"
        href={routeHash(page)}
        onClick={(event) => {
          event.preventDefault();
          onSkip();
        }}
      >
        {appText.skipToContent}
      </a>
      <span className="brand">{appText.product}</span>
      <span className="work-name" title={`${summary.title} ${summary.documentNumber}`}>
        <span className="work-title">{summary.title}</span>
        <span className="work-file">{summary.name}</span>
      </span>
      {summary.readOnly ? (
        <span className="sample-mark" title={appText.readOnlyHint}>
          {appText.readOnlyMark}
        </span>
      ) : null}
      {sample ? (
        <span className="sample-mark" title={appText.sampleHint}>
          {appText.sampleMark}
        </span>
      ) : null}
      <span className="header-tools">
        <label htmlFor="year">{appText.year}</label>
        <Select
          id="year"
          size="small"
          value={year}
          onChange={(value) => leaveReturns(() => setYear(value))}
          options={years.map((value) => ({ value, label: appText.yearOption(value) }))}
          popupMatchSelectWidth={false}
        />
        <Button size="small" icon={<SwapOutlined aria-hidden="true" />} onClick={() => leaveReturns(onSwitchWork)}>
          {appText.switchWork}
        </Button>
      </span>
    </header>
  );
}
