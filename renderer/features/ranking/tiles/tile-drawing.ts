import type { RankedTown } from '../../../../shared/contract/ranking.ts';
import { chartText, tileText } from '../../../../shared/text/ui/ranking-text.ts';
import { type Drawing, hatched, INK, type Shape, SOFT } from '../../../ui/drawing/shapes.ts';
import { type ChartMetric, valueOf } from '../chart-option.ts';
import { type TileClass, tileShades } from './tile-classes.ts';

/** One hue that grows darker: in black and white the order stays. */
export const SHADES = ['#f4f8fd', '#cfe0f2', '#9dbfe2', '#4f80b6', '#1f4e8c'] as const;

const FIRST_DARK = 3;
const TILE = { width: 104, height: 58 } as const;
const GAP = 6;
const COLUMNS = 8;
export const WIDTH = COLUMNS * (TILE.width + GAP) - GAP;
const HEAD = 26;

/** Every town as a tile in the order of the ranking, each group for itself; at the end those without a place. */
export function tileDrawing(towns: readonly RankedTown[], unranked: readonly RankedTown[], metric: ChartMetric): Drawing {
  const { of, classes } = tileShades(towns, metric);
  const groups = [...Map.groupBy(towns, ({ group }) => group)];
  const parts = [
    ...groups.map(([group, own]) => ({ head: group, own })),
    ...(unranked.length === 0 ? [] : [{ head: tileText.unranked, own: unranked }]),
  ];
  const shapes: Shape[] = [];
  let y = 0;
  for (const { head, own } of parts) {
    if (head !== '') {
      shapes.push({ kind: 'words', x: 0, y: y + 17, text: head, size: 13, bold: true });
      y += HEAD;
    }
    shapes.push(...own.flatMap((town, index) => tileShapes(town, metric, of.get(town.unitId) ?? null, placeOf(index, y))));
    y += Math.ceil(own.length / COLUMNS) * (TILE.height + GAP) + 4;
  }
  shapes.push(...legendShapes(classes, metric, y));
  return { width: WIDTH, height: y + 26, shapes };
}

/** The shades side by side with the values that they stand for. */
export const legendShapes = (classes: readonly TileClass[], metric: ChartMetric, y: number): Shape[] =>
  classes.flatMap(({ shade, from, to }, index): Shape[] => [
    { kind: 'box', x: index * LEGEND, y: y + 4, width: 26, height: 16, fill: SHADES[shade] ?? '#ffffff', stroke: SOFT },
    { kind: 'words', x: index * LEGEND + 32, y: y + 16, text: tileText.range(from, to, chartText.units[metric]), size: 11 },
  ]);

const LEGEND = WIDTH / 5;

const placeOf = (index: number, top: number) => ({
  x: (index % COLUMNS) * (TILE.width + GAP),
  y: top + Math.floor(index / COLUMNS) * (TILE.height + GAP),
  ...TILE,
});

type Place = ReturnType<typeof placeOf>;

function tileShapes(town: RankedTown, metric: ChartMetric, shade: number | null, place: Place): Shape[] {
  const { x, y, width } = place;
  const ink = shade !== null && shade >= FIRST_DARK ? '#ffffff' : INK;
  const value = valueOf(town, metric);
  return [
    { kind: 'box', ...place, fill: shade === null ? '#ffffff' : (SHADES[shade] ?? '#ffffff') },
    ...(shade === null ? hatched(place, 8, '#d6dce4') : []),
    { kind: 'box', ...place, fill: 'none', stroke: '#8792a2' },
    { kind: 'words', x: x + 7, y: y + 21, text: town.rank === null ? tileText.none : String(town.rank), size: 15, bold: true, fill: ink },
    { kind: 'words', x: x + width - 7, y: y + 20, text: value ?? tileText.none, size: 13, anchor: 'end', fill: ink },
    { kind: 'words', x: x + 7, y: y + 46, text: town.name, size: nameSize(town.name), fill: ink },
  ];
}

/** Long names are set smaller, so that none leaves its tile. */
const nameSize = (name: string): number => Math.min(14, Math.floor((TILE.width - 12) / Math.max(1, name.length)));
