import { Segmented, Spin } from 'antd';
import { lazy, type ReactElement, Suspense, useMemo, useState } from 'react';
import type { RankedTown } from '../../../shared/contract/ranking.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { chartText } from '../../../shared/text/ui/ranking-text.ts';
import { useWork } from '../../app/work-context.tsx';
import { useCall } from '../../client/context.tsx';
import { Panel } from '../../ui/page.tsx';
import type { ChartMetric, ChartTarget } from './chart-option.ts';

/** The drawing library is large and only wanted here. */
const RankingChart = lazy(() => import('./ranking-chart.tsx').then((module) => ({ default: module.RankingChart })));

const METRICS: readonly ChartMetric[] = ['pm25', 'good'];

export function ChartPanel({ period, towns }: { readonly period: string; readonly towns: readonly RankedTown[] }): ReactElement {
  const [metric, setMetric] = useState<ChartMetric>('pm25');
  const target = useTarget(metric);
  const judged = !period.includes('-');
  const choice = (
    <Segmented<ChartMetric> aria-label={chartText.metric} size="small" value={metric} onChange={setMetric} options={METRICS.map((value) => ({ value, label: chartText.metrics[value] }))} />
  );
  return (
    <Panel title={chartText.title} extra={<>{target === null || !judged ? null : <Legend />}{choice}</>} className="ranking-chart-panel">
      <Suspense fallback={<div className="ranking-chart ranking-chart-wait" role="status"><Spin /> {chartText.loading}</div>}>
        <RankingChart label={chartText.label(periodText(period), chartText.metrics[metric])} towns={towns} metric={metric} target={target} judged={judged} />
      </Suspense>
    </Panel>
  );
}

function Legend(): ReactElement {
  return (
    <span className="ranking-legend">
      <span><i className="legend-box legend-within" aria-hidden="true" />{chartText.within}</span>
      <span><i className="legend-box legend-beyond" aria-hidden="true" />{chartText.beyond}</span>
    </span>
  );
}

const SUBJECTS: Readonly<Record<ChartMetric, string>> = { pm25: 'pm25', good: 'good-days' };

/** The district's own target of the year from annex 1; null while the plan is not there or has none. */
function useTarget(metric: ChartMetric): ChartTarget | null {
  const { year } = useWork();
  const shown = useCall('plan.show', {});
  return useMemo(() => {
    const measures = shown.data?.plan.annex1.rows.flatMap((row) => row.measures) ?? [];
    const target = measures.find((measure) => measure.subject === SUBJECTS[metric])?.targets[String(year)];
    return target === undefined ? null : { printed: `${target.printed}${metric === 'good' && !target.printed.includes('%') ? '%' : ''}`, value: target.value };
  }, [shown.data, metric, year]);
}
