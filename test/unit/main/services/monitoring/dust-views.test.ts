import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarCounts } from '../../../../../renderer/features/monitoring/calendar/calendar-layout.ts';
import { DUST_DAY_MODES, type DustDayMode } from '../../../../../shared/domain/air/types.ts';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import type { TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, type Row } from '../../../../support/monitoring-files.ts';

const TOWN = '清平镇';
const NAMES = ['PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3-8h'] as const;
const HIGHEST = [160, 320, 160, 90, 5, 210] as const;

/** PM2.5 is part of PM10: a table in which it is mostly more has exchanged columns. */
const withCoarse = ([fine = null, coarse = null, ...gases]: readonly (number | null)[]): readonly (number | null)[] =>
  fine !== null && coarse !== null && fine > coarse ? [coarse, fine, ...gases] : [fine, coarse, ...gases];

/** Values of a day in the order of the columns; some lack, some days are of particles alone. */
const day = fc
  .record({
    cells: fc.tuple(...HIGHEST.map((highest) => fc.option(fc.integer({ min: 1, max: highest }), { freq: 12 }))),
    particles: fc.integer({ min: 0, max: 9 }),
    dusty: fc.integer({ min: 0, max: 9 }),
    burning: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ cells, particles, dusty, burning }) => ({
    cells: withCoarse(cells).map((cell, index) => (particles === 0 && index > 1 ? null : cell)),
    dusty: dusty < 3,
    burning: burning < 2,
  }));

const folder = temporaryFolder();
let works = 0;

/** How days with smoke count meanwhile. */
const OTHER_MODE = { kept: 'without-pm', 'without-pm': 'left-out', 'left-out': 'without-pm' } as const;

/** Valid and good days as every view counts them. */
async function views(made: TestCore): Promise<Readonly<Record<string, readonly (number | undefined)[]>>> {
  const calendar = await made.call('monitoring.calendar', { place: TOWN, year: 2024 });
  const { levels } = calendarCounts(calendar.days, '2024-12-31');
  const { rows } = await made.call('monitoring.evaluate', { period: '2024', places: [TOWN] });
  const evaluated = rows[0]?.evaluation.days;
  const { months } = await made.call('monitoring.months', { place: TOWN, year: 2024 });
  const sum = (pick: (days: { valid: number; good: number }) => number) =>
    months.reduce((all, { evaluation }) => all + pick(evaluation.days), 0);
  const ranked = (await made.call('ranking.show', { period: '2024' })).current.rows.find(({ name }) => name === TOWN);
  const target = { measure: 'goodDayRatio', operator: 'ge', value: '80', decimals: 1 } as const;
  const outlook = await made.call('monitoring.outlook', { year: 2024, asOf: '2024-12-31', places: [TOWN], targets: [target] });
  const [ofYear] = outlook.rows[0]?.outlook.targets ?? [];
  const soFar = ofYear?.kind === 'mean' ? [] : [ofYear?.validSoFar ?? NaN, ofYear?.soFar ?? NaN];
  return {
    calendar: [levels.reduce((all, days) => all + days, 0), (levels[0] ?? 0) + (levels[1] ?? 0)],
    evaluation: [evaluated?.valid, evaluated?.good],
    months: [sum((days) => days.valid), sum((days) => days.good)],
    ranking: [ranked?.validDays, ranked?.goodDays],
    outlook: soFar,
  };
}

test('calendar, evaluation, months, ranking, outlook and score count the same days in each of the three ways of dust and of another event', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 30, maxLength: 90 }), async (days) => {
      const own = join(folder, `work-${(works += 1)}`);
      mkdirSync(own);
      const made = await emptyWork(own);
      const dates = daysOfYear(2024);
      const rows = days.map(({ cells }, index): Row => [TOWN, dates[index] ?? '', ...cells]);
      const dusty = days.flatMap(({ dusty: is }, index): Row[] => (is ? [[dates[index] ?? '', TOWN, '扣沙日']] : []));
      const files = [
        csvFile(own, '日均值.csv', [['镇街', '日期', ...NAMES], ...rows]),
        ...(dusty.length === 0 ? [] : [csvFile(own, '扣沙日.csv', [['日期', '镇街', '备注'], ...dusty])]),
      ];
      await made.call('monitoring.import', { sources: files.map((file) => made.grant(file)) });
      const burning = days.flatMap(({ burning: is }, index) => (is ? [dates[index] ?? ''] : []));
      for (const from of burning.slice(0, 12)) await made.call('events.add', { kind: 'smoke', from, number: '1号', reason: '火点' });
      await made.call('settings.set', { key: 'events.smoke.concentrations', value: true, from: '2024-01-01', reason: '试' });
      for (const mode of DUST_DAY_MODES) {
        await made.call('settings.set', { key: 'dust.days', value: mode, from: '2024-01-01', reason: '试' });
        await made.call('settings.set', { key: 'events.smoke.days', value: OTHER_MODE[mode], from: '2024-01-01', reason: '试' });
        const counted = await views(made);
        const [first] = Object.values(counted);
        expect(counted).toEqual(Object.fromEntries(Object.keys(counted).map((view) => [view, first])));
        await holdsLooks(made, mode);
        const { result } = await made.call('assessment.score', { year: 2024 });
        const town = JSON.stringify(result.units.find(({ name }) => name === TOWN));
        if ((first?.[0] ?? 0) > 0) expect(town).toContain(`"validDays":"${first?.[0]}"`);
      }
      made.core.close();
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

/** What is looked at another way is what the setting would give, stores nothing, and says what the work has. */
async function holdsLooks(made: TestCore, ofWork: DustDayMode): Promise<void> {
  for (const dustDays of DUST_DAY_MODES) {
    const looked = await made.call('monitoring.calendar', { place: TOWN, year: 2024, dustDays });
    expect(looked.dustDays).toEqual({ used: dustDays, ofWork });
    const { rows, notes } = await made.call('monitoring.evaluate', {
      period: '2024',
      places: [TOWN],
      settings: { dust: { days: dustDays } },
    });
    expect(looked.days.filter(({ counted }) => counted)).toHaveLength(rows[0]?.evaluation.days.valid ?? NaN);
    expect(looked.days.filter(({ count }) => count === 'incomplete')).toHaveLength(rows[0]?.evaluation.days.na ?? NaN);
    expect(notes.some((note) => note.startsWith('试看'))).toBe(dustDays !== ofWork);
  }
}
