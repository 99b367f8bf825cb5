import { calendarText } from '../../../../../shared/text/ui/monitoring-text.ts';
import type { Drawing, Shape } from '../../../../ui/drawing/shapes.ts';
import { dayShapes, legendEntries, legendShapes, type Tone } from '../day-shapes.ts';
import type { MonthBlock, PlaceRow } from './month-rows.ts';

const CELL = { width: 27, height: 26 } as const;
const NAME = 92;
const COUNT = 40;
const DAYS = 31;
const HEAD = 24;
const WIDTH = NAME + DAYS * CELL.width + 3 * COUNT;

/** Months below each other, a row a place, the days across, the counts at the end. */
export function severalDrawing(blocks: readonly MonthBlock[], tone: Tone): Drawing {
  const shapes: Shape[] = [];
  let y = 0;
  for (const block of blocks) {
    shapes.push(...blockShapes(block, y, tone));
    y += blockHeight(block.rows.length);
  }
  const cells = blocks.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const has = {
    few: cells.some(({ look }) => look === 'few'),
    dust: cells.some(({ dust }) => dust),
    event: cells.some(({ event }) => event === true),
  };
  const legend = legendShapes(legendEntries(has), WIDTH, y + 4, tone);
  return { width: WIDTH, height: legend.bottom, shapes: [...shapes, ...legend.shapes] };
}

const blockHeight = (rows: number): number => HEAD + rows * CELL.height + 10;

/** As many months as a sheet of paper that stands upright can hold. */
export const blocksOnSheet = (rows: number): number => Math.max(1, Math.floor(SHEET / blockHeight(rows)));

/** Height of the drawing area at this width. */
const SHEET = WIDTH * 1.25;

function blockShapes({ month, rows }: MonthBlock, y: number, tone: Tone): Shape[] {
  const { counts } = calendarText;
  const head = (text: string, x: number, anchor: 'middle' | 'end'): Shape => ({ kind: 'words', x, y: y + 16, text, size: 11, anchor });
  const ends = NAME + DAYS * CELL.width;
  const longest = rows[0]?.cells.length ?? 0;
  return [
    { kind: 'words', x: 0, y: y + 16, text: calendarText.month(month), size: 13, bold: true },
    ...Array.from({ length: longest }, (_, day) => head(String(day + 1), NAME + (day + 0.5) * CELL.width, 'middle')),
    ...[counts.good, counts.over, counts.counted].map((text, index) => head(text, ends + (index + 1) * COUNT, 'end')),
    ...rows.flatMap((row, index) => rowShapes(row, y + HEAD + index * CELL.height, tone)),
  ];
}

function rowShapes({ name, cells, tally }: PlaceRow, y: number, tone: Tone): Shape[] {
  const base = y + CELL.height - 8;
  return [
    { kind: 'words', x: 0, y: base, text: name, size: 12 },
    ...cells.flatMap((cell, day) => dayShapes({ ...cell, dayOfMonth: 0 }, { x: NAME + day * CELL.width, y, ...CELL }, tone)),
    ...[tally.good, tally.over, tally.counted].map((days, index): Shape => ({
      kind: 'words',
      x: NAME + DAYS * CELL.width + (index + 1) * COUNT,
      y: base,
      text: String(days),
      size: 12,
      anchor: 'end',
    })),
  ];
}
