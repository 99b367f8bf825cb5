import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarCounts, calendarLayout, dayAfterKey } from '../../../../../../renderer/features/monitoring/calendar/calendar-layout.ts';
import type { CalendarDay } from '../../../../../../shared/contract/monitoring.ts';
import type { DustDayMode } from '../../../../../../shared/domain/air/types.ts';
import { AQI_CATEGORIES } from '../../../../../../shared/domain/air/standards/levels.ts';
import { ROOT } from '../../../../../architecture/project-files.ts';

const none = (date: string): CalendarDay => ({
  date,
  status: 'none',
  aqi: null,
  partialAqi: null,
  level: null,
  category: null,
  primary: [],
  missing: [],
  counted: false,
  count: 'none',
  countClause: '',
  standard: 'x',
  dust: false,
  measured: null,
  source: null,
  stations: null,
});

const yearOfDays = (year: number): CalendarDay[] => {
  const days: CalendarDay[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000)
    days.push(none(new Date(at).toISOString().slice(0, 10)));
  return days;
};

const shownYear = (days: readonly CalendarDay[], used: DustDayMode = 'without-pm') => ({
  days: [...days],
  dustDays: { used, ofWork: used },
});

describe('year of the calendar', () => {
  it('puts every day under its weekday, Monday first, and none twice', () => {
    const months = calendarLayout(shownYear(yearOfDays(2024)), '2025-01-01');
    expect(months).toHaveLength(12);
    expect(months.flatMap(({ weeks }) => weeks.flat()).filter((cell) => cell !== null)).toHaveLength(366);
    expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true);
    // 2024-07-01 was a Monday, 2024-09-01 a Sunday.
    expect(months[6]?.weeks[0]?.[0]?.date).toBe('2024-07-01');
    expect(months[8]?.weeks[0]?.findIndex((cell) => cell !== null)).toBe(6);
  });

  it('tells a day without data from a day to come', () => {
    const looks = calendarLayout(shownYear(yearOfDays(2024)), '2024-06-30')
      .flatMap(({ weeks }) => weeks.flat())
      .filter((cell) => cell !== null)
      .map(({ look }) => look);
    expect([looks.filter((look) => look === 'gap').length, looks.filter((look) => look === 'future').length]).toEqual([182, 184]);
  });

  it('says in the cell and in words what the day was', () => {
    const published: CalendarDay = {
      ...none('2024-03-05'),
      status: 'published',
      aqi: 128,
      level: 3,
      category: '轻度污染',
      primary: ['pm25', 'o3'],
      counted: true,
      count: 'exceeded',
      dust: true,
    };
    const na: CalendarDay = { ...none('2024-03-06'), status: 'na', partialAqi: 60, level: 2, missing: ['co'], count: 'incomplete' };
    const left: CalendarDay = { ...na, date: '2024-03-08', status: 'published', aqi: 60, category: '良', primary: ['pm25'] };
    const gases: CalendarDay = {
      ...published,
      date: '2024-03-09',
      aqi: 62,
      level: 2,
      category: '良',
      primary: ['o3'],
      measured: { aqi: 260, level: 5, category: '重度污染', primary: ['pm10'] },
    };
    const out: CalendarDay = { ...published, date: '2024-03-10', counted: false, count: 'dust' };
    const cells = calendarLayout(shownYear([published, na, none('2024-03-07'), left, gases, out]), '2024-12-31')
      .flatMap(({ weeks }) => weeks.flat())
      .filter((cell) => cell !== null);
    expect(cells.map(({ text, look, level }) => [text, look, level])).toEqual([
      ['128', 'level', 3],
      ['NA', 'na', null],
      ['', 'gap', null],
      ['60', 'na', null],
      ['62', 'level', 2],
      ['128', 'na', null],
    ]);
    expect(cells.map(({ label }) => label)).toEqual([
      '2024-03-05，AQI 128，轻度污染，首要污染物 PM2.5、O3，扣沙日',
      '2024-03-06，AQI 不发布（NA），缺 CO',
      '2024-03-07，无数据',
      '2024-03-08，AQI 60，良，首要污染物 PM2.5，缺 CO，不计入天数',
      '2024-03-09，AQI 62，良，首要污染物 O3，扣沙日，剔除PM10、PM2.5后按其余各项计入（实测AQI 260，重度污染）',
      '2024-03-10，AQI 128，轻度污染，首要污染物 PM2.5、O3，扣沙日，除PM10、PM2.5外没有监测值，不计入天数',
    ]);
  });

  it('says of a dust day how it counts, in each of the three ways', () => {
    const day: CalendarDay = { ...none('2024-03-05'), status: 'published', aqi: 128, level: 3, category: '轻度污染', dust: true };
    const label = (used: DustDayMode, more: Partial<CalendarDay>) =>
      calendarLayout(shownYear([{ ...day, ...more }], used), '2024-12-31').flatMap(({ weeks }) =>
        weeks.flat().flatMap((cell) => cell?.label ?? []),
      );
    expect(label('kept', { counted: true, count: 'exceeded' })).toEqual(['2024-03-05，AQI 128，轻度污染，扣沙日，按实测AQI计入天数']);
    expect(label('left-out', { count: 'dust' })).toEqual(['2024-03-05，AQI 128，轻度污染，扣沙日，整日不计入天数']);
    expect(label('without-pm', { count: 'dust' })).toEqual([
      '2024-03-05，AQI 128，轻度污染，扣沙日，除PM10、PM2.5外没有监测值，不计入天数',
    ]);
  });

  it('counts days by level, those that do not count, those without data and with dust', () => {
    const smoke = { event: 1, kind: 'smoke' as const, name: '', state: 'approved' as const, number: '', pollutants: [], out: true };
    const days = [
      { ...none('2024-01-01'), status: 'published' as const, level: 6, counted: true, count: 'exceeded' as const },
      { ...none('2024-01-05'), status: 'published' as const, level: 2, count: 'incomplete' as const },
      { ...none('2024-01-02'), status: 'na' as const, count: 'incomplete' as const },
      { ...none('2024-01-03'), dust: true },
      { ...none('2024-01-06'), status: 'published' as const, level: 5, count: 'dust' as const, dust: true },
      { ...none('2024-01-07'), status: 'published' as const, level: 5, count: 'dust' as const, events: [smoke] },
      { ...none('2024-01-04'), events: [{ ...smoke, kind: 'dust' as const }] },
    ];
    expect(calendarCounts(days, '2024-01-03')).toEqual({ levels: [0, 0, 0, 0, 0, 1], na: 2, few: 0, gaps: 1, dust: 2, left: 1, events: 1 });
  });
});

