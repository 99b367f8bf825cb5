import { afterAll, beforeAll, expect, test } from 'vitest';
import { importedWork, type SampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

test('the months of a year are those of the monthly rankings, and their last three are flagged', async () => {
  const { rows, rules, sample } = await made.call('ranking.streaks', { year: 2024 });
  expect(sample).toBe(true);
  expect(rules).toEqual(['当月列最后3名：预警', '连续2个月列最后3名：约谈']);
  const { current } = await made.call('ranking.show', { period: '2024-07' });
  const july = new Map(rows.map((row) => [row.unitId, row.months.find(({ month }) => month === '2024-07')]));
  expect(rows.every((row) => row.months.length === 12)).toBe(true);
  for (const town of current.rows) expect(july.get(town.unitId)?.rank).toBe(town.rank);
  const ranked = current.rows.filter((town) => town.rank !== null);
  const last = ranked.slice(-3).map((town) => town.unitId);
  expect(last.every((unitId) => july.get(unitId)?.bottom)).toBe(true);
  expect(ranked.slice(0, 5).some((town) => july.get(town.unitId)?.bottom)).toBe(false);
  for (const row of rows) {
    for (const [index, month] of row.months.entries()) {
      const action = row.actions.find((due) => due.month === month.month)?.action;
      expect(action).toBe(month.bottom ? (row.months[index - 1]?.bottom === true ? '约谈' : '预警') : undefined);
    }
  }
});
