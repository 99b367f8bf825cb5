import { PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented, Spin } from 'antd';
import { lazy, type ReactElement, Suspense, useCallback, useMemo, useState } from 'react';
import type { RankedTown, RankingSchemeSummary } from '../../../shared/contract/ranking.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { chartText } from '../../../shared/text/ui/ranking-text.ts';
import { useWork } from '../../work/work-context.tsx';
import { useCall } from '../../client/context.tsx';
import { ChartPictureMenu } from '../../ui/chart-picture-menu.tsx';
import { PrintAbout } from '../../ui/print-about.tsx';
import { Panel } from '../../ui/page.tsx';
import { type ChartMetric, chartOption, type ChartTarget, leadingMetric, metricsOf } from './chart-option.ts';

/** The drawing library is large and only wanted where something is drawn. */
const Chart = lazy(() => import('../../ui/chart.tsx').then((module) => ({ default: module.Chart })));

export interface ChartPanelProps {
  readonly period: string;
  readonly towns: readonly RankedTown[];
  /** What the scheme ranks by; undefined while it is not known. */
  readonly leading: RankingSchemeSummary['leading'] | undefined;
}

export function ChartPanel({ period, towns, leading }: ChartPanelProps): ReactElement {
  const [asked, setAsked] = useState<ChartMetric | null>(null);
  const metrics = metricsOf(towns);
  const preset = leadingMetric(leading, towns);
  const wanted = asked ?? preset;
  const metric = metrics.includes(wanted) ? wanted : (metrics[0] ?? 'pm25');
  const target = useTarget(metric);
  const judged = !period.includes('-');
  const option = useCallback(
    (fontFamily: string) => chartOption({ towns, metric, target, judged }, fontFamily),
    [towns, metric, target, judged],
  );
  const choice = (
    <>
      <Segmented<ChartMetric>
        aria-label={chartText.metric}
        size="small"
        value={metric}
        onChange={setAsked}
        options={metrics.map((value) => ({ value, label: chartText.metrics[value] }))}
      />
      <ChartPictureMenu title={chartText.label(periodText(period), chartText.metrics[metric])} option={option} width={WIDE} />
      <Button size="small" icon={<PrinterOutlined aria-hidden="true" />} title={chartText.printHint} onClick={() => window.print()}>
        {chartText.print}
      </Button>
    </>
  );
  return (
    <Panel
      title={chartText.title}
      extra={
        <>
          {target === null || !judged ? null : <Legend />}
          {choice}
        </>
      }
      className="ranking-chart-panel"
    >
      <Suspense
        fallback={
          <div className="ranking-chart ranking-chart-wait" role="status">
            <Spin /> {chartText.loading}
          </div>
        }
      >
        <Chart className="ranking-chart" label={chartText.label(periodText(period), chartText.metrics[metric])} option={option} />
      </Suspense>
      <PrintAbout title={chartText.label(periodText(period), chartText.metrics[metric])} />
    </Panel>
  );
}

function Legend(): ReactElement {
  return (
    <span className="ranking-legend">
      <span>
        <i className="legend-box legend-within" aria-hidden="true" />
        {chartText.within}
      </span>
      <span>
        <i className="legend-box legend-beyond" aria-hidden="true" />
        {chartText.beyond}
      </span>
    </span>
  );
}

/** As many towns as a district has stand side by side on a page that lies: 24 cm at 96 pixels an inch. */
const WIDE = 907;

const SUBJECTS: Readonly<Partial<Record<ChartMetric, string>>> = { pm25: 'pm25', good: 'good-days' };

/** The district's own target of the year from annex 1; null while the plan is not there or has none. */
function useTarget(metric: ChartMetric): ChartTarget | null {
  const { year } = useWork();
  const shown = useCall('plan.show', {});
  return useMemo(() => {
    const measures = shown.data?.plan.annex1.rows.flatMap((row) => row.measures) ?? [];
    const target = measures.find((measure) => measure.subject === SUBJECTS[metric])?.targets[String(year)];
    return target?.kind !== 'number'
      ? null
      : { printed: `${target.printed}${metric === 'good' && !target.printed.includes('%') ? '%' : ''}`, value: target.value };
  }, [shown.data, metric, year]);
}
