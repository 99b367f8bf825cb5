import { areaOf, type Outline, type Point, type Ring } from './read-outlines.ts';

/** An outline in whole units of a drawing, y downwards; `label`: a place inside its largest part for its name. */
export interface FittedOutline {
  readonly unitId: string;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly label: readonly [number, number];
}

export interface FittedOutlines {
  readonly width: number;
  readonly height: number;
  readonly outlines: readonly FittedOutline[];
}

/**
 * Outlines so that all of them fill a drawing of that width. Degrees are drawn with the length that a degree of longitude has in their middle (equirectangular),
 * metres as they are. Points that fall on the same unit are one, so that a border that two units share stays shared.
 */
export function fitOutlines(outlines: readonly Outline[], width: number): FittedOutlines {
  const all = outlines.flatMap(({ rings }) => rings.flat());
  if (all.length === 0) return { width, height: 0, outlines: [] };
  const [left, right] = spanOf(all, 0);
  const [bottom, top] = spanOf(all, 1);
  const narrow = isDegrees(left, right, bottom, top) ? Math.cos((((bottom + top) / 2) * Math.PI) / 180) : 1;
  const scale = width / ((right - left) * narrow);
  const place = ([x, y]: Point): [number, number] => [Math.round((x - left) * narrow * scale), Math.round((top - y) * scale)];
  return {
    width,
    height: Math.max(1, Math.round((top - bottom) * scale)),
    outlines: outlines.map(({ unitId, rings }) => {
      const placed = rings.map((ring) => withoutRepeats(ring.map(place))).filter((ring) => ring.length >= LEAST);
      return { unitId, rings: placed, label: labelOf(placed) };
    }),
  };
}

const LEAST = 4;

const isDegrees = (left: number, right: number, bottom: number, top: number): boolean =>
  left >= -180 && right <= 180 && bottom >= -90 && top <= 90;

function spanOf(points: readonly Point[], axis: 0 | 1): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const point of points) {
    least = Math.min(least, point[axis]);
    most = Math.max(most, point[axis]);
  }
  return most > least ? [least, most] : [least, least + 1];
}

const withoutRepeats = (ring: readonly (readonly [number, number])[]) =>
  ring.filter(([x, y], index) => {
    const before = ring[index - 1];
    return before === undefined || before[0] !== x || before[1] !== y;
  });

/** The middle of the widest stretch inside, on the best of some lines across the largest ring: a centre of mass may lie outside of a bent one. */
function labelOf(rings: readonly Ring[]): readonly [number, number] {
  const [largest] = rings.toSorted((one, other) => Math.abs(areaOf(other)) - Math.abs(areaOf(one)));
  if (largest === undefined) return [0, 0];
  const [top, bottom] = spanOf(largest, 1);
  let best = { width: -1, at: [0, top] as readonly [number, number] };
  for (let line = 1; line < LINES; line += 1) {
    const y = top + ((bottom - top) * line) / LINES;
    // Wide, and in the middle rather than at an end.
    const weight = 1 - Math.abs(line / LINES - 0.5);
    const crossings = crossingsOf(rings, y);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = [crossings[index], crossings[index + 1]];
      if ((to - from) * weight > best.width) best = { width: (to - from) * weight, at: [Math.round((from + to) / 2), Math.round(y)] };
    }
  }
  return best.at;
}

const LINES = 12;

/** Where a line across meets the rings, from the left: inside lies between the first and the second, the third and the fourth. */
function crossingsOf(rings: readonly Ring[], y: number): number[] {
  return rings
    .flatMap((ring) =>
      ring.flatMap(([x, own], index) => {
        const [nextX, next] = ring[(index + 1) % ring.length] ?? [x, own];
        return own > y === next > y ? [] : [x + ((y - own) / (next - own)) * (nextX - x)];
      }),
    )
    .toSorted((one, other) => one - other);
}
