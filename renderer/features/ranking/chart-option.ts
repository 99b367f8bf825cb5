import type { RankedTown, RankingSchemeSummary } from '../../../shared/contract/ranking.ts';
import { chartText } from '../../../shared/text/ui/ranking-text.ts';
import { CHART_COLOURS, chartFont, chartTooltip } from '../../ui/chart-parts.ts';

export type ChartMetric = 'pm25' | 'good' | 'index' | 'change' | 'score' | 'figure';
const METRICS: readonly ChartMetric[] = ['pm25', 'good', 'index', 'change', 'score', 'figure'];

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

export function valueOf(town: RankedTown, metric: ChartMetric): string | null {
  switch (metric) {
    case 'pm25':
      return town.pm25Mean;
    case 'good':
      return town.goodDayRatio;
    case 'index':
      return town.compositeIndex;
    case 'change':
      return town.pm25Change?.amount ?? null;
    case 'score':
      return town.score;
    case 'figure':
      return town.figures?.[0]?.value ?? null;
  }
}

/** What can be drawn of these towns. */
export const metricsOf = (towns: readonly RankedTown[]): ChartMetric[] =>
  METRICS.filter((metric) => towns.some((town) => valueOf(town, metric) !== null));

/** What the scheme ranks by comes first. */
export function leadingMetric(leading: RankingSchemeSummary['leading'] | undefined, towns: readonly RankedTown[]): ChartMetric {
  if (towns.some(({ score }) => score !== null)) return 'score';
  if (towns.some(({ figures = [] }) => figures.some(({ measure }, index) => index === 0 && measure === leading))) return 'figure';
  switch (leading) {
    case 'goodDayRatio':
    case 'goodDayRatioChange':
      return 'good';
    case 'compositeIndex':
    case 'compositeIndexChange':
      return 'index';
    case 'pm25Change':
      return 'change';
    default:
      return 'pm25';
  }
}

/** Number() draws lengths; what is printed is the text of the core. */
export function isBeyond(town: RankedTown, metric: ChartMetric, target: ChartTarget | null): boolean {
  const value = valueOf(town, metric);
  if (value === null || target === null) return false;
  return metric === 'pm25' ? Number(value) > Number(target.value) : Number(value) < Number(target.value);
}

/** Bars in the order of the ranking, with the target as a line across. `fontFamily`: a canvas inherits no font, so the page's own is named. */
export function chartOption({ towns, metric, target, judged }: ChartInput, fontFamily: string) {
  const font = chartFont(fontFamily);
  return {
    animation: false as const,
    textStyle: font,
    grid: { left: 52, right: target === null ? 24 : 130, top: 26, bottom: 64 },
    tooltip: chartTooltip('item', font, (index) => tooltipText(towns[index], metric)),
    xAxis: {
      type: 'category' as const,
      data: towns.map((town) => town.name),
      axisLabel: { ...font, interval: 0, rotate: 45 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: CHART_COLOURS.soft }, onZero: false },
    },
    yAxis: {
      type: 'value' as const,
      name: chartText.units[metric],
      nameTextStyle: { ...font, color: CHART_COLOURS.soft },
      axisLabel: { ...font, color: CHART_COLOURS.soft },
      splitLine: { lineStyle: { color: CHART_COLOURS.line } },
      ...axisEnd(metric, target),
    },
    series: [
      {
        type: 'bar' as const,
        barMaxWidth: 22,
        data: towns.map((town) => ({
          value: valueOf(town, metric) ?? '-',
          ...(judged && isBeyond(town, metric, target) ? { itemStyle: BEYOND } : {}),
        })),
        itemStyle: { color: CHART_COLOURS.accent },
        labelLayout: { hideOverlap: true },
        label: metric === 'change' || metric === 'figure' ? OUTSIDE_LABEL : INSIDE_LABEL,
        emphasis: { disabled: true },
        ...(target === null ? {} : { markLine: targetLine(target, judged) }),
      },
    ],
  };
}

/** Another colour, and hatching that a black and white print keeps. */
const BEYOND = {
  color: CHART_COLOURS.beyond,
  decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4, color: 'rgba(255, 255, 255, 0.55)' },
};

/** Upright at the foot of its bar, where neither the line of the target nor the neighbour's number can reach it; bars too narrow for a line of text show none. */
const INSIDE_LABEL = {
  show: true,
  position: 'insideBottom' as const,
  rotate: 90,
  align: 'left' as const,
  verticalAlign: 'middle' as const,
  distance: 8,
  fontSize: 12,
  color: '#fff',
  textBorderColor: '#1c2430',
  textBorderWidth: 2,
};

/** Changes are short bars on both sides of zero. */
const OUTSIDE_LABEL = { show: true, position: 'outside' as const, fontSize: 12, color: CHART_COLOURS.ink };

/** Far enough for the line of the target to be seen above low bars. */
function axisEnd(metric: ChartMetric, target: ChartTarget | null) {
  if (metric === 'good') return { max: 100 };
  if (metric !== 'pm25') return {};
  return {
    max: ({ max }: { readonly max: number }): number => Math.ceil(Math.max(max, Number(target?.value ?? 0)) / STEP + MARGIN) * STEP,
  };
}

const STEP = 10;
const MARGIN = 0.3;

const targetLine = (target: ChartTarget, judged: boolean) => ({
  silent: true,
  symbol: 'none',
  animation: false,
  lineStyle: { color: CHART_COLOURS.target, type: 'dashed' as const, width: 1.5 },
  label: {
    formatter: judged ? chartText.target(target.printed) : chartText.reference(target.printed),
    position: 'end' as const,
    color: CHART_COLOURS.target,
    fontSize: 12,
  },
  data: [{ yAxis: Number(target.value) }],
});

function tooltipText(town: RankedTown | undefined, metric: ChartMetric): string {
  if (town === undefined) return '';
  return chartText.tooltip(town.name, town.rank, chartText.metrics[metric], valueOf(town, metric) ?? '', chartText.units[metric]);
}
