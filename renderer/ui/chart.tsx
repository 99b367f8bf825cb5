import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactElement, useEffect, useRef } from 'react';
import type { ChartOption } from './chart-parts.ts';

register([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

export interface ChartProps {
  readonly label: string;
  readonly className: string;
  /** A canvas inherits no font, so the option is made with the page's own. */
  option(fontFamily: string): ChartOption;
}

/** A drawing. A picture to screen readers, which find its numbers in the table beside it. `option` must be stable (useCallback). */
export function Chart({ label, className, option }: ChartProps): ReactElement {
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
    const made = option(getComputedStyle(document.body).fontFamily);
    const formatter = (item: { readonly dataIndex: number } | readonly { readonly dataIndex: number }[]): HTMLElement =>
      asElement(made.tooltip.words(Array.isArray(item) ? (item[0]?.dataIndex ?? 0) : (item as { readonly dataIndex: number }).dataIndex));
    chart.current?.setOption({ ...made, tooltip: { ...made.tooltip, formatter } }, { notMerge: true });
  }, [option]);
  return <div ref={holder} className={className} role="img" aria-label={label} />;
}

/** Text as text: a string would be read as HTML. */
function asElement(text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'chart-tooltip-text';
  element.textContent = text;
  return element;
}
