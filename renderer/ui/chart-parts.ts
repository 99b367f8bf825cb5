/** What every drawing has; the rest is the drawing library's own. */
export interface ChartOption {
  readonly animation: false;
  readonly tooltip: ChartTooltip;
  readonly [part: string]: unknown;
}

export interface ChartTooltip {
  /** What is said of the item at that place. */
  words(index: number): string;
  readonly [part: string]: unknown;
}

export const CHART_COLOURS = {
  accent: '#1f4e8c',
  beyond: '#9c5d00',
  other: '#5a6474',
  ink: '#1c2430',
  soft: '#5a6474',
  line: '#dde3ea',
  target: '#b3261e',
} as const;

/** Kept inside the chart it has no arrow, which would be made with style attributes that the page's policy refuses. */
export const chartTooltip = (trigger: 'item' | 'axis', font: object, words: (index: number) => string): ChartTooltip => ({
  trigger,
  confine: true,
  className: 'chart-tooltip',
  transitionDuration: 0,
  backgroundColor: '#fff',
  borderColor: CHART_COLOURS.line,
  textStyle: font,
  words,
});

export const chartFont = (fontFamily: string) => ({ fontFamily, color: CHART_COLOURS.ink, fontSize: 12 });

/** The looks of an axis of values: quiet words, a line across for each mark. */
export const valueAxis = (font: ReturnType<typeof chartFont>) => ({
  nameTextStyle: { ...font, color: CHART_COLOURS.soft },
  axisLabel: { ...font, color: CHART_COLOURS.soft },
  splitLine: { lineStyle: { color: CHART_COLOURS.line } },
});

/** The looks of an axis of hours, days or months, every one of which is named. */
export const categoryAxis = (font: ReturnType<typeof chartFont>) => ({
  axisLabel: { ...font, interval: 0 },
  axisTick: { show: false },
  axisLine: { lineStyle: { color: CHART_COLOURS.soft } },
});
