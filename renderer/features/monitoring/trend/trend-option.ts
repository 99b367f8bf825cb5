import type { TrendResult } from '../../../../shared/contract/monitoring-trend.ts';
import { trendText } from '../../../../shared/text/trend-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { CHART_COLOURS, chartFont, type ChartOption, chartTooltip } from '../../../ui/chart-parts.ts';

export type TrendRow = TrendResult['trends'][number];

const { page } = trendText;

/** The index has none. */
export const trendUnit = (measure: TrendRow['measure']): string => (measure === 'index' ? '' : monitoringText.units[measure]);

/** A bar for each year and a line for the mean of three: told apart in black and white too. */
export function trendOption({ measure, years }: TrendRow, fontFamily: string): ChartOption {
  const font = chartFont(fontFamily);
  const unit = trendUnit(measure);
  const told = (index: number): string => {
    const row = years[index];
    if (row === undefined) return '';
    const line = (name: string, value: { readonly published: string } | null): string =>
      page.line(name, value?.published ?? monitoringText.none, value === null || unit === '' ? '' : ` ${unit}`);
    return [page.year(row.year), line(page.value, row.value), line(page.threeYears, row.threeYears)].join('\n');
  };
  return {
    animation: false,
    textStyle: font,
    grid: { left: 56, right: 24, top: 48, bottom: 32 },
    legend: { top: 4, textStyle: font, itemWidth: 36, selectedMode: false, data: [page.value, page.threeYears] },
    tooltip: chartTooltip('axis', font, told),
    xAxis: {
      type: 'category',
      data: years.map(({ year }) => page.year(year)),
      axisLabel: { ...font, interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: CHART_COLOURS.soft } },
    },
    yAxis: {
      type: 'value',
      name: unit,
      nameTextStyle: { ...font, color: CHART_COLOURS.soft },
      axisLabel: { ...font, color: CHART_COLOURS.soft },
      splitLine: { lineStyle: { color: CHART_COLOURS.line } },
    },
    series: [
      {
        type: 'bar',
        name: page.value,
        barMaxWidth: 36,
        data: years.map(({ value }) => value?.published ?? '-'),
        itemStyle: { color: CHART_COLOURS.accent },
        label: { show: true, position: 'top', ...font },
        emphasis: { disabled: true },
      },
      {
        type: 'line',
        name: page.threeYears,
        data: years.map(({ threeYears }) => threeYears?.published ?? '-'),
        connectNulls: false,
        symbol: 'emptyRect',
        symbolSize: 8,
        showAllSymbol: true,
        color: CHART_COLOURS.beyond,
        lineStyle: { width: 2, type: 'dashed' },
        emphasis: { disabled: true },
      },
    ],
  };
}
