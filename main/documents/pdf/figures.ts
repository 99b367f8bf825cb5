import { textWidth } from './unbreakable.ts';

/** Below 小六 a printed figure is hard to read; one that needs less is divided. */
const LEAST_SIZE = 6.5;

/** 1234567.5, ≥83.5%, and a value with a second one in brackets, which may stand below it. */
const FIGURE = /^([≤≥]?-?[\d.,]+[%％]?)(（[\d.,]+[%％]?）)?$/u;

/** Size of a figure in a column of that width: smaller where the figure would be divided, because half a number is read as a number. */
export function figureSize(text: string, size: number, width: number): number {
  const [whole, value = '', second = ''] = FIGURE.exec(text) ?? [];
  if (whole === undefined) return size;
  const room = width / size;
  const needed = textWidth(whole) <= room ? textWidth(whole) : Math.max(textWidth(value), textWidth(second));
  const fitting = Math.floor(((size * room) / needed) * 10) / 10;
  return needed <= room || fitting < LEAST_SIZE ? size : fitting;
}
