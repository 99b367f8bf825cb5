import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyIaqi, hourlyIaqi, iaqiSteps } from '../../../../../../shared/domain/air/aqi/iaqi.ts';
import type { AqiStandard } from '../../../../../../shared/domain/air/standards/aqi-standard.ts';
import { HJ_633_2012 } from '../../../../../../shared/domain/air/standards/hj633-2012.ts';
import { HJ_633_2026 } from '../../../../../../shared/domain/air/standards/hj633-2026.ts';
import { POLLUTANTS, type Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { fraction, fractionOf } from '../../../../../../shared/domain/numbers/fraction.ts';

const daily = (pollutant: Pollutant, concentration: string, standard: AqiStandard): number | null =>
  dailyIaqi(pollutant, fractionOf(concentration), standard);
const hourly = (pollutant: Pollutant, concentration: string, standard: AqiStandard): number | null =>
  hourlyIaqi(pollutant, fractionOf(concentration), standard);

type Vector = readonly [concentration: string, by2012: number | null, by2026: number | null];

describe('the daily sub-index of a concentration worked out by hand', () => {
  const vectors: Readonly<Record<Pollutant, readonly Vector[]>> = {
    pm25: [
      ['0', 0, 0],
      ['12', 18, 18],
      ['35', 50, 50],
      ['36', 52, 52],
      ['50', 69, 80],
      ['60', 82, 100],
      ['61', 83, 101],
      ['75', 100, 114],
      ['76', 102, 115],
      ['100', 132, 137],
      ['115', 150, 150],
      ['116', 152, 152],
      ['150', 200, 200],
      ['151', 201, 201],
      ['251', 301, 301],
      ['500', 500, 500],
      ['600', 500, 500],
    ],
    pm10: [
      ['51', 51, 51],
      ['100', 75, 86],
      ['120', 85, 100],
      ['121', 86, 101],
      ['150', 100, 112],
      ['151', 101, 112],
      ['251', 151, 151],
      ['420', 300, 300],
    ],
    o3: [
      ['101', 51, 51],
      ['161', 101, 101],
      ['186', 124, 124],
      ['216', 151, 151],
      ['266', 201, 201],
      ['800', 300, 300],
      ['801', null, 300],
    ],
    no2: [
      ['41', 52, 52],
      ['81', 101, 101],
    ],
    so2: [
      ['51', 51, 51],
      ['151', 101, 101],
    ],
    co: [
      ['0.9', 23, 23],
      ['2.1', 53, 53],
      ['2.2', 55, 55],
      ['4.1', 101, 101],
    ],
  };
  for (const pollutant of POLLUTANTS) {
    it.each(vectors[pollutant])(`of ${pollutant} %s is %s by the 2012 rules and %s by the 2026 rules`, (concentration, by2012, by2026) => {
      expect([daily(pollutant, concentration, HJ_633_2012), daily(pollutant, concentration, HJ_633_2026)]).toEqual([by2012, by2026]);
    });
  }
});

/** HJ 633-2026 表3 and HJ 633-2012 表1 once more as printed, at IAQI 0, 50, 100, 150, 200, 300, 400, 500. */
const LEVELS = [0, 50, 100, 150, 200, 300, 400, 500];
const TABLES = {
  daily: {
    so2: [0, 50, 150, 475, 800, 1600, 2100, 2620],
    no2: [0, 40, 80, 180, 280, 565, 750, 940],
    co: [0, 2, 4, 14, 24, 36, 48, 60],
    o3: [0, 100, 160, 215, 265, 800],
    pm10: { 2012: [0, 50, 150, 250, 350, 420, 500, 600], 2026: [0, 50, 120, 250, 350, 420, 500, 600] },
    pm25: { 2012: [0, 35, 75, 115, 150, 250, 350, 500], 2026: [0, 35, 60, 115, 150, 250, 350, 500] },
  },
  hourly: {
    so2: [0, 150, 500, 650, 800],
    no2: [0, 100, 200, 700, 1200, 2340, 3090, 3840],
    co: [0, 5, 10, 35, 60, 90, 120, 150],
    o3: [0, 160, 200, 300, 400, 800, 1000, 1200],
    pm10: { 2012: [0, 50, 150, 250, 350, 420, 500, 600], 2026: [0, 50, 120, 250, 350, 420, 500, 600] },
    pm25: { 2012: [0, 35, 75, 115, 150, 250, 350, 500], 2026: [0, 35, 60, 115, 150, 250, 350, 500] },
  },
} as const;

interface Boundary {
  readonly pollutant: Pollutant;
  readonly limit: number;
  readonly level: number;
  /** Ends of the segments below and above. */
  readonly below: number;
  readonly above: number | null;
  readonly next: number | null;
}

const boundariesOf = (kind: 'daily' | 'hourly', edition: 2012 | 2026): Boundary[] =>
  POLLUTANTS.flatMap((pollutant) => {
    const entry = TABLES[kind][pollutant];
    const limits: readonly number[] = Array.isArray(entry) ? entry : (entry as Readonly<Record<2012 | 2026, readonly number[]>>)[edition];
    return limits
      .map((limit, index) => ({
        pollutant,
        limit,
        level: LEVELS[index] ?? 0,
        below: limits[index - 1] ?? 0,
        above: limits[index + 1] ?? null,
        next: LEVELS[index + 1] ?? null,
      }))
      .slice(1);
  });

describe.each([
  ['daily', 2012, daily, HJ_633_2012],
  ['daily', 2026, daily, HJ_633_2026],
  ['hourly', 2012, hourly, HJ_633_2012],
  ['hourly', 2026, hourly, HJ_633_2026],
] as const)('each breakpoint of the %s table of %s', (kind, edition, index, standard) => {
  it.each(boundariesOf(kind, edition))('$pollutant at $limit', ({ pollutant, limit, level, below, above, next }) => {
    const step = pollutant === 'co' ? 0.1 : 1;
    const text = (value: number): string => value.toFixed(pollutant === 'co' ? 1 : 0);
    const levelBelow = LEVELS[LEVELS.indexOf(level) - 1] ?? 0;
    expect(index(pollutant, text(limit), standard)).toBe(level);
    // One step below: still in the lower segment, and by the slope of that segment.
    const slopeBelow = (level - levelBelow) / (limit - below);
    expect(index(pollutant, text(limit - step), standard)).toBe(Math.ceil(Number((level - slopeBelow * step).toFixed(9))));
    const beyond = index(pollutant, text(limit + step), standard);
    if (above !== null && next !== null)
      expect(beyond).toBe(Math.ceil(Number((level + ((next - level) / (above - limit)) * step).toFixed(9))));
    else if (level === 500) expect(beyond).toBe(500);
    else if (pollutant === 'o3') expect(beyond).toBe(edition === 2012 ? null : 300);
    else expect(beyond).toBe(edition === 2012 ? null : 200);
  });
});

describe('the concentration that goes in', () => {
  it('is rounded half to even first, to whole numbers and CO to one decimal', () => {
    expect(daily('pm25', '35.5', HJ_633_2012)).toBe(52);
    expect(daily('pm25', '34.5', HJ_633_2012)).toBe(daily('pm25', '34', HJ_633_2012));
    expect(daily('co', '2.25', HJ_633_2012)).toBe(55);
    expect(dailyIaqi('pm25', fraction(853, 24), HJ_633_2012)).toBe(52);
  });

  it('may not be negative', () => {
    expect(() => daily('pm25', '-3', HJ_633_2012)).toThrow(RangeError);
    expect(daily('pm25', '-0.4', HJ_633_2012)).toBe(0);
  });
});

it('the index never falls when the concentration rises, under either standard and in both tables', () => {
  const at = (pollutant: Pollutant, thousandths: number, standard: AqiStandard, index: typeof dailyIaqi): number =>
    index(pollutant, fraction(thousandths, 1000), standard) ?? 999;
  fc.assert(
    fc.property(
      fc.constantFrom(...POLLUTANTS),
      fc.integer({ min: 0, max: 4_000_000 }),
      fc.integer({ min: 0, max: 50_000 }),
      fc.constantFrom(HJ_633_2012, HJ_633_2026),
      fc.constantFrom(dailyIaqi, hourlyIaqi),
      (pollutant, thousandths, rise, standard, index) => {
        expect(at(pollutant, thousandths + rise, standard, index)).toBeGreaterThanOrEqual(at(pollutant, thousandths, standard, index));
      },
    ),
    { numRuns: 1000 },
  );
});

describe('the steps of a calculation', () => {
  it('name the breakpoints, the unrounded index and the clause', () => {
    expect(iaqiSteps('pm25', fractionOf('50.4'), HJ_633_2026, 'daily')).toEqual({
      rounded: '50',
      low: '35',
      high: '60',
      iaqiLow: 50,
      iaqiHigh: 100,
      exact: '80',
      iaqi: 80,
      clause: '4.2.2、表3',
    });
    expect(iaqiSteps('co', fractionOf('2.2'), HJ_633_2012, 'daily')).toMatchObject({
      rounded: '2.2',
      low: '2',
      high: '4',
      exact: '55',
      iaqi: 55,
    });
  });

  it('beyond the scale name the note that decides', () => {
    expect(iaqiSteps('o3', fractionOf('801'), HJ_633_2012, 'daily')).toMatchObject({ low: null, iaqi: null, clause: '表1 注（3）' });
    expect(iaqiSteps('o3', fractionOf('801'), HJ_633_2026, 'daily')).toMatchObject({ iaqi: 300, clause: '表3 注c' });
    expect(iaqiSteps('so2', fractionOf('801'), HJ_633_2026, 'hourly')).toMatchObject({ iaqi: 200, clause: '表3 注b' });
    expect(iaqiSteps('pm10', fractionOf('601'), HJ_633_2026, 'daily')).toMatchObject({ iaqi: 500, clause: '4.2.2、表3' });
  });
});
