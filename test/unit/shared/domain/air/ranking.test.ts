import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { DailyConcentrations } from '../../../../../shared/domain/air/iaqi.ts';
import { parsePeriod, type Period } from '../../../../../shared/domain/air/period.ts';
import { rankTowns, type TownDays } from '../../../../../shared/domain/air/ranking.ts';
import { rankingSchemeSchema } from '../../../../../shared/domain/air/ranking-scheme.ts';

const scheme = rankingSchemeSchema.parse(parse(readFileSync(new URL('../../../../../templates/schemes/ranking-2024.yml', import.meta.url), 'utf8')));
const JULY: Period = parsePeriod('2024-07') ?? { from: '', to: '' };

const CLEAN = { pm10: '20', so2: '5', no2: '10', co: '0.4', o3: '60' } as const;

/** A town with these daily means of PM2.5 from the first of July on, and clean air otherwise. */
function town(unitId: string, pm25: readonly string[], others: DailyConcentrations = CLEAN): TownDays {
  return { unitId, days: pm25.map((value, index) => ({ date: `2024-07-${String(index + 1).padStart(2, '0')}`, values: { ...others, pm25: value } })) };
}

const even = (unitId: string, value: string, days = 31): TownDays => town(unitId, Array.from({ length: days }, () => value));

describe('the town ranking', () => {
  it('is a demonstration scheme that says so', () => {
    expect(scheme).toMatchObject({ kind: 'ranking', year: 2024, demonstration: true });
  });

  it('lets equal published values share a rank and skips the next', () => {
    // 30.04 and 30.01 are both published as 30.0
    const rows = rankTowns([even('town-d', '31'), even('town-c', '30.04'), even('town-b', '30.01'), even('town-a', '29')], JULY, scheme);
    expect(rows.map((row) => [row.unitId, row.rank, row.shared, row.pm25Mean])).toEqual([
      ['town-a', 1, false, '29.0'], ['town-b', 2, true, '30.0'], ['town-c', 2, true, '30.0'], ['town-d', 4, false, '31.0'],
    ]);
  });

  it('puts the town with more good days first when PM2.5 is equal', () => {
    const mixed = town('town-a', ['80', '0', ...Array.from({ length: 29 }, () => '40')]);
    const rows = rankTowns([mixed, even('town-b', '40')], JULY, scheme);
    expect(rows.map((row) => [row.unitId, row.rank, row.pm25Mean, row.pm25Rank, row.goodDays, row.goodDayRatio, row.goodDaysRank])).toEqual([
      ['town-b', 1, '40.0', 1, 31, '100.0', 1], ['town-a', 2, '40.0', 1, 30, '96.8', 2],
    ]);
  });

  it('gives a town that does not measure all six pollutants no place by its good days, and shifts nobody', () => {
    const rows = rankTowns([town('town-a', Array.from({ length: 31 }, () => '30'), { pm10: '50' }), even('town-b', '40')], JULY, scheme);
    expect(rows.map((row) => [row.unitId, row.rank, row.goodDayRatio, row.goodDaysRank])).toEqual([['town-a', 1, '100.0', null], ['town-b', 2, '100.0', 1]]);
  });

  it('lists towns without enough days last and does not rank them', () => {
    const rows = rankTowns([even('town-a', '10', 26), even('town-b', '50'), { unitId: 'town-c', days: [] }], JULY, scheme);
    expect(rows.map((row) => [row.unitId, row.rank, row.pm25Rank, row.gaps.map((gap) => gap.code)])).toEqual([
      ['town-b', 1, 1, []], ['town-a', null, null, ['MONTH_DAYS_SHORT']], ['town-c', null, null, ['NO_DATA']],
    ]);
    expect(rows[1]).toMatchObject({ pm25Mean: '10.0', validDays: 26, calendarDays: 31 });
  });

  it('does not depend on the order of its input and gives competition ranks', () => {
    const towns = fc.array(fc.record({ level: fc.integer({ min: 28, max: 32 }), bad: fc.integer({ min: 0, max: 3 }), days: fc.integer({ min: 25, max: 31 }) }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(towns, fc.infiniteStream(fc.nat()), (specs, stream) => {
      const made = specs.map(({ level, bad, days }, index) => town(`town-${index}`, Array.from({ length: days }, (_, day) => (day < bad ? '90' : String(level)))));
      const rows = rankTowns(made, JULY, scheme);
      const shuffled = made.map((entry) => ({ entry, key: stream.next().value })).toSorted((left, right) => left.key - right.key).map(({ entry }) => entry);
      expect(rankTowns(shuffled, JULY, scheme)).toEqual(rows);
      const ranked = rows.filter((row) => row.rank !== null);
      expect(rows.slice(ranked.length).every((row) => row.rank === null && row.gaps.length > 0)).toBe(true);
      ranked.forEach((row, index) => {
        const before = ranked[index - 1];
        const tied = before?.pm25Mean === row.pm25Mean && before.goodDayRatio === row.goodDayRatio;
        expect(row.rank).toBe(tied ? before.rank : index + 1);
      });
    }), { numRuns: 100 });
  });
});
