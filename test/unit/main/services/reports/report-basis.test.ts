import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureText } from '../../../../../shared/text/failure-text.ts';
import { comparisonNotes } from '../../../../../shared/text/year-comparison-text.ts';
import { type SampleWork, sampleWork, type TestCore, testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile } from '../../../../support/monitoring-files.ts';
import { publishedText } from '../../../../support/scheme-trial.ts';
import { workbookText } from '../../../../support/workbook-text.ts';

const folder = temporaryFolder();
const YEAR = 2024;
let made: SampleWork;
let run = 0;
let files = 0;

async function printed(core: TestCore, kind: 'annex1' | 'annex3' | 'ranking', period?: string): Promise<string> {
  const path = join(folder, `${kind}-${(files += 1)}.xlsx`);
  await core.call('reports.print', {
    kind,
    year: YEAR,
    ...(period === undefined ? {} : { period }),
    format: 'xlsx',
    file: core.grant(path),
  });
  return workbookText(readFileSync(path));
}

const airOf = async (name: string, pm25: number): Promise<void> => {
  const days = Array.from({ length: 28 }, (_, index) => `2024-02-${String(index + 1).padStart(2, '0')}`);
  const rows = days.map((day) => ['清平镇', day, pm25, Math.max(50, pm25 + 20)]);
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, name, [['镇街', '日期', 'PM2.5', 'PM10'], ...rows]))] });
};

/** A copy of the work in which another program had computed the signed run: points, value and target of A1-01 are others than now. */
async function withOtherRun(): Promise<TestCore> {
  const copy = join(folder, 'other.sqlite');
  const source = new BetterSqlite(made.workPath);
  source.prepare('VACUUM INTO ?').run(copy);
  source.close();
  const other = new BetterSqlite(copy);
  for (const name of other.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[])
    other.exec(`DROP TRIGGER ${name}`);
  const figure = ['judgedValue', 'target', 'targetDisplaced'].map((key) => `rows[0].figures[0].${key}`);
  const paths = ['points', 'rows[0].points', ...figure].map((path) => `$.district.parts[0].${path}`);
  const set = other.prepare(`UPDATE run SET result = json_set(result, '${paths.join("', ?, '")}', ?) WHERE id = ?`);
  expect(set.run('41.37', '1.37', '31.7', '≤38', '≤39', run).changes).toBe(1);
  other.close();
  const core = testCore(folder);
  await core.call('work.open', { file: core.grant(copy) });
  return core;
}

beforeAll(async () => {
  made = await sampleWork(folder);
  const few = ['部门-01-区生态环境局', '镇街-20-清平镇'];
  await made.call('returns.import', {
    year: YEAR,
    sources: few.map((name) => made.grant(join(made.returns, `${name}-2024年填报表.xlsx`))),
  });
});
afterAll(() => made.core.close());

describe('the document of a year that is not signed', () => {
  it('says that its points are computed from what there is now', async () => {
    for (const kind of ['annex1', 'annex3'] as const) expect(await printed(made, kind)).toContain('得分按现有数据计算，2024年度尚未定稿。');
  });
});

describe('a printed ranking', () => {
  it('says of itself whether it is stored, and by which run', async () => {
    expect(await printed(made, 'ranking', '2024-02')).toContain('排名按现有数据计算，没有存为计算记录。');
    const stored = (await made.call('run.make', { ranking: '2024-02' })).run.id;
    expect(await printed(made, 'ranking', '2024-02')).toContain(`排名出自第${stored}号计算记录（2025年2月10日计算）。`);
    await airOf('later.csv', 300);
    expect(await printed(made, 'ranking', '2024-02')).toContain(`排名按现有数据计算，与第${stored}号计算记录（2025年2月10日计算）不同。`);
  });
});

describe('the document of a signed year', () => {
  it('names the signed run, when it was computed and when signed', async () => {
    run = (await made.call('run.make', { year: YEAR })).run.id;
    made.setNow('2025-03-01T09:00:00+08:00');
    await made.call('year.final', { year: YEAR, run, reason: '完成', despite: '先行定稿' });
    for (const kind of ['annex1', 'annex3'] as const)
      expect(await printed(made, kind)).toContain(
        `得分为2024年度定稿的得分，出自第${run}号计算记录（2025年2月10日计算，2025年3月1日定稿）。`,
      );
  });

  it('prints what was signed and not what would be computed now; so does the comparison of years', async () => {
    const other = await withOtherRun();
    const text = await printed(other, 'annex1');
    expect(text).toContain('41.37');
    expect(text).toContain('31.7');
    expect(text).toContain('≤38\n原≤39');
    const { years, rows } = await other.call('year.compare', {});
    expect(years.find(({ year }) => year === YEAR)?.signedRun).toBe(run);
    expect(comparisonNotes(years)).toContain(`2024年已定稿，完成值出自定稿的第 ${run} 号计算记录。`);
    const row = rows.find(({ measure }) => measure === 'A1-01');
    expect(row?.results['2024']?.value).toBe('31.7');
    await other.call('year.reopen', { year: YEAR, reason: '更正' });
    const anew = await printed(other, 'annex1');
    expect(anew).not.toContain('41.37');
    expect(anew).not.toContain('\n原');
    const revisions = [{ measure: 'A1-01', year: YEAR, value: '≤37' }];
    await other.call('targets.revise', { revisions, document: '渝环〔2024〕2号', from: '2024-10-01', reason: '下达' });
    const revised = await printed(other, 'annex1');
    expect(revised).toContain('≤37\n原≤39');
    expect(revised).toContain('目标调整：细颗粒物（PM2.5）浓度2024年目标按渝环〔2024〕2号（2024年10月1日起执行）由≤39调整为≤37');
    expect(anew).toContain('得分按现有数据计算');
    other.core.close();
  });

  it('is refused where the year was signed by a scheme without points by rows, with the remedy', async () => {
    await made.call('year.reopen', { year: YEAR, reason: '更正' });
    const path = join(folder, 'other.yml');
    writeFileSync(path, publishedText('责任书').replace(/^subjects:.*$/mu, 'subjects: 镇街'));
    await made.call('schemes.add', { file: made.grant(path) });
    const by = (await made.call('run.make', { year: YEAR, scheme: 'responsibility-2018' })).run.id;
    await made.call('year.final', { year: YEAR, run: by, reason: '完成', despite: '先行定稿' });
    const refused = await made.fail('reports.preview', { kind: 'annex1', year: YEAR });
    expect(refused).toEqual({ code: 'REPORT_SIGNED_OTHER', params: { year: YEAR, run: by } });
    expect(failureText(refused.code, refused.params)).toContain('先重新开启这个年度');
    const explained = await made.call('assessment.explain', { year: YEAR, unit: '清平镇' });
    expect(explained.signed).toMatchObject({ run: by, same: false, total: null, grade: null, rows: [] });
  });
});
