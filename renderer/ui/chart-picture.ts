import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { base64, base64Of } from './base64.ts';
import { CHART_COLOURS, chartFont, type ChartOption } from './chart-parts.ts';

register([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
  SVGRenderer,
]);

export type PictureFormat = 'svg' | 'png';

/** A drawing as it goes into a document: with its title above and whose it is below. */
export interface PictureInput {
  readonly title: string;
  readonly about: string;
  option(fontFamily: string): ChartOption;
  /** In pixels of the screen; the width of a page where it is not said. */
  readonly width?: number;
}

/** The drawing in base64: SVG with its words as text, or PNG at 300 dots an inch. */
export function pictureOf({ title, about, option, width = COLUMN }: PictureInput, format: PictureFormat, fontFamily: string): string {
  const size = { width, height: HEIGHT };
  const drawing = withWords(option(fontFamily), { title, about }, fontFamily);
  if (format === 'svg') {
    const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
    chart.setOption(drawing);
    const text = chart.renderToSVGString();
    chart.dispose();
    return base64(new TextEncoder().encode(text));
  }
  const chart = init(document.createElement('canvas'), null, { renderer: 'canvas', devicePixelRatio: DENSITY, ...size });
  chart.setOption(drawing);
  const address = chart.getDataURL({ type: 'png', pixelRatio: DENSITY, backgroundColor: '#fff' });
  chart.dispose();
  return base64Of(address);
}

/** 16 cm, in pixels of the screen: 96 an inch. */
const COLUMN = 605;
const HEIGHT = 380;
const DENSITY = 300 / 96;

const HEAD = 30;
const FOOT = 22;

type Place = Readonly<Record<string, unknown>>;

/** Room for a line above and one below; the rest keeps its place. */
export function withWords(option: ChartOption, { title, about }: Pick<PictureInput, 'title' | 'about'>, fontFamily: string): ChartOption {
  const font = chartFont(fontFamily);
  const grid = (option['grid'] ?? {}) as Place;
  const legend = option['legend'] as Place | undefined;
  return {
    ...option,
    backgroundColor: '#fff',
    title: [
      { text: title, left: 'center', top: 6, textStyle: { ...font, fontSize: 15, fontWeight: 'bold' } },
      { text: about, right: 8, bottom: 4, textStyle: { ...font, fontSize: 11, fontWeight: 'normal', color: CHART_COLOURS.soft } },
    ],
    grid: { ...grid, top: numberOf(grid['top']) + HEAD, bottom: numberOf(grid['bottom']) + FOOT },
    ...(legend === undefined ? {} : { legend: { ...legend, top: numberOf(legend['top']) + HEAD } }),
  };
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
