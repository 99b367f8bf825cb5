import { calendarText, curvesText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { CHART_COLOURS, chartFont, type ChartOption, chartTooltip } from '../../../ui/chart-parts.ts';
import type { CurveMeasure, CurveRow } from './curve-values.ts';

export interface CurveInput {
  readonly rows: readonly CurveRow[];
  readonly measure: CurveMeasure;
  readonly year: number;
}

export const unitOf = (measure: CurveMeasure): string => (measure === 'good' ? curvesText.percent : monitoringText.units[measure]);

/** This year's line is whole with filled circles, last year's dashed with hollow squares: told apart in black and white too. */
export function curveOption({ rows, measure, year }: CurveInput, fontFamily: string): ChartOption {
  const font = chartFont(fontFamily);
  const names = [curvesText.year(year), curvesText.year(year - 1)] as const;
  return {
    animation: false,
    textStyle: font,
    grid: { left: 56, right: 24, top: 48, bottom: 32 },
    legend: { top: 4, textStyle: font, itemWidth: 36, selectedMode: false, data: [...names] },
    tooltip: chartTooltip('axis', font, (index) => words(rows[index], names, measure)),
    xAxis: {
      type: 'category',
      data: rows.map(({ month }) => calendarText.month(month)),
      axisLabel: { ...font, interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: CHART_COLOURS.soft } },
    },
    yAxis: {
      type: 'value',
      name: unitOf(measure),
      nameTextStyle: { ...font, color: CHART_COLOURS.soft },
      axisLabel: { ...font, color: CHART_COLOURS.soft },
      splitLine: { lineStyle: { color: CHART_COLOURS.line } },
      ...(measure === 'good' ? { max: 100 } : {}),
    },
    series: [
      {
        ...line(
          names[0],
          rows.map(({ value }) => value),
        ),
        symbol: 'circle',
        symbolSize: 8,
        color: CHART_COLOURS.accent,
        lineStyle: { width: 2.5, type: 'solid' },
      },
      {
        ...line(
          names[1],
          rows.map(({ last }) => last),
        ),
        symbol: 'emptyRect',
        symbolSize: 8,
        color: CHART_COLOURS.other,
        lineStyle: { width: 1.5, type: 'dashed' },
      },
    ],
  };
}

/** A month without data leaves a gap in its line. */
const line = (name: string, values: readonly (string | null)[]) => ({
  type: 'line',
  name,
  data: values.map((value) => value ?? '-'),
  connectNulls: false,
  emphasis: { disabled: true },
  showAllSymbol: true,
});

function words(row: CurveRow | undefined, names: readonly [string, string], measure: CurveMeasure): string {
  if (row === undefined) return '';
  const values = [row.value, row.last];
  return curvesText.tooltip(
    calendarText.month(row.month),
    names.map((name, index) => curvesText.line(name, values[index] ?? monitoringText.none, unitOf(measure))),
  );
}
