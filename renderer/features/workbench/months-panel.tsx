import { useQueries } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { exact, roundHalfEven } from '../../../shared/domain/numbers/decimal.ts';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { workbenchText } from '../../../shared/text/ui/workbench-text.ts';
import { useWork } from '../../work/work-context.tsx';
import { useCall, useClient } from '../../client/context.tsx';
import { Panel } from '../../ui/page.tsx';

export interface MonthMean {
  readonly month: number;
  readonly mean: string | null;
  readonly towns: number;
}

/** The months that have air data, as bars with their values written above. */
export function MonthsPanel({ target }: { readonly target: string | null }): ReactElement {
  const { year } = useWork();
  const client = useClient();
  const reports = useCall('reports.list', { year });
  const periods = (reports.data?.reports.find((report) => report.kind === 'ranking')?.periods ?? []).filter((period) => MONTH.test(period));
  const months = useQueries({
    queries: periods.map((period) => ({ queryKey: ['ranking.show', { period }], queryFn: () => client.call('ranking.show', { period }) })),
  });
  const means = months.flatMap((month, index) =>
    month.data === undefined ? [] : [monthMean(periods[index] ?? '', month.data.current.rows)],
  );
  const waiting = reports.isPending || months.some((month) => month.isPending);
  return (
    <Panel title={workbenchText.months}>
      {means.length === 0 ? (
        <p className="muted">{waiting ? appText.loading : workbenchText.monthsNone}</p>
      ) : (
        <Bars means={means} target={limitOf(target)} />
      )}
      <p className="months-hint muted">{workbenchText.monthsHint}</p>
    </Panel>
  );
}

const MONTH = /^\d{4}-\d\d$/;

/** Plain mean of the towns' published means, one decimal: a trend, not the district's assessed value. */
export function monthMean(period: string, rows: readonly { readonly pm25Mean: string | null }[]): MonthMean {
  const values = rows.flatMap((row) => (row.pm25Mean === null ? [] : [row.pm25Mean]));
  const sum = values.reduce((total, value) => total.plus(value), exact(0));
  return {
    month: Number(period.slice(5)),
    mean: values.length === 0 ? null : roundHalfEven(sum.dividedBy(values.length), 1),
    towns: values.length,
  };
}

/** ≤39 → 39; null where the target is no upper limit. */
export const limitOf = (target: string | null): number | null => {
  const match = /^≤(\d+(?:\.\d+)?)$/.exec(target ?? '');
  return match === null ? null : Number(match[1]);
};

function Bars({ means, target }: { readonly means: readonly MonthMean[]; readonly target: number | null }): ReactElement {
  const top = Math.max(target ?? 0, ...means.map((one) => Number(one.mean ?? 0))) * HEADROOM;
  const height = (value: number): string => `${(value / top) * 100}%`;
  return (
    <div className="month-chart">
      <ol>
        {means.map((one) => (
          <li
            key={one.month}
            title={`${workbenchText.month(one.month)} ${workbenchText.monthValue(one.mean ?? workbenchText.none)}，${workbenchText.monthsTowns(one.towns)}`}
          >
            <span className="month-bar" style={{ height: height(Number(one.mean ?? 0)) }}>
              <span className="month-value">{one.mean ?? workbenchText.none}</span>
            </span>
            <span className="month-name">{workbenchText.month(one.month)}</span>
          </li>
        ))}
        {target === null ? null : <li className="month-target" style={{ bottom: height(target) }} aria-hidden="true" />}
      </ol>
    </div>
  );
}

/** Room for the number above the highest bar. */
const HEADROOM = 1.2;
