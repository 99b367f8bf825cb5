import { Segmented, Spin } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { withheldText } from '../../../shared/text/ranking-set-text.ts';
import { rankingPageText, streakText } from '../../../shared/text/ui/ranking-text.ts';
import { useCall } from '../../client/context.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Panel } from '../../ui/page.tsx';
import { streakColumns } from './streak-columns.tsx';

/** 连续末位: the months of the year, and the towns that stood at the bottom too often. */
export function StreaksTab({ year, asked }: { readonly year: number; readonly asked: { readonly scheme?: string } }): ReactElement {
  const shown = useCall('ranking.streaks', { year, ...asked }, { keepPrevious: true });
  return (
    <>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {rankingPageText.computing}
        </div>
      ) : null}
      {shown.data === undefined ? null : <Streaks result={shown.data} />}
    </>
  );
}

function Streaks({
  result: { year, rules, unrankedMonth, rows, withheld },
}: {
  readonly result: MethodOutput<'ranking.streaks'>;
}): ReactElement {
  const flagged = useMemo(() => rows.filter(({ actions }) => actions.length > 0), [rows]);
  const [only, setOnly] = useState(false);
  const columns = useMemo(() => streakColumns(rows, year), [rows, year]);
  if (rows.every(({ months }) => months.every(({ rank }) => rank === null)))
    return <EmptyState title={streakText.none(year)} hint={streakText.noneHint} />;
  return (
    <div className="ranking">
      <DataTable
        title={streakText.title(year)}
        columns={columns}
        rows={only ? flagged : rows}
        rowKey={({ unitId }) => unitId}
        extra={
          flagged.length === 0 ? null : (
            <Segmented
              aria-label={streakText.filter}
              size="small"
              value={only ? 'flagged' : 'all'}
              onChange={(value) => setOnly(value === 'flagged')}
              options={[
                { value: 'all', label: streakText.all },
                { value: 'flagged', label: streakText.onlyFlagged },
              ]}
            />
          )
        }
      />
      <Panel title={streakText.rules}>
        <ol className="ranking-notes">
          {rules.length === 0 ? <li>{streakText.noRules}</li> : rules.map((rule) => <li key={rule}>{rule}</li>)}
          <li>{streakText.bottomMeaning}</li>
          <li>{unrankedMonth}</li>
          {withheld.map(({ month, ...short }) => (
            <li key={`${month} ${short.group}`}>{streakText.withheld(month, withheldText(short, rankingPageText.units))}</li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}
