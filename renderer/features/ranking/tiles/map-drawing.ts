import type { OutlinesView } from '../../../../shared/contract/outlines.ts';
import type { RankedTown } from '../../../../shared/contract/ranking.ts';
import { tileText } from '../../../../shared/text/ui/ranking-text.ts';
import type { Drawing, Shape } from '../../../ui/drawing/shapes.ts';
import { type ChartMetric, valueOf } from '../chart-option.ts';
import { tileShades } from './tile-classes.ts';
import { legendShapes, SHADES, WIDTH } from './tile-drawing.ts';

/** Not higher than a page that lies. */
const HIGHEST = 620;

/** Every town with its outline, as dark as its tile; place, name and value in it. */
export function mapDrawing(
  view: Pick<OutlinesView, 'width' | 'height' | 'outlines'>,
  towns: readonly RankedTown[],
  metric: ChartMetric,
): Drawing {
  const { of, classes } = tileShades(towns, metric);
  const scale = Math.min(WIDTH / view.width, HIGHEST / view.height);
  const left = (WIDTH - view.width * scale) / 2;
  const place = ([x, y]: readonly [number, number]): [number, number] => [tenths(left + x * scale), tenths(y * scale)];
  const byId = new Map(towns.map((town) => [town.unitId, town]));
  const areas = view.outlines.map(({ unitId, rings }): Shape => {
    const shade = of.get(unitId);
    const fill = shade === undefined ? '#ffffff' : (SHADES[shade] ?? '#ffffff');
    return { kind: 'area', rings: rings.map((ring) => ring.map(place)), fill, stroke: '#5a6474' };
  });
  // Names stand on all outlines: a long one reaches into its neighbour.
  const names = view.outlines.flatMap(({ unitId, name, label }): Shape[] => {
    const [x, y] = place(label);
    const town = byId.get(unitId);
    const rank = town?.rank ?? null;
    const value = town === undefined ? null : valueOf(town, metric);
    return [
      { kind: 'words', x, y, text: `${rank ?? tileText.none} ${name}`, size: 11, bold: true, anchor: 'middle', halo: '#ffffff' },
      { kind: 'words', x, y: y + 12, text: value ?? tileText.none, size: 10, anchor: 'middle', halo: '#ffffff' },
    ];
  });
  const bottom = view.height * scale + 10;
  return { width: WIDTH, height: bottom + 26, shapes: [...areas, ...names, ...legendShapes(classes, metric, bottom)] };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
