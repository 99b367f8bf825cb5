import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import { Input, Spin, Tabs } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { measureOf, rowsOfStatements } from '../../../shared/domain/plan/statements.ts';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { partName, planText } from '../../../shared/text/ui/plan-text.ts';
import { useRoute } from '../../work/routes.ts';
import { useWork } from '../../work/work-context.tsx';
import { useCall } from '../../client/context.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { Annex1 } from './annex1.tsx';
import { Annex2 } from './annex2.tsx';
import { Annex3 } from './annex3.tsx';
import { Articles } from './articles.tsx';
import { BodyTargets } from './body-targets.tsx';
import { Conflicts, displaces } from './conflicts.tsx';
import { PLAN_TABS, type PlanTab, searchPlan } from './search.ts';
import { SearchResults } from './search-results.tsx';
import './plan.css';

/** 方案与目标: the plan as it was issued, and where it contradicts itself. `#/plan?tab=conflicts` opens one part. */
export function PlanPage(): ReactElement {
  const { year } = useWork();
  const plan = useCall('plan.show', {});
  const conflicts = useCall('plan.conflicts', { year });
  const [query, setQuery] = useState('');
  const document = plan.data?.plan.document;
  return (
    <Page
      title={appText.pages.plan}
      {...(document === undefined ? {} : { hint: `${document.title}　${planText.hint(document.number, document.datePrinted)}` })}
      extra={<SearchInput query={query} onQuery={setQuery} />}
    >
      <FailureAlert
        failure={plan.error ?? conflicts.error}
        onRetry={() => {
          void plan.refetch();
          void conflicts.refetch();
        }}
      />
      {plan.isPending ? (
        <div role="status">
          <Spin /> {appText.loading}
        </div>
      ) : null}
      {plan.data === undefined ? null : (
        <Parts plan={plan.data.plan} conflicts={conflicts.data ?? null} query={query.trim()} onFound={() => setQuery('')} />
      )}
    </Page>
  );
}

/** Finds while one types, so there is no button to press. */
function SearchInput({ query, onQuery }: { readonly query: string; readonly onQuery: (query: string) => void }): ReactElement {
  return (
    <Input
      className="plan-search"
      aria-label={planText.search}
      placeholder={planText.searchPlaceholder}
      prefix={<SearchOutlined aria-hidden="true" />}
      allowClear={{ clearIcon: <CloseCircleFilled aria-label={planText.searchClear} /> }}
      value={query}
      onChange={(event) => onQuery(event.target.value)}
    />
  );
}

interface PartsProps {
  readonly plan: Plan;
  readonly conflicts: MethodOutput<'plan.conflicts'> | null;
  readonly query: string;
  readonly onFound: () => void;
}

function Parts({ plan, conflicts, query, onFound }: PartsProps): ReactElement {
  const { params, go } = useRoute();
  const { year } = useWork();
  const found = useMemo(() => (query === '' ? null : searchPlan(plan, conflicts?.conflicts ?? [], query)), [plan, conflicts, query]);
  const open = (tab: PlanTab, at?: string): void => go('plan', at === undefined ? { tab } : { tab, at });
  if (found !== null)
    return (
      <SearchResults
        plan={plan}
        found={found}
        query={query}
        onOpen={(tab, at) => {
          onFound();
          open(tab, at);
        }}
      />
    );

  const tab = PLAN_TABS.find((name) => name === params['tab']) ?? 'annex1';
  const at = params['at'] ?? null;
  const marks = conflictMarks(plan, conflicts);
  const shared = { plan, at, marks, onConflict: (subject: string) => open('conflicts', subject) };
  const content: Readonly<Record<PlanTab, ReactElement>> = {
    annex1: <Annex1 {...shared} year={year} />,
    annex2: <Annex2 {...shared} />,
    annex3: <Annex3 {...shared} />,
    articles: <Articles plan={plan} at={at} />,
    body: <BodyTargets plan={plan} />,
    conflicts: <Conflicts plan={plan} conflicts={conflicts} at={at} />,
  };
  const counts: Readonly<Record<PlanTab, number>> = {
    annex1: plan.annex1.rows.length,
    annex2: plan.annex2?.tasks.length ?? 0,
    annex3: plan.annex3?.items.length ?? 0,
    articles: plan.articles.length,
    body: plan.bodyTargets.length,
    conflicts: conflicts?.conflicts.length ?? 0,
  };
  const displaced = conflicts?.conflicts.filter(displaces).length ?? 0;
  return (
    <Tabs
      activeKey={tab}
      onChange={(name) => open(PLAN_TABS.find((known) => known === name) ?? 'annex1')}
      destroyOnHidden
      items={PLAN_TABS.map((name) => ({
        key: name,
        label:
          name === 'conflicts'
            ? planText.conflictsCount(counts.conflicts, displaced)
            : planText.tabCount(partName(name, plan), counts[name]),
        children: name === tab ? content[name] : null,
      }))}
    />
  );
}

/** Row id of an annex → the subject of the contradiction it takes part in. */
function conflictMarks(plan: Plan, conflicts: MethodOutput<'plan.conflicts'> | null): ReadonlyMap<string, string> {
  const rows = rowsOfStatements(plan);
  const pairs = (conflicts?.conflicts ?? [])
    .filter((conflict) => conflict.grade === 'numbers')
    .flatMap((conflict) =>
      conflict.differences.flatMap((difference) =>
        difference.statements.map((statement) => [rows.get(measureOf(statement)) ?? statement, conflict.id] as const),
      ),
    );
  return new Map(pairs);
}
