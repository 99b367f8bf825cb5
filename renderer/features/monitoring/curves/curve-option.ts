import { calendarText, curvesText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { categoryAxis, chartFont, type ChartOption, chartTooltip, valueAxis } from '../../../ui/chart-parts.ts';
import { LINE_LOOKS } from '../../../ui/line-looks.ts';
import type { CurveMeasure, CurveRow } from './curve-values.ts';

export interface CurveInput {
  readonly rows: readonly CurveRow[];
  readonly measure: CurveMeasure;
  readonly year: number;
}

export const unitOf = (measure: CurveMeasure): string => (measure === 'good' ? curvesText.percent : monitoringText.units[measure]);

/** This year's line is whole with filled circles, last year's dashed with hollow squares, those before dotted and so on: told apart in black and white too. */
export function curveOption({ rows, measure, year }: CurveInput, fontFamily: string): ChartOption {
  const font = chartFont(fontFamily);
  const earlier = rows[0]?.earlier ?? [];
  const names = [year, year - 1, ...earlier.map((_, back) => year - 2 - back)].map((one) => curvesText.year(one));
  return {
    animation: false,
    textStyle: font,
    grid: { left: 56, right: 24, top: 48, bottom: 32 },
    legend: { top: 4, textStyle: font, itemWidth: 36, selectedMode: false, data: [...names] },
    tooltip: chartTooltip('axis', font, (index) => words(rows[index], names, measure)),
    xAxis: {
      type: 'category',
      data: rows.map(({ month }) => calendarText.month(month)),
      ...categoryAxis(font),
    },
    yAxis: {
      type: 'value',
      name: unitOf(measure),
      ...valueAxis(font),
      ...(measure === 'good' ? { max: 100 } : {}),
    },
    series: names.map((name, index) => ({
      ...line(
        name,
        rows.map((row) => valuesOf(row)[index] ?? null),
      ),
      ...LINE_LOOKS[index],
    })),
  };
}

const valuesOf = ({ value, last, earlier }: CurveRow): readonly (string | null)[] => [value, last, ...earlier];

/** A month without data leaves a gap in its line. */
const line = (name: string, values: readonly (string | null)[]) => ({
  type: 'line',
  name,
  data: values.map((value) => value ?? '-'),
  connectNulls: false,
  emphasis: { disabled: true },
  showAllSymbol: true,
});

function words(row: CurveRow | undefined, names: readonly string[], measure: CurveMeasure): string {
  if (row === undefined) return '';
  const values = valuesOf(row);
  return curvesText.tooltip(
    calendarText.month(row.month),
    names.map((name, index) => curvesText.line(name, values[index] ?? monitoringText.none, unitOf(measure))),
  );
}
