import type { RankedTown } from '../../../../shared/contract/ranking.ts';
import { type ChartMetric, valueOf } from '../chart-option.ts';

/** Five shades are told apart in black and white; a sixth is not. */
export const CLASSES = 5;

/** Towns whose values lie together: from the printed value of the first to that of the last. */
export interface TileClass {
  /** 0 the lightest (best) to 4. */
  readonly shade: number;
  readonly from: string;
  readonly to: string;
}

/** The shade of each town by its value, as many towns to a shade as can be; equal values have the same one. Null without a value. */
export function tileShades(
  towns: readonly RankedTown[],
  metric: ChartMetric,
): { readonly of: ReadonlyMap<string, number>; readonly classes: readonly TileClass[] } {
  const known = towns.flatMap((town) => {
    const value = valueOf(town, metric);
    return value === null ? [] : [{ id: town.unitId, value }];
  });
  const better = betterFirst(towns, metric);
  const ordered = known.toSorted((one, other) => better * (Number(one.value) - Number(other.value)));
  const of = new Map<string, number>();
  const classes: TileClass[] = [];
  for (const { id, value } of ordered) {
    const first = ordered.findIndex((one) => Number(one.value) === Number(value));
    const shade = Math.floor((first * CLASSES) / ordered.length);
    of.set(id, shade);
    const open = classes.at(-1);
    if (open?.shade === shade) classes.splice(-1, 1, { ...open, to: value });
    else classes.push({ shade, from: value, to: value });
  }
  return { of, classes };
}

/** 1: less is better; −1: more is better. Of a score the scheme decides, so its first and last town tell. */
function betterFirst(towns: readonly RankedTown[], metric: ChartMetric): 1 | -1 {
  if (metric === 'good') return -1;
  if (metric !== 'score') return 1;
  const scores = towns.flatMap((town) => valueOf(town, 'score') ?? []).map(Number);
  return (scores[0] ?? 0) > (scores.at(-1) ?? 0) ? -1 : 1;
}
