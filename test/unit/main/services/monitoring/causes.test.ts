import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, oneTownIsEnough } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof emptyWork>>;

/** 合阳城街道 falls in February; 草街街道 is as it was; 清平镇 has come this year. */
function pm25(town: string, date: string): number | null {
  const [year, month] = [date.slice(0, 4), date.slice(5, 7)];
  if (town === '清平镇') return year === '2024' ? null : 30;
  if (town === '合阳城街道' && month === '02') return year === '2024' ? 50 : 44;
  return 40;
}

beforeAll(async () => {
  made = await emptyWork(folder);
  await oneTownIsEnough(made);
  const dates = [...daysOfYear(2023), ...daysOfYear(2024)]
    .map((date) => date.replace('2024', '2025').replace('2023', '2024'))
    .filter((date) => date.slice(5) < '03-01' && date !== '2025-02-29');
  const towns = ['合阳城街道', '草街街道', '清平镇'];
  const rows = dates.flatMap((date) => towns.flatMap((town) => (pm25(town, date) === null ? [] : [[town, date, pm25(town, date)]])));
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, '两年.csv', [['镇街', '日期', 'PM2.5'], ...rows]))] });
});
afterAll(() => made.core.close());

test('the change is taken apart as by hand, and the sum is that of the evaluation', async () => {
  const { causes, notes, byTown, name } = await made.call('monitoring.causes', { period: '2025-01..2025-02' });
  const [row] = (await made.call('monitoring.evaluate', { period: '2025-01..2025-02', places: [name] })).rows;
  const [now, before] = [row?.evaluation, row?.lastYear].map((one) => Number(one?.concentrations.pm25?.mean.exact));
  expect(byTown).toBe(true);
  // 2024: 31 days of 40, 28 of (50 + 40) ÷ 2; 2025: 31 of (40 + 40 + 30) ÷ 3, 28 of (44 + 40 + 30) ÷ 3.
  expect([causes?.before.exact, causes?.now.exact].map(Number)).toEqual([before, now]);
  expect(now).toBeCloseTo((31 * (110 / 3) + 28 * 38) / 59, 10);
  expect(before).toBeCloseTo((31 * 40 + 28 * 45) / 59, 10);
  const parts = new Map(causes?.parts.map((part) => [part.name, part]));
  // Of February's 28 ÷ 59 a half before and a third now: midway 5/12, times −6.
  expect(Number(parts.get('合阳城街道')?.own.exact)).toBeCloseTo((28 / 59) * (5 / 12) * -6, 10);
  expect(parts.get('草街街道')?.own.exact).toBe('0');
  // One in three this year, 30 against the middle of both means.
  expect(Number(parts.get('清平镇')?.mix.exact)).toBeCloseTo((30 - ((now ?? 0) + (before ?? 0)) / 2) / 3, 10);
  expect(parts.get('清平镇')).toMatchObject({ before: null, own: { published: '0.000' } });
  expect(causes?.parts.reduce((sum, part) => sum + Number(part.total.exact), 0)).toBeCloseTo((now ?? 0) - (before ?? 0), 10);
  expect(causes?.joined).toEqual(['清平镇']);
  expect(notes.join('')).toContain('清平镇只有本期有数据');
});

test('a town is taken apart by its stations, and a period without last year is said to have none', async () => {
  const town = await made.call('monitoring.causes', { period: '2025-02', place: '合阳城街道' });
  expect(town.causes?.parts.map(({ name, own, mix }) => [name, own.published, mix.published])).toEqual([['合阳城街道', '-6.000', '0.000']]);
  expect((await made.call('monitoring.causes', { period: '2024-02' })).causes).toBeNull();
  expect((await made.call('monitoring.causes', { period: '2025-02', pollutant: 'o3' })).causes).toBeNull();
  expect(await made.fail('monitoring.causes', { period: '2025-13' })).toMatchObject({ code: 'PERIOD_INVALID' });
});
