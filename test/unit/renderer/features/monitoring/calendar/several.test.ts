import { describe, expect, test } from 'vitest';
import { calendarCounts, calendarLayout } from '../../../../../../renderer/features/monitoring/calendar/calendar-layout.ts';
import { yearDrawing } from '../../../../../../renderer/features/monitoring/calendar/calendar-drawing.ts';
import { levelFill, levelInk } from '../../../../../../renderer/features/monitoring/calendar/day-shapes.ts';
import { monthBlocks } from '../../../../../../renderer/features/monitoring/calendar/several/month-rows.ts';
import { blocksOnSheet, severalDrawing } from '../../../../../../renderer/features/monitoring/calendar/several/several-drawing.ts';
import { svgOf } from '../../../../../../renderer/ui/drawing/drawing-file.ts';
import { framed, hatched, type Stroke } from '../../../../../../renderer/ui/drawing/shapes.ts';
import type { CalendarDay, MonitoringCalendar } from '../../../../../../shared/contract/monitoring.ts';
import { daysOfYear } from '../../../../../../shared/domain/calendar.ts';

const dayOf = (date: string, level: number | null, stations: CalendarDay['stations'] = null): CalendarDay => ({
  date,
  status: level === null ? 'none' : 'published',
  aqi: level === null ? null : level * 45,
  partialAqi: null,
  level,
  category: null,
  primary: [],
  missing: [],
  counted: level !== null,
  count: level === null ? 'none' : level > 2 ? 'exceeded' : 'complete',
  measured: null,
  countClause: '',
  standard: '',
  dust: date.endsWith('-03'),
  source: null,
  stations,
});
const calendarOf = (name: string, days: readonly CalendarDay[]): MonitoringCalendar => ({
  placeId: name,
  name,
  year: 2024,
  sample: false,
  standards: [],
  pollutants: [],
  dustDays: { used: 'kept', ofWork: 'kept' },
  days: [...days],
  tallies: [{ period: '2024-02', good: 20, over: 9, counted: 29, tooFew: 0 }],
  gaps: [],
  firstDay: '2024-01-01',
  lastDay: '2024-12-31',
});
const full = calendarOf(
  '甲镇',
  daysOfYear(2024).map((date, index) => dayOf(date, (index % 6) + 1)),
);
const lacking = calendarOf(
  '乙<镇>',
  daysOfYear(2024).map((date) => dayOf(date, null, { entered: 2, expected: 4, required: 3 })),
);

describe('several places side by side', () => {
  test('the same day of every place stands in the same column', () => {
    const [february, ...others] = monthBlocks([full, lacking], '2025-01-01', 2);
    expect(others).toEqual([]);
    expect(february?.rows.map(({ cells }) => cells.map(({ date }) => date))).toEqual([
      daysOfYear(2024).filter((date) => date.startsWith('2024-02')),
      daysOfYear(2024).filter((date) => date.startsWith('2024-02')),
    ]);
    expect(february?.rows[0]?.tally).toMatchObject({ good: 20, over: 9, counted: 29 });
    expect(monthBlocks([full], '2025-01-01', null)).toHaveLength(12);
  });

  test('a day of which stations lack is told from one without data, also in the counts', () => {
    const cells = calendarLayout(lacking, '2025-01-01')
      .flatMap(({ weeks }) => weeks.flat())
      .filter((cell) => cell !== null);
    expect(new Set(cells.map(({ look, text }) => `${look} ${text}`))).toEqual(new Set(['few 少']));
    expect(cells[0]?.label).toContain('有效点位 2 个，应有 4 个，不足 3 个');
    expect(calendarCounts(lacking.days, '2025-01-01')).toMatchObject({ few: 366, gaps: 0 });
    const none = daysOfYear(2024).map((date) => dayOf(date, null, { entered: 0, expected: 4, required: 3 }));
    expect(calendarCounts(none, '2025-01-01')).toMatchObject({ few: 0, gaps: 366 });
  });

  test('fewer places, more months on a sheet; six still have several', () => {
    expect([blocksOnSheet(2), blocksOnSheet(6)]).toEqual([15, 6]);
  });
});

describe('calendars as drawings', () => {
  const svg = (drawing: Parameters<typeof framed>[0]): string => svgOf(framed(drawing, '甲镇<日历>', '某区　示例数据'), 'serif');

  test('carry title, origin, every AQI and the numbers of the levels as text, with signs of the format escaped', () => {
    const text = svg(yearDrawing(calendarLayout(full, '2025-01-01'), 'colour'));
    for (const words of ['甲镇&lt;日历&gt;', '示例数据', '>270<', '>Ⅵ<', '12月', '严重污染', '扣沙日']) expect(text).toContain(words);
    expect(text).not.toContain('少');
    expect(text.match(/fill="#ff7e00"/g)?.length).toBe(61 + 1);
  });

  test('have no colour in black and white, and grow darker with the level', () => {
    const text = svg(severalDrawing(monthBlocks([full, lacking], '2025-01-01', null), 'grey'));
    expect(text).toContain('乙&lt;镇&gt;');
    expect(text).toContain('有效点位不足');
    const greys = [1, 2, 3, 4, 5, 6].map((level) => levelFill(level, 'grey'));
    expect(greys.every((fill) => /^#(..)\1\1$/.test(fill))).toBe(true);
    expect(greys).toEqual(greys.toSorted().toReversed());
    for (const fill of [1, 2, 3, 4, 5, 6].map((level) => levelFill(level, 'colour')))
      if (fill !== '#ffffff') expect(text).not.toContain(`"${fill}"`);
  });

  test.each(['colour', 'grey'] as const)('letters stand out in %s', (tone) => {
    for (const level of [1, 2, 3, 4, 5, 6]) expect(contrast(levelFill(level, tone), levelInk(level))).toBeGreaterThan(4.5);
  });

  test('hatching stays within its box', () => {
    const place = { x: 10, y: 20, width: 29, height: 27 };
    const inside = ([x, y]: readonly [number, number]): boolean => x >= 10 && x <= 39 && y >= 20 && y <= 47;
    const strokes: Stroke[] = hatched(place, 6, '#000');
    expect(strokes.length).toBeGreaterThan(5);
    expect(strokes.every(({ from, to }) => inside(from) && inside(to))).toBe(true);
  });
});

/** Contrast by WCAG 2. */
function contrast(one: string, other: string): number {
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.039_28 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [bright = 1, dark = 0] = [light(one), light(other)].toSorted((left, right) => right - left);
  return (bright + 0.05) / (dark + 0.05);
}
