import { PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented, Spin } from 'antd';
import { lazy, type ReactElement, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import type { OutlinesView } from '../../../shared/contract/outlines.ts';
import type { RankedTown, RankingSchemeSummary } from '../../../shared/contract/ranking.ts';
import { outlinesText } from '../../../shared/text/outlines-text.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { chartText, tileText } from '../../../shared/text/ui/ranking-text.ts';
import { useWork } from '../../work/work-context.tsx';
import { useCall } from '../../client/context.tsx';
import { ChartPictureMenu } from '../../ui/chart-picture-menu.tsx';
import { DrawingMenu } from '../../ui/drawing/drawing-menu.tsx';
import { DrawingView } from '../../ui/drawing/drawing-view.tsx';
import { type Drawing, SOFT } from '../../ui/drawing/shapes.ts';
import { PrintAbout } from '../../ui/print-about.tsx';
import { Panel } from '../../ui/page.tsx';
import { mapDrawing } from './tiles/map-drawing.ts';
import { tileDrawing } from './tiles/tile-drawing.ts';
import { type ChartMetric, chartOption, type ChartTarget, leadingMetric, metricsOf } from './chart-option.ts';

/** The drawing library is large and only wanted where something is drawn. */
const Chart = lazy(() => import('../../ui/chart.tsx').then((module) => ({ default: module.Chart })));

export interface ChartPanelProps {
  readonly period: string;
  readonly towns: readonly RankedTown[];
  /** Towns without a place, for the tiles. */
  readonly unranked: readonly RankedTown[];
  /** What the scheme ranks by; undefined while it is not known. */
  readonly leading: RankingSchemeSummary['leading'] | undefined;
}

/** 图示 of the ranking: bars against the target, or tiles in the order of the places. */
export function ChartPanel({ period, towns, unranked, leading }: ChartPanelProps): ReactElement {
  const [form, setForm] = useState<Form>('bars');
  const [asked, setAsked] = useState<ChartMetric | null>(null);
  const outlines = useCall('outlines.show', {});
  const map = outlines.data?.file === null ? undefined : outlines.data;
  const metrics = metricsOf(towns);
  const preset = leadingMetric(leading, towns);
  const wanted = asked ?? preset;
  const metric = metrics.includes(wanted) ? wanted : (metrics[0] ?? 'pm25');
  const choices = (
    <>
      <Segmented<Form>
        aria-label={tileText.form}
        size="small"
        value={form}
        onChange={setForm}
        options={FORMS.filter((value) => value !== 'map' || map !== undefined).map((value) => ({ value, label: tileText.forms[value] }))}
      />
      <Segmented<ChartMetric>
        aria-label={chartText.metric}
        size="small"
        value={metric}
        onChange={setAsked}
        options={metrics.map((value) => ({ value, label: chartText.metrics[value] }))}
      />
    </>
  );
  const shown = { period: periodText(period), judged: !period.includes('-'), towns, unranked, metric, choices };
  if (form === 'map' && map !== undefined) return <TownMap {...shown} view={map} />;
  return form === 'tiles' ? <Tiles {...shown} /> : <Bars {...shown} />;
}

interface ShownProps extends Pick<ChartPanelProps, 'towns' | 'unranked'> {
  /** In words. */
  readonly period: string;
  /** Only a whole year is held against the target of the year. */
  readonly judged: boolean;
  readonly metric: ChartMetric;
  readonly choices: ReactElement;
}

function Bars({ period, judged, towns, metric, choices }: ShownProps): ReactElement {
  const target = useTarget(metric);
  const option = useCallback(
    (fontFamily: string) => chartOption({ towns, metric, target, judged }, fontFamily),
    [towns, metric, target, judged],
  );
  const title = chartText.label(period, chartText.metrics[metric]);
  const extra = (
    <>
      {target === null || !judged ? null : <Legend />}
      {choices}
      <ChartPictureMenu title={title} option={option} width={WIDE} />
      <PrintButton />
    </>
  );
  return (
    <Panel title={chartText.title} extra={extra} className="ranking-chart-panel">
      <Suspense
        fallback={
          <div className="ranking-chart ranking-chart-wait" role="status">
            <Spin /> {chartText.loading}
          </div>
        }
      >
        <Chart className="ranking-chart" label={title} option={option} />
      </Suspense>
      <PrintAbout title={title} />
    </Panel>
  );
}

function Tiles({ period, towns, unranked, metric, choices }: ShownProps): ReactElement {
  const draw = useCallback(() => tileDrawing(towns, unranked, metric), [towns, unranked, metric]);
  const words = chartText.metrics[metric];
  return (
    <Drawn title={tileText.title(period, words)} label={tileText.label(period, words)} choices={choices} draw={draw}>
      <p className="muted">{tileText.hint}</p>
    </Drawn>
  );
}

/** 地图: outlines as they were imported, with where they come from. */
function TownMap({ period, towns, metric, choices, view }: ShownProps & { readonly view: OutlinesView }): ReactElement {
  const draw = useCallback(() => withSource(mapDrawing(view, towns, metric), view), [view, towns, metric]);
  const words = chartText.metrics[metric];
  return (
    <Drawn title={tileText.title(period, words)} label={tileText.mapLabel(period, words)} choices={choices} draw={draw}>
      <p className="muted">{tileText.mapHint}</p>
      {view.problems.map((problem) => (
        <p key={problem} className="muted">
          {problem}
        </p>
      ))}
    </Drawn>
  );
}

interface DrawnProps {
  readonly title: string;
  /** What is seen, in words. */
  readonly label: string;
  readonly choices: ReactNode;
  readonly draw: () => Drawing;
  /** What is said below. */
  readonly children: ReactNode;
}

/** A drawing of the towns, which can be handed over and printed. */
function Drawn({ title, label, choices, draw, children }: DrawnProps): ReactElement {
  const extra = (
    <>
      {choices}
      <DrawingMenu title={title} draw={draw} />
      <PrintButton />
    </>
  );
  return (
    <Panel title={chartText.title} extra={extra} className="ranking-chart-panel">
      <DrawingView className="ranking-tiles" drawing={draw()} label={label} />
      {children}
      <PrintAbout title={title} />
    </Panel>
  );
}

/** What is drawn says in every form of it whose outlines they are. */
const withSource = ({ width, height, shapes }: Drawing, { file }: OutlinesView): Drawing =>
  file === null
    ? { width, height, shapes }
    : {
        width,
        height: height + 18,
        shapes: [
          ...shapes,
          { kind: 'words', x: 0, y: height + 12, text: outlinesText.from(file.source, file.sketch), size: 11, fill: SOFT },
        ],
      };

const PrintButton = (): ReactElement => (
  <Button size="small" icon={<PrinterOutlined aria-hidden="true" />} title={chartText.printHint} onClick={() => window.print()}>
    {chartText.print}
  </Button>
);

type Form = 'bars' | 'tiles' | 'map';
const FORMS: readonly Form[] = ['bars', 'tiles', 'map'];

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
