import type { PatternResult } from '../../../../shared/contract/monitoring-pattern.ts';
import { concentrationUnit } from '../../../../shared/text/monitoring-text.ts';
import { type PatternPart, patternPointText, patternText } from '../../../../shared/text/pattern-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { categoryAxis, chartFont, type ChartOption, chartTooltip, valueAxis } from '../../../ui/chart-parts.ts';
import { LINE_LOOKS } from '../../../ui/line-looks.ts';

/** A line a place; a point without a value leaves a gap. */
export function patternOption({ places, pollutant }: PatternResult, part: PatternPart, fontFamily: string): ChartOption {
  const font = chartFont(fontFamily);
  const points = places[0]?.pattern[part] ?? [];
  const told = (index: number): string =>
    [
      patternPointText(part, points[index]?.at ?? 0),
      ...places.map(({ name, pattern }) => {
        const point = pattern[part][index];
        return patternText.page.line(name, point?.mean?.published ?? monitoringText.none, point?.count ?? 0);
      }),
    ].join('\n');
  return {
    animation: false,
    textStyle: font,
    grid: { left: 56, right: 24, top: 48, bottom: part === 'hours' ? 48 : 32 },
    legend: { top: 4, textStyle: font, itemWidth: 36, selectedMode: false, data: places.map(({ name }) => name) },
    tooltip: chartTooltip('axis', font, told),
    xAxis: {
      type: 'category',
      data: points.map(({ at }) => (part === 'hours' ? String(at) : patternPointText(part, at))),
      ...(part === 'hours' ? { name: patternText.page.hourAxis, nameLocation: 'middle', nameGap: 22, nameTextStyle: font } : {}),
      ...categoryAxis(font),
    },
    yAxis: {
      type: 'value',
      name: concentrationUnit(pollutant),
      ...valueAxis(font),
    },
    series: places.map(({ name, pattern }, index) => ({
      type: 'line',
      name,
      data: pattern[part].map(({ mean }) => mean?.published ?? '-'),
      connectNulls: false,
      emphasis: { disabled: true },
      showAllSymbol: true,
      ...LINE_LOOKS[index],
    })),
  };
}
