import { calendarText } from '../../../../shared/text/ui/monitoring-text.ts';
import type { Drawing, Shape } from '../../../ui/drawing/shapes.ts';
import type { MonthLayout } from './calendar-layout.ts';
import { dayShapes, legendEntries, legendShapes, type Tone } from './day-shapes.ts';

const CELL = { width: 29, height: 27 } as const;
const COLUMNS = 4;
const MONTH_WIDTH = 7 * CELL.width + 18;
const MONTH_HEIGHT = 6 * CELL.height + 46;

/** The year of one place: twelve months, four in a row, and below what the looks mean. */
export function yearDrawing(months: readonly MonthLayout[], tone: Tone): Drawing {
  const width = COLUMNS * MONTH_WIDTH;
  const rows = Math.ceil(months.length / COLUMNS);
  const cells = months.flatMap(({ weeks }) => weeks.flat()).filter((cell) => cell !== null);
  const legend = legendShapes(
    legendEntries({
      few: cells.some(({ look }) => look === 'few'),
      dust: cells.some(({ dust }) => dust),
      event: cells.some(({ event }) => event === true),
    }),
    width,
    rows * MONTH_HEIGHT + 4,
    tone,
  );
  const drawn = months.flatMap((month, index) =>
    monthShapes(month, (index % COLUMNS) * MONTH_WIDTH, Math.floor(index / COLUMNS) * MONTH_HEIGHT, tone),
  );
  return { width, height: legend.bottom, shapes: [...drawn, ...legend.shapes] };
}

function monthShapes({ month, weeks }: MonthLayout, x: number, y: number, tone: Tone): Shape[] {
  const head: Shape[] = [
    { kind: 'words', x, y: y + 14, text: calendarText.month(month), size: 13, bold: true },
    ...calendarText.weekdays.map((text, day): Shape => ({
      kind: 'words',
      x: x + (day + 0.5) * CELL.width,
      y: y + 32,
      text,
      size: 10,
      anchor: 'middle',
    })),
  ];
  const days = weeks.flatMap((week, row) =>
    week.flatMap((cell, day) =>
      cell === null ? [] : dayShapes(cell, { x: x + day * CELL.width, y: y + 38 + row * CELL.height, ...CELL }, tone),
    ),
  );
  return [...head, ...days];
}
