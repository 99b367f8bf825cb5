import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { RunSummary } from '../../../../shared/contract/runs.ts';
import { runsText } from '../../../../shared/text/ui/score-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useRoute } from '../../../work/routes.ts';
import { useWork } from '../../../work/work-context.tsx';
import { Waiting } from '../waiting.tsx';
import { actorText, periodOf, timeText } from './run-words.ts';
import { RunView } from './run-view.tsx';

/** 试算记录: what was stored, by whom; a row leads to its result. */
export function RunsTab(): ReactElement {
  const { params, go } = useRoute();
  const run = params['run'];
  return run === undefined ? <RunList /> : <RunView key={run} run={run} onBack={() => go('assessment', { tab: 'runs' })} />;
}

function RunList(): ReactElement {
  const { go } = useRoute();
  const listed = useCall('run.list', {});
  const schemes = useCall('schemes.list', {});
  const titles = new Map(schemes.data?.schemes.map(({ id, title }) => [id, title]));
  const runs = listed.data?.runs ?? [];
  if (listed.isPending) return <Waiting words={runsText.title} />;
  if (listed.error !== null) return <FailureAlert failure={listed.error} onRetry={() => void listed.refetch()} />;
  if (runs.length === 0)
    return (
      <EmptyState
        title={runsText.none}
        hint={runsText.noneHint}
        actions={<Button onClick={() => go('assessment')}>{runsText.toCurrent}</Button>}
      />
    );
  return (
    <DataTable
      title={runsText.title}
      columns={runColumns(runs, titles)}
      rows={runs}
      rowKey={({ id }) => String(id)}
      onRowActivate={({ id }) => go('assessment', { tab: 'runs', run: String(id) })}
    />
  );
}

function runColumns(runs: readonly RunSummary[], titles: ReadonlyMap<string, string>): readonly DataColumn<RunSummary>[] {
  const { columns } = runsText;
  return [
    { key: 'id', title: columns.id, text: ({ id }) => String(id), sortValue: ({ id }) => id, align: 'right', width: 72 },
    { key: 'at', title: columns.at, text: ({ computedAt }) => timeText(computedAt), width: 140 },
    { key: 'actor', title: columns.actor, text: actorText, filter: 'values', sortable: false, width: 108 },
    {
      key: 'kind',
      title: columns.kind,
      text: ({ kind }) => runsText.kinds[kind],
      filter: 'values',
      sortable: false,
      width: 128,
      level: 'B',
    },
    { key: 'period', title: columns.period, text: periodOf, sortable: false, width: 130 },
    {
      key: 'scheme',
      title: columns.scheme,
      text: ({ scheme }) => (scheme === null ? runsText.noScheme : (titles.get(scheme) ?? runsText.noScheme)),
      sortable: false,
      level: 'answers',
    },
    {
      key: 'compare',
      title: columns.version,
      text: () => '',
      sortable: false,
      width: 132,
      render: (run) => <CompareLink run={run} runs={runs} />,
    },
  ];
}

/** The same with the stored result before it, where there is one of the same year. */
function CompareLink({ run, runs }: { readonly run: RunSummary; readonly runs: readonly RunSummary[] }): ReactElement | null {
  const { href } = useRoute();
  const { year } = useWork();
  const before = runs.find(
    ({ id, kind, period, scheme }) => id < run.id && kind === run.kind && period === run.period && scheme === run.scheme,
  );
  if (before === undefined || run.kind === 'ranking' || run.period !== String(year)) return null;
  return (
    <a href={href('assessment', { tab: 'compare', before: String(before.id), after: String(run.id) })}>
      {runsText.compareWithPrevious(before.id)}
    </a>
  );
}
