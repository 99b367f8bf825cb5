import { beforeAll, describe, expect, it } from 'vitest';
import { explainText } from '../../../../../main/hosts/cli/render/explain.ts';
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
  const rows = days.map((day) => [TOWN, day, pm25, Math.max(50, pm25 + 20)]);
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, name, [['镇街', '日期', 'PM2.5', 'PM10'], ...rows]))] });
};

const shown = async () => (await made.call('year.show', { year: YEAR })).final;
const explained = async (unit: string) => await made.call('assessment.explain', { year: YEAR, unit });
const scored = async () => await made.call('assessment.score', { year: YEAR });

let unsigned: Awaited<ReturnType<typeof explained>>;

beforeAll(async () => {
  made = await importedWork(folder);
  unsigned = await explained(TOWN);
  run = (await made.call('run.make', { year: YEAR })).run.id;
  await made.call('year.final', { year: YEAR, run, reason: '完成', despite: '先行定稿' });
});

describe('定稿后的变动', () => {
  it('there are none while nothing comes in, and scores are said to be those that were signed', async () => {
    expect((await shown())?.moved).toEqual([]);
    expect((await scored()).signed).toEqual({ run, moved: [] });
    expect((await made.call('work.check', {})).signed).toEqual([]);
  });

  it('a breakdown says by which run the year counts, and nothing of it while the year is not signed', async () => {
    expect(unsigned.signed).toBeNull();
    expect(explainText(unsigned)).not.toContain('定稿');
    const now = await explained(TOWN);
    const { total, grade } = now.score;
    expect(now.signed).toEqual({ run, computedAt: '2025-02-10T09:00:00+08:00', same: true, total, grade, rows: [] });
    expect(explainText(now)).toContain(`年度已定稿，得分以第 ${run} 号计算记录（2025-02-10）为准，以下与它相同。`);
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

  it('a breakdown that comes out otherwise than it was signed shows both, in total and by row', async () => {
    const now = await explained(TOWN);
    expect(now.signed).toMatchObject({ run, same: false, total: unsigned.score.total, grade: unsigned.score.grade });
    expect(now.score.total).not.toBe(unsigned.score.total);
    const points = (score: typeof now.score) => new Map(score.parts.flatMap(({ rows }) => rows.map((row) => [row.rowId, row.points])));
    const [before, after] = [points(unsigned.score), points(now.score)];
    const moved = [...after].filter(([rowId, value]) => before.get(rowId) !== value).map(([rowId]) => rowId);
    expect(moved.length).toBeGreaterThan(0);
    expect(now.signed?.rows.map(({ rowId }) => rowId)).toEqual(moved);
    for (const row of now.signed?.rows ?? []) expect([row.before, row.after]).toEqual([before.get(row.rowId), after.get(row.rowId)]);
    const text = explainText(now);
    expect(text).toContain(`第 ${run} 号计算记录（2025-02-10）为准：定稿 ${unsigned.score.total} 分`);
    expect(text).toContain(`为 ${now.score.total} 分`);
    expect(text).toContain('year reopen');
  });

  it('a breakdown that nothing moved is that of the signed run though others moved', async () => {
    expect((await explained('区公安局')).signed).toMatchObject({ run, same: true });
  });

  it('scores by another scheme than that of the year are held against nothing', async () => {
    const scheme = (await made.call('year.show', { year: YEAR })).scheme?.id ?? '';
    expect((await made.call('assessment.score', { year: YEAR, scheme })).signed).toBeNull();
  });

  it('a year that is opened again has nothing signed', async () => {
    await made.call('year.reopen', { year: YEAR, reason: '更正' });
    expect((await scored()).signed).toBeNull();
    expect((await explained(TOWN)).signed).toBeNull();
    expect(await shown()).toBeNull();
  });
});
