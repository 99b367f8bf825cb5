import { Tabs } from 'antd';
import type { ComponentType, ReactElement } from 'react';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { yearsText } from '../../../shared/text/ui/years-text.ts';
import { useCall } from '../../client/context.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { countsOf, useConsents } from '../../work/consents.tsx';
import { namedIn, useRoute } from '../../work/routes.ts';
import { useWork } from '../../work/work-context.tsx';
import { isOpened } from '../../work/years.ts';
import { ConflictsTab, PlanTab } from '../plan/index.ts';
import { CompareTab } from './compare/compare-tab.tsx';
import { ConsentsTab } from './consents/consents-tab.tsx';
import { HeldYear } from './held/held-year.tsx';
import { OpeningForm } from './opening/opening-form.tsx';
import { useYearView } from './parts/use-year.ts';
import { Waiting } from './parts/waiting.tsx';
import { TargetsTab } from './targets/targets-tab.tsx';
import './years.css';

const TABS = ['year', 'targets', 'consents', 'compare', 'conflicts', 'plan'] as const;
type TabName = (typeof TABS)[number];

/** 年度与目标: what is assessed in the year, and by which paper. Each part is a page with an address of its own. */
export function YearPage(): ReactElement {
  const { page, go } = useRoute();
  const { year } = useWork();
  const tab = namedIn<TabName>(TABS, page, 'year') ?? 'year';
  const conflicts = useCall('plan.conflicts', { year });
  const consents = useConsents();
  const counts: Partial<Record<TabName, number>> = {
    conflicts: conflicts.data?.conflicts.length ?? 0,
    consents: countsOf(consents.data?.rows ?? []).waiting,
  };
  const Content = CONTENTS[tab];
  return (
    <Page title={appText.pages.year} hint={<Facts />}>
      <Tabs
        activeKey={tab}
        onChange={(name) => go(TABS.find((known) => known === name) ?? 'year')}
        destroyOnHidden
        items={TABS.map((name) => ({
          key: name,
          label: yearsText.tabCount(yearsText.tabs[name], counts[name] ?? 0),
          children: name === tab ? <Content /> : null,
        }))}
      />
    </Page>
  );
}

/** One line: by which paper, how much of it. */
function Facts(): ReactElement {
  const { year } = useWork();
  const view = useYearView();
  const plan = useCall('plan.show', { year });
  if (view.data === undefined || plan.data === undefined) return <>{yearsText.reload}</>;
  const { targets, list, units } = view.data;
  const reporting = units.reduce((sum, { names }) => sum + names.length, 0);
  return <>{yearsText.facts(plan.data.plan.document.number, targets.length, list?.items ?? 0, reporting)}</>;
}

/** 年度: to be opened, or as it holds. */
function YearTab(): ReactElement {
  const { state } = useWork();
  const view = useYearView();
  if (!isOpened(state)) return <OpeningForm />;
  if (view.isError) return <FailureAlert failure={view.error} onRetry={() => void view.refetch()} />;
  return view.data === undefined ? <Waiting /> : <HeldYear view={view.data} />;
}

const CONTENTS: Readonly<Record<TabName, ComponentType>> = {
  year: YearTab,
  targets: TargetsTab,
  consents: ConsentsTab,
  compare: CompareTab,
  conflicts: ConflictsTab,
  plan: PlanTab,
};
