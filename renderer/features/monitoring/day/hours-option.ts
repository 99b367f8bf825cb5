import { concentrationUnit } from '../../../../shared/text/monitoring-text.ts';
import { dayText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { CHART_COLOURS, categoryAxis, chartFont, type ChartOption, chartTooltip, valueAxis } from '../../../ui/chart-parts.ts';
import { LINE_LOOKS } from '../../../ui/line-looks.ts';
import type { Pollutant } from '../monitoring-types.ts';
import type { DrawnHour, DrawnLimit } from './hour-values.ts';

export interface HoursInput {
  readonly hours: readonly DrawnHour[];
  readonly pollutant: Pollutant;
  readonly limits: readonly DrawnLimit[];
}

/** The hours of a day with the limits across; an hour without a value leaves a gap and says why at the foot. */
export function hoursOption({ hours, pollutant, limits }: HoursInput, fontFamily: string): ChartOption {
  const font = chartFont(fontFamily);
  const names = [dayText.curve(monitoringText.pollutants[pollutant]), dayText.eightHours] as const;
  const gaps = hours.some(({ gap }) => gap !== null);
  return {
    animation: false,
    textStyle: font,
    grid: { left: 56, right: 24, top: 48, bottom: 48 },
    legend: { top: 4, textStyle: font, itemWidth: 36, selectedMode: false, data: pollutant === 'o3' ? [...names] : [names[0]] },
    tooltip: chartTooltip('axis', font, (index) => told(hours[index], pollutant)),
    xAxis: {
      type: 'category',
      data: hours.map(({ hour }) => String(hour)),
      name: dayText.hourAxis,
      nameLocation: 'middle',
      nameGap: 22,
      nameTextStyle: font,
      ...categoryAxis(font),
    },
    yAxis: {
      type: 'value',
      name: concentrationUnit(pollutant),
      ...valueAxis(font),
      min: 0,
      ...axisOf(hours, limits),
    },
    series: [
      {
        ...line(
          names[0],
          hours.map(({ value }) => value),
        ),
        ...LINE_LOOKS[0],
        markLine: limitLines(limits),
      },
      ...(pollutant === 'o3'
        ? [
            {
              ...line(
                names[1],
                hours.map(({ eightHours }) => eightHours),
              ),
              ...LINE_LOOKS[1],
            },
          ]
        : []),
      ...(gaps ? [gapMarks(hours, font)] : []),
    ],
  };
}

const line = (name: string, values: readonly (string | null)[]) => ({
  type: 'line',
  name,
  data: values.map((value) => value ?? '-'),
  connectNulls: false,
  emphasis: { disabled: true },
  showAllSymbol: true,
});

/** Long dashes, named inside at their left. */
const limitLines = (limits: readonly DrawnLimit[]) => ({
  silent: true,
  symbol: 'none',
  animation: false,
  lineStyle: { color: CHART_COLOURS.target, type: [14, 5], width: 1.5 },
  label: { position: 'insideStartTop', color: CHART_COLOURS.target, fontSize: 12 },
  data: limits.map(({ label, value }) => ({ yAxis: value, label: { formatter: label } })),
});

/** One word at the foot of every hour without a value. */
const gapMarks = (hours: readonly DrawnHour[], font: object) => ({
  type: 'line',
  name: dayText.gapMarks,
  data: hours.map(({ gap }) =>
    gap === null
      ? '-'
      : { value: 0, label: { show: true, position: 'top', ...font, formatter: dayText.gaps[gap].short, color: CHART_COLOURS.target } },
  ),
  symbol: 'emptyRect',
  symbolSize: 7,
  color: CHART_COLOURS.target,
  lineStyle: { width: 0, opacity: 0 },
  showAllSymbol: true,
  emphasis: { disabled: true },
});

/** Above the highest value and the highest line, in few steps of a round number. */
function axisOf(hours: readonly DrawnHour[], limits: readonly DrawnLimit[]): { readonly max: number; readonly interval: number } {
  const values = hours.flatMap(({ value, eightHours }) => [value, eightHours].flatMap((text) => (text === null ? [] : [Number(text)])));
  const highest = Math.max(1, ...values, ...limits.map(({ value }) => value)) * HEADROOM;
  const unit = 10 ** Math.floor(Math.log10(highest / MOST_STEPS));
  const interval = [1, 2, 5, 10].map((times) => times * unit).find((step) => highest <= step * MOST_STEPS) ?? 10 * unit;
  return { max: Math.ceil(highest / interval) * interval, interval };
}

const HEADROOM = 1.05;
const MOST_STEPS = 5;

function told(hour: DrawnHour | undefined, pollutant: Pollutant): string {
  if (hour === undefined) return '';
  const unit = concentrationUnit(pollutant);
  const value = hour.gap === null ? `${hour.value ?? ''} ${unit}` : dayText.gaps[hour.gap].long;
  const eight = pollutant === 'o3' ? [`${dayText.eightHours}：${hour.eightHours ?? monitoringText.none}`] : [];
  return [dayText.hour(hour.hour), `${dayText.curve(monitoringText.pollutants[pollutant])}：${value}`, ...eight].join('\n');
}
