import { type ComponentType, type ReactElement, useEffect, useRef } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { AssessmentPage } from '../features/assessment/index.ts';
import { FindingsPage } from '../features/findings/index.ts';
import { LogPage } from '../features/log/index.ts';
import { MonitoringPage } from '../features/monitoring/index.ts';
import { RankingPage } from '../features/ranking/index.ts';
import { SettingsPage } from '../features/settings/index.ts';
import { ReportsPage } from '../features/reports/index.ts';
import { ReturnsPage } from '../features/returns/index.ts';
import { SchemesPage } from '../features/schemes/index.ts';
import { UnitPage } from '../features/unit/index.ts';
import { WorkbenchPage } from '../features/workbench/index.ts';
import { YearLine, YearPage } from '../features/years/index.ts';
import { isUnknown, OF_ANY_YEAR, type PageName } from '../work/address.ts';
import { useYearInAddress } from '../work/routes.ts';
import { TableOrigin } from '../work/table-origin.tsx';
import { useAddress } from '../work/use-address.ts';
import { useWork } from '../work/work-context.tsx';
import { isOpened } from '../work/years.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Header } from './header.tsx';
import { entryOf, Navigation } from './navigation.tsx';
import { NotOpen, OutsidePlan, UnknownPage, UnknownYear } from './no-page.tsx';

/** Header, navigation on the left, the page. */
export function Frame({ onSwitchWork }: { readonly onSwitchWork: () => void }): ReactElement {
  useYearInAddress();
  const address = useAddress();
  const { summary, year } = useWork();
  const page = isUnknown(address) ? null : address.page;
  const entry = page === null ? null : entryOf(page);
  const main = useRef<HTMLElement | null>(null);
  // In braces: scrolling gives a promise in newer Chromium, which React would take for the effect's end.
  useEffect(() => {
    void main.current?.scrollTo(0, 0);
  }, [page]);
  return (
    <div className="frame">
      <Header onSwitchWork={onSwitchWork} onSkip={() => main.current?.focus()} />
      <div className="frame-lines">
        {summary.readOnly ? <p className="frame-line">{appText.readOnlyHint}</p> : null}
        <YearLine key={year} />
      </div>
      <Navigation page={page} />
      <main id="content" ref={main} className="content" tabIndex={-1}>
        {/* A page that failed must not take the next page with it, nor one year's state the next year's. */}
        <ErrorBoundary landmark="section" key={`${entry} ${year}`}>
          <TableOrigin>
            <Place />
          </TableOrigin>
        </ErrorBoundary>
      </main>
    </div>
  );
}

/** The page of the address, or what there is instead of it. */
function Place(): ReactElement {
  const address = useAddress();
  const { state, unknownYear } = useWork();
  if (unknownYear !== null) return <UnknownYear year={unknownYear} />;
  if (isUnknown(address)) return <UnknownPage name={address.name} />;
  const { page } = address;
  if (state === null && !OF_ANY_YEAR.has(page)) return <OutsidePlan />;
  if (OF_OPEN_YEARS.has(page) && state !== null && !isOpened(state)) return <NotOpen page={page} />;
  const Content = PAGE_COMPONENTS[page];
  return <Content />;
}

/** Pages that have nothing to show before the year is open. */
const OF_OPEN_YEARS: ReadonlySet<PageName> = new Set<PageName>(['workbench', 'returns', 'unit', 'findings', 'assessment', 'reports']);

const PAGE_COMPONENTS: Readonly<Record<PageName, ComponentType>> = {
  workbench: WorkbenchPage,
  year: YearPage,
  targets: YearPage,
  consents: YearPage,
  compare: YearPage,
  conflicts: YearPage,
  plan: YearPage,
  schemes: SchemesPage,
  returns: ReturnsPage,
  unit: UnitPage,
  findings: FindingsPage,
  monitoring: MonitoringPage,
  assessment: AssessmentPage,
  ranking: RankingPage,
  reports: ReportsPage,
  log: LogPage,
  settings: SettingsPage,
};
