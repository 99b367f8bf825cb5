import { Button, Skeleton, Tabs } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { UnitStatus } from '../../../shared/contract/returns.ts';
import type { AnsweredFinding, VersionRow } from '../../../shared/contract/versions.ts';
import { unitPageText as text } from '../../../shared/text/ui/unit-page-text.ts';
import { useCall } from '../../client/context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { LockLine } from '../../work/lock.tsx';
import { useRoute } from '../../work/routes.ts';
import { useWork } from '../../work/work-context.tsx';
import { FindingsDesk } from '../findings/index.ts';
import { UnitHead } from './unit-head.tsx';
import { ValuesTab } from './values-tab.tsx';
import { VersionsTab } from './versions-tab.tsx';
import './unit.css';

const TABS = ['findings', 'values', 'versions'] as const;
type TabName = (typeof TABS)[number];

/** One unit's year at an address of its own (unit/dept-x): its findings, its values, the versions it has sent. */
export function UnitPage(): ReactElement {
  const { year } = useWork();
  const { part, href } = useRoute();
  const status = useCall('returns.status', { year });
  if (status.isError) return <FailureAlert failure={status.error} onRetry={() => void status.refetch()} />;
  const unit = status.data?.units.find(({ unitId }) => unitId === part);
  return (
    <Page title={unit?.name ?? text.title} {...(unit === undefined ? {} : { hint: unit.kindName, extra: <Doors unit={unit} /> })}>
      {status.data === undefined ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : unit === undefined ? (
        <EmptyState title={text.unknown(part)} actions={<Button href={href('returns', { tab: 'status' })}>{text.back}</Button>} />
      ) : (
        <Unit key={unit.unitId} unit={unit} />
      )}
    </Page>
  );
}

/** Where else the unit is spoken of. */
function Doors({ unit }: { readonly unit: UnitStatus }): ReactElement {
  const { href } = useRoute();
  const { year } = useWork();
  const places = useCall('monitoring.places', { year });
  const isWatched = places.data?.places.some(({ placeId }) => placeId === unit.unitId) === true;
  return (
    <>
      <Button href={href('log', { unit: unit.name })}>{text.toLog}</Button>
      <Button href={href('assessment', { unit: unit.unitId })}>{text.toScore}</Button>
      {isWatched ? <Button href={href('monitoring', { place: unit.unitId })}>{text.toAir}</Button> : null}
    </>
  );
}

function Unit({ unit }: { readonly unit: UnitStatus }): ReactElement {
  const { year } = useWork();
  const { params, part, go } = useRoute();
  const versions = useCall('returns.versions', { year, unit: unit.unitId });
  const findings = useCall('returns.findings', { year });
  const failed = versions.error ?? findings.error;
  if (failed !== null) return <FailureAlert failure={failed} onRetry={() => void versions.refetch()} />;
  const rows = versions.data?.versions;
  if (rows !== undefined && rows.length === 0)
    return (
      <>
        <UnitHead unit={unit} />
        <NothingSent unit={unit} />
      </>
    );
  const own = findings.data?.findings.filter(({ unitId }) => unitId === unit.unitId);
  const open = own?.filter(({ state }) => state === 'open').length ?? 0;
  const tab = TABS.find((name) => name === params['tab']) ?? firstTab(open, rows);
  const content: Readonly<Record<TabName, () => ReactNode>> = {
    findings: () => <FindingsTab all={findings.data?.findings ?? []} own={own} />,
    values: () => <ValuesTab findings={own ?? []} counting={rows?.find((row) => row.counts) ?? null} loading={rows === undefined} />,
    versions: () => <VersionsTab unit={unit} rows={rows ?? []} loading={rows === undefined} />,
  };
  const counts: Readonly<Record<TabName, number | null>> = { findings: open, values: null, versions: rows?.length ?? null };
  return (
    <>
      <LockLine />
      <UnitHead unit={unit} />
      <Tabs
        activeKey={tab}
        onChange={(name) => go('unit', { tab: name }, part ?? '')}
        items={TABS.map((name) => ({ key: name, label: labelOf(name, counts[name]), children: name === tab ? content[name]() : null }))}
        destroyOnHidden
      />
    </>
  );
}

const labelOf = (name: TabName, count: number | null): string => (count === null ? text.tabs[name] : text.tabCount(text.tabs[name], count));

interface FindingsTabProps {
  readonly all: readonly AnsweredFinding[];
  /** Of the unit; absent while they are read. */
  readonly own: readonly AnsweredFinding[] | undefined;
}

function FindingsTab({ all, own }: FindingsTabProps): ReactElement {
  return own?.length === 0 ? (
    <EmptyState title={text.noFindings} />
  ) : (
    <FindingsDesk all={all} shown={own ?? []} loading={own === undefined} />
  );
}

/** What is open comes first. */
function firstTab(open: number, rows: readonly VersionRow[] | undefined): TabName {
  if (rows !== undefined && !rows.some((row) => row.counts)) return 'versions';
  return open > 0 ? 'findings' : 'values';
}

function NothingSent({ unit }: { readonly unit: UnitStatus }): ReactElement {
  const { href } = useRoute();
  return (
    <EmptyState
      title={text.noVersion}
      hint={text.noVersionHint}
      actions={
        <>
          <Button type="primary" href={href('returns', { tab: 'import' })}>
            {text.toImport}
          </Button>
          <Button href={href('returns', { tab: 'templates', unit: unit.unitId })}>{text.toTemplates}</Button>
        </>
      }
    />
  );
}
