import { beforeAll, describe, expect, it } from 'vitest';
import { signedLines } from '../../../../../main/hosts/cli/render/signed.ts';
import { importedWork, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
const YEAR = 2024;
const TOWN = '清平镇';
let made: TestCore;
let run = 0;

const airOf = async (name: string, pm25: number): Promise<void> => {
  const days = Array.from({ length: 28 }, (_, index) => `2024-02-${String(index + 1).padStart(2, '0')}`);
  const rows = days.map((day) => [TOWN, day, pm25, 50]);
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, name, [['镇街', '日期', 'PM2.5', 'PM10'], ...rows]))] });
};

const shown = async () => (await made.call('year.show', { year: YEAR })).final;
const scored = async () => await made.call('assessment.score', { year: YEAR });

beforeAll(async () => {
  made = await importedWork(folder);
  run = (await made.call('run.make', { year: YEAR })).run.id;
  await made.call('year.final', { year: YEAR, run, reason: '完成', despite: '先行定稿' });
});

describe('定稿后的变动', () => {
  it('there are none while nothing comes in, and scores are said to be those that were signed', async () => {
    expect((await shown())?.moved).toEqual([]);
    expect((await scored()).signed).toEqual({ run, moved: [] });
    expect((await made.call('work.check', {})).signed).toEqual([]);
  });

  it('monitoring data that change the score of a town are said by year, scores and check, with totals before and after', async () => {
    const before = (await scored()).result.units.find(({ name }) => name === TOWN);
    await airOf('after.csv', 300);
    const now = await scored();
    const after = now.result.units.find(({ name }) => name === TOWN);
    expect(after?.total).not.toBe(before?.total);
    const moved = now.signed?.moved ?? [];
    expect(moved).toContainEqual({ name: TOWN, before: before?.total, after: after?.total });
    expect((await shown())?.moved).toEqual(moved);
    const checked = await made.call('work.check', {});
    expect(checked).toMatchObject({ problems: [], signed: [{ year: YEAR, run, moved }] });
    expect(signedLines({ run, moved }).join('')).toContain(`有 ${moved.length} 个对象的得分与定稿的第 ${run} 号计算记录不同`);
  });

  it('scores by another scheme than that of the year are held against nothing', async () => {
    const scheme = (await made.call('year.show', { year: YEAR })).scheme?.id ?? '';
    expect((await made.call('assessment.score', { year: YEAR, scheme })).signed).toBeNull();
  });

  it('a year that is opened again has nothing signed', async () => {
    await made.call('year.reopen', { year: YEAR, reason: '更正' });
    expect((await scored()).signed).toBeNull();
    expect(await shown()).toBeNull();
  });
});