describe('arrow keys in the calendar', () => {
  it.each([
    ['2024-02-29', 'ArrowRight', '2024-03-01'],
    ['2024-02-29', 'ArrowDown', '2024-03-07'],
    ['2024-03-05', 'ArrowUp', '2024-02-27'],
    ['2024-03-31', 'PageUp', '2024-02-29'],
    ['2024-01-31', 'PageDown', '2024-02-29'],
    ['2024-02-10', 'Home', '2024-02-01'],
    ['2024-02-10', 'End', '2024-02-29'],
    ['2024-01-01', 'ArrowLeft', null],
    ['2024-12-31', 'ArrowDown', null],
    ['2024-05-05', 'a', null],
  ])('%s %s leads to %s', (date, key, next) => {
    expect(dayAfterKey(date, key)).toBe(next);
  });

  it('come back the way they went', () => {
    const inside = fc
      .date({ min: new Date('2024-01-08T00:00:00Z'), max: new Date('2024-12-24T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        inside,
        fc.constantFrom(['ArrowLeft', 'ArrowRight'] as const, ['ArrowUp', 'ArrowDown'] as const),
        (date, [there, back]) => {
          expect(dayAfterKey(dayAfterKey(date, there) ?? '', back)).toBe(date);
        },
      ),
    );
  });
});

describe('colours of the calendar', () => {
  const css = readFileSync(join(ROOT, 'renderer/features/monitoring/monitoring.css'), 'utf8');
  const rule = (level: number): { text: string; ground: number[] } => {
    const match = new RegExp(`\\.aqi-level-${level} \\{ color: (#\\w+); background: rgb\\((\\d+) (\\d+) (\\d+)\\); \\}`).exec(css);
    return { text: match?.[1] ?? '', ground: (match ?? []).slice(2).map(Number) };
  };
  const light = ([red = 0, green = 0, blue = 0]: readonly number[]): number => {
    const linear = [red, green, blue].map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };

  it.each(AQI_CATEGORIES)('$name is the RGB of HJ 633, and its text keeps 4.5 : 1', ({ level, rgb }) => {
    const { text, ground } = rule(level);
    expect(ground).toEqual([...rgb]);
    const [one, other] = [light(ground), text === '#fff' ? 1 : 0];
    expect((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
