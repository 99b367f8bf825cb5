import { BarChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactElement, useEffect, useRef } from 'react';
import { type ChartInput, chartOption } from './chart-option.ts';

register([BarChart, GridComponent, MarkLineComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

/** The ranking as bars. A picture to screen readers, which find its numbers in the table. */
export function RankingChart({ label, towns, metric, target, judged }: ChartInput & { readonly label: string }): ReactElement {
  const holder = useRef<HTMLDivElement | null>(null);
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    if (holder.current === null) return undefined;
    const drawn = init(holder.current);
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(holder.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const option = chartOption({ towns, metric, target, judged }, getComputedStyle(document.body).fontFamily);
    const formatter = (item: { readonly dataIndex: number }): HTMLElement => asElement(option.tooltip.formatter(item));
    chart.current?.setOption({ ...option, tooltip: { ...option.tooltip, formatter } }, { notMerge: true });
  }, [towns, metric, target, judged]);
  return <div ref={holder} className="ranking-chart" role="img" aria-label={label} />;
}

/** Text as text: a string would be read as HTML. */
function asElement(text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'ranking-tooltip-text';
  element.textContent = text;
  return element;
}
