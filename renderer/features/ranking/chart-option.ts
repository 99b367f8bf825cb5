import type { RankedTown } from '../../../shared/contract/ranking.ts';
import { chartText } from '../../../shared/text/ui/ranking-text.ts';

export type ChartMetric = 'pm25' | 'good';

/** The district's target for the year, as the plan prints it, with its number for the line. */
export interface ChartTarget {
  readonly printed: string;
  readonly value: string;
}

export interface ChartInput {
  readonly towns: readonly RankedTown[];
  readonly metric: ChartMetric;
  readonly target: ChartTarget | null;
  /** Only a whole year is held against the target of the year; otherwise its line is for reference. */
  readonly judged: boolean;
}

const ACCENT = '#1f4e8c';
const BEYOND = '#9c5d00';
const ON_BAR = '#fff';
const INK = '#1c2430';
const SOFT = '#5a6474';
const LINE = '#dde3ea';
const TARGET = '#b3261e';

export const valueOf = (town: RankedTown, metric: ChartMetric): string | null => (metric === 'pm25' ? town.pm25Mean : town.goodDayRatio);

/** Number() draws lengths; what is printed is the text of the core. */
export function isBeyond(town: RankedTown, metric: ChartMetric, target: ChartTarget | null): boolean {
  const value = valueOf(town, metric);
  if (value === null || target === null) return false;
  return metric === 'pm25' ? Number(value) > Number(target.value) : Number(value) < Number(target.value);
}

/** Bars in the order of the ranking, with the target as a line across. */
/** `fontFamily`: a canvas inherits no font, so the page's own is named. */
export function chartOption({ towns, metric, target, judged }: ChartInput, fontFamily: string) {
  const font = { fontFamily, color: INK, fontSize: 12 };
  return {
    animation: false,
    textStyle: font,
    grid: { left: 52, right: 130, top: 26, bottom: 64 },
    tooltip: {
      trigger: 'item' as const,
      // Kept inside the chart it has no arrow, which would be made with style attributes that the page's policy refuses.
      confine: true,
      className: 'ranking-tooltip',
      transitionDuration: 0,
      backgroundColor: '#fff',
      borderColor: LINE,
      textStyle: font,
      formatter: (item: { readonly dataIndex: number }) => tooltipText(towns[item.dataIndex], metric),
    },
    xAxis: {
      type: 'category' as const,
      data: towns.map((town) => town.name),
      axisLabel: { ...font, interval: 0, rotate: 45 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: SOFT } },
    },
    yAxis: { type: 'value' as const, name: chartText.units[metric], nameTextStyle: { ...font, color: SOFT }, axisLabel: { ...font, color: SOFT }, splitLine: { lineStyle: { color: LINE } }, max: axisEnd(metric, target) },
    series: [{
      type: 'bar' as const,
      barMaxWidth: 22,
      data: towns.map((town) => ({ value: valueOf(town, metric) ?? '-', ...(judged && isBeyond(town, metric, target) ? { itemStyle: { color: BEYOND } } : {}) })),
      itemStyle: { color: ACCENT },
      // Upright at the foot of its bar, where neither the line of the target nor the neighbour's number can reach it; bars too narrow for a line of text show none.
      labelLayout: { hideOverlap: true },
      label: { show: true, position: 'insideBottom' as const, rotate: 90, align: 'left' as const, verticalAlign: 'middle' as const, distance: 8, fontSize: 12, color: ON_BAR },
      emphasis: { disabled: true },
      ...(target === null ? {} : { markLine: targetLine(target, judged) }),
    }],
  };
}

/** Far enough for the line of the target to be seen above low bars. */
const axisEnd = (metric: ChartMetric, target: ChartTarget | null) => (metric === 'good'
  ? 100
  : ({ max }: { readonly max: number }): number => Math.ceil(Math.max(max, Number(target?.value ?? 0)) / STEP + MARGIN) * STEP);

const STEP = 10;
const MARGIN = 0.3;

const targetLine = (target: ChartTarget, judged: boolean) => ({
  silent: true,
  symbol: 'none',
  animation: false,
  lineStyle: { color: TARGET, type: 'dashed' as const, width: 1.5 },
  label: { formatter: judged ? chartText.target(target.printed) : chartText.reference(target.printed), position: 'end' as const, color: TARGET, fontSize: 12 },
  data: [{ yAxis: Number(target.value) }],
});

function tooltipText(town: RankedTown | undefined, metric: ChartMetric): string {
  if (town === undefined) return '';
  return chartText.tooltip(town.name, town.rank, chartText.metrics[metric], valueOf(town, metric) ?? '', chartText.units[metric]);
}
