/** What a drawing of our own is made of; every form of it (page, SVG, PNG, paper) comes from the same list. Lengths in pixels of the screen. */
export type Shape = Box | Words | Stroke | Area;

export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly stroke?: string;
}

export interface Words {
  readonly kind: 'words';
  readonly x: number;
  /** The line on which the letters stand. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  /** Colour around the letters, where they stand on what is light and dark. */
  readonly halo?: string;
}

/** What lies within its rings, by the even-odd rule: rings within others are holes. */
export interface Area {
  readonly kind: 'area';
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly fill: string;
  readonly stroke: string;
}

export interface Stroke {
  readonly kind: 'stroke';
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly color: string;
  readonly width: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export const INK = '#1c2430';
export const SOFT = '#5a6474';

type Place = Pick<Box, 'x' | 'y' | 'width' | 'height'>;

/** Slanted lines that fill a box, cut off at its edges. */
export function hatched({ x, y, width, height }: Place, gap: number, color: string): Stroke[] {
  const strokes: Stroke[] = [];
  for (let at = gap; at < width + height; at += gap) {
    const from: [number, number] = at <= height ? [x, y + at] : [x + at - height, y + height];
    const to: [number, number] = at <= width ? [x + at, y] : [x + width, y + at - width];
    strokes.push({ kind: 'stroke', from, to, color, width: 1 });
  }
  return strokes;
}

/** Upright lines that fill a box. */
export function striped({ x, y, width, height }: Place, gap: number, color: string): Stroke[] {
  const strokes: Stroke[] = [];
  for (let at = gap; at < width; at += gap) strokes.push({ kind: 'stroke', from: [x + at, y], to: [x + at, y + height], color, width: 1 });
  return strokes;
}

/** The same somewhere else. */
export function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind === 'stroke')
    return { ...shape, from: [shape.from[0] + dx, shape.from[1] + dy], to: [shape.to[0] + dx, shape.to[1] + dy] };
  if (shape.kind === 'area')
    return { ...shape, rings: shape.rings.map((ring) => ring.map(([x, y]): [number, number] => [x + dx, y + dy])) };
  return { ...shape, x: shape.x + dx, y: shape.y + dy };
}

/** Rings as the outline of an SVG path. */
export const pathOf = ({ rings }: Pick<Area, 'rings'>): string =>
  rings.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`).join('');

/** Around letters, in pixels. */
export const HALO = 3;

const HEAD = 34;
const FOOT = 24;
const MARGIN = 10;

/** A drawing as it goes into a document: its title above, whose it is below. */
export function framed({ width, height, shapes }: Drawing, title: string, about: string): Drawing {
  return {
    width: width + 2 * MARGIN,
    height: height + HEAD + FOOT,
    shapes: [
      { kind: 'words', x: MARGIN + width / 2, y: 22, text: title, size: 15, bold: true, anchor: 'middle' },
      ...shapes.map((shape) => moved(shape, MARGIN, HEAD)),
      { kind: 'words', x: MARGIN + width, y: HEAD + height + 16, text: about, size: 11, anchor: 'end', fill: SOFT },
    ],
  };
}
