import { AQI_CATEGORIES } from '../../../../shared/domain/air/standards/levels.ts';
import { calendarText } from '../../../../shared/text/ui/monitoring-text.ts';
import { EVENT_MEANING, EVENT_SIGN } from '../../../../shared/text/event-text.ts';
import { type Box, hatched, INK, type Shape, SOFT, striped } from '../../../ui/drawing/shapes.ts';
import type { DayCell } from './calendar-layout.ts';

type Place = Pick<Box, 'x' | 'y' | 'width' | 'height'>;

/** In the colours of HJ 633, or in greys that grow darker with the level. */
export type Tone = 'colour' | 'grey';

const GREYS = ['#ffffff', '#e6e6e6', '#c9c9c9', '#a6a6a6', '#6e6e6e', '#333333'] as const;
const EDGE = '#8792a2';

/** Levels from here on are dark in both tones. */
const FIRST_DARK = 5;

export function levelFill(level: number, tone: Tone): string {
  if (tone === 'grey') return GREYS[level - 1] ?? '#ffffff';
  const rgb = AQI_CATEGORIES.find((category) => category.level === level)?.rgb ?? [255, 255, 255];
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

export const levelInk = (level: number): string => (level >= FIRST_DARK ? '#ffffff' : '#000000');

/** One day: its date and the level's number above, the AQI below; hatched without data, striped where stations lack. */
export function dayShapes(
  cell: Pick<DayCell, 'look' | 'level' | 'text' | 'dust' | 'event' | 'dayOfMonth'>,
  place: Place,
  tone: Tone,
): Shape[] {
  const { x, y, width, height } = place;
  const fill = cell.level === null ? (cell.look === 'na' ? '#eef0f3' : '#ffffff') : levelFill(cell.level, tone);
  const ink = cell.level === null ? INK : levelInk(cell.level);
  const corner = `${cell.dayOfMonth === 0 ? '' : cell.dayOfMonth}${cell.dust ? calendarText.dust : ''}${cell.event === true ? EVENT_SIGN : ''}`;
  return [
    { kind: 'box', ...place, fill },
    ...(cell.look === 'gap' ? hatched(place, 6, EDGE) : cell.look === 'few' ? striped(place, 4, '#b9c2ce') : []),
    { kind: 'box', ...place, fill: 'none', stroke: EDGE },
    ...(corner === '' ? [] : [words(corner, x + 2, y + 9, 8, cell.level === null ? SOFT : ink, 'start')]),
    ...(cell.level === null ? [] : [words(calendarText.roman[cell.level - 1] ?? '', x + width - 2, y + 9, 8, ink, 'end')]),
    ...(cell.text === '' ? [] : [words(cell.text, x + width / 2, y + height - 4, 11, ink, 'middle', true)]),
  ];
}

function words(text: string, x: number, y: number, size: number, fill: string, anchor: 'start' | 'middle' | 'end', bold = false): Shape {
  return { kind: 'words', text, x, y, size, fill, anchor, bold };
}

/** What each look means, in a line; `top` is where it begins. Gives the shapes and where the next line may begin. */
export function legendShapes(entries: readonly LegendEntry[], width: number, top: number, tone: Tone): { shapes: Shape[]; bottom: number } {
  const shapes: Shape[] = [];
  let [x, y] = [0, top];
  for (const { cell, meaning } of entries) {
    const length = SWATCH + GAP + meaning.length * LETTER;
    if (x > 0 && x + length > width) [x, y] = [0, y + LINE];
    shapes.push(...dayShapes(cell, { x, y, width: SWATCH, height: 22 }, tone), words(meaning, x + SWATCH + 4, y + 15, 11, INK, 'start'));
    x += length + GAP;
  }
  return { shapes, bottom: y + LINE };
}

const SWATCH = 30;
const GAP = 10;
const LETTER = 11.5;
const LINE = 28;

export interface LegendEntry {
  readonly cell: Pick<DayCell, 'look' | 'level' | 'text' | 'dust' | 'event' | 'dayOfMonth'>;
  readonly meaning: string;
}

/** Every level, and what else a day can be. */
export function legendEntries(has: { readonly few: boolean; readonly dust: boolean; readonly event: boolean }): LegendEntry[] {
  const plain = { level: null, text: '', dust: false, dayOfMonth: 0 } as const;
  return [
    ...AQI_CATEGORIES.map(({ level, name }) => ({ cell: { ...plain, look: 'level' as const, level, text: '' }, meaning: name })),
    { cell: { ...plain, look: 'na' as const, text: calendarText.na }, meaning: calendarText.naMeaning },
    ...(has.few ? [{ cell: { ...plain, look: 'few' as const, text: calendarText.few }, meaning: calendarText.fewMeaning }] : []),
    { cell: { ...plain, look: 'gap' as const }, meaning: calendarText.gapMeaning },
    ...(has.dust ? [{ cell: { ...plain, look: 'future' as const, dust: true }, meaning: calendarText.dustMeaning }] : []),
    ...(has.event ? [{ cell: { ...plain, look: 'future' as const, event: true as const }, meaning: EVENT_MEANING }] : []),
  ];
}
