import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComparedRow } from '../../../../../shared/contract/year-comparison.ts';
import { yearResultText } from '../../../../../shared/text/year-comparison-text.ts';
import { importedWork, type SampleWork, sampleWork } from '../../../../support/core.ts';
import { fillForm } from '../../../../support/fill-form.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { workbookText } from '../../../../support/workbook-text.ts';

const settle = (made: SampleWork, measure: string, year: number, value: string) =>
  made.call('figures.set', { figures: [{ measure, year, value }], document: '市通报', reason: '上级认定' });

const rowOf = (rows: readonly ComparedRow[], measure: string): ComparedRow => {
  const row = rows.find((one) => one.measure === measure);
  if (row === undefined) throw new Error(`no row ${measure}`);
  return row;
};

describe('a work of two years with returns', () => {
  const folder = temporaryFolder();
  let made: SampleWork;
  const forms = join(folder, 'forms');
  const returns2025 = join(folder, 'returns-2025');
  const compare = async (span?: { from: number; to: number }) => made.call('year.compare', span === undefined ? {} : { span });

  beforeAll(async () => {
    made = await importedWork(folder);
    made.setNow('2026-02-10T09:00:00+08:00');
    await made.call('year.open', { year: 2025, targets: 'ask', choices: {}, reason: '年度考核' });
    await made.call('returns.templates', { year: 2025, folder: made.grant(forms), units: ['区生态环境局'] });
    const name = '部门-01-区生态环境局-2025年填报表.xlsx';
    mkdirSync(returns2025);
    await fillForm(join(forms, name), join(returns2025, name), { reportedOn: '2026-01-10', changes: { 'A1-01|完成值': 34.4 } });
    await made.call('returns.import', { year: 2025, sources: [made.grant(returns2025)] });
  });

  it('gives the figures that 附件1 judges, year by year', async () => {
    const { rows } = await compare();
    for (const year of [2024, 2025]) {
      const { score } = await made.call('assessment.explain', { year, unit: '全区' });
      const figures = score.parts.find(({ id }) => id === 'indicators')?.rows.flatMap((row) => row.figures) ?? [];
      expect(figures.length).toBe(rows.length);
      expect(rows.map(({ results }) => results[String(year)]?.value)).toEqual(figures.map(({ judgedValue }) => judgedValue));
      expect(rows.map(({ targets }) => targets[String(year)])).toEqual(figures.map(({ target }) => target));
    }
  });

  it('reckons progress and trend from both', async () => {
    const row = rowOf((await compare()).rows, 'A1-01');
    // 37 → 34 on the way to 32: three of five; 34.4 was judged as 34.
    expect(row).toMatchObject({
      final: { year: 2027, printed: '≤32' },
      progress: { share: '0.6', percent: '60.0', from: { year: 2024, value: '37' }, to: { year: 2025, value: '34' } },
      trend: { direction: 'better' },
    });
  });

  it('says which results are 示例数据', async () => {
    const { years, rows, sample } = await compare();
    expect(sample).toBe(true);
    expect(years).toMatchObject([
      { year: 2024, assessed: true, sample: true },
      { year: 2025, assessed: true, sample: false },
      { year: 2027, open: false, assessed: false, results: false, targets: true, sample: false },
    ]);
    expect(rowOf(rows, 'A1-01').results).toMatchObject({ '2024': { sample: true }, '2025': { sample: false }, '2027': null });
  });

  it('a span narrows the years that are listed, not those that are reckoned from', async () => {
    const { years, rows } = await compare({ from: 2025, to: 2026 });
    expect(years.map(({ year }) => year)).toEqual([2025]);
    expect(Object.keys(rowOf(rows, 'A1-01').targets)).toEqual(['2025']);
    expect(rowOf(rows, 'A1-01').progress?.percent).toBe('60.0');
    expect((await made.fail('year.compare', { span: { from: 2026, to: 2025 } })).code).toBe('INPUT_INVALID');
  });

  it('writes the same as a workbook, marked, with what defines its last columns', async () => {
    const file = join(folder, '对照.xlsx');
    const written = await made.call('year.export', { file: made.grant(file) });
    expect(written.sample).toBe(true);
    const text = workbookText(readFileSync(file));
    for (const word of ['示例数据', '2024—2027年目标', '2024年完成〔示例〕', '2025年完成', '60.0%（2024年起）', '改善', '本工具自定的算法'])
      expect(text).toContain(word);
    expect(text).not.toContain('2025年完成〔示例〕');
  });

  it('writes over no work and under no other ending', async () => {
    expect((await made.fail('year.export', { file: made.grant(made.workPath) })).code).toBe('FILE_IS_WORK');
    expect((await made.fail('year.export', { file: made.grant(join(folder, '对照.pdf')) })).code).toBe('REPORT_EXTENSION');
    expect(existsSync(join(folder, '对照.pdf'))).toBe(false);
  });
});

describe('认定数 of years', () => {
  const folder = temporaryFolder();
  let made: SampleWork;
  beforeAll(async () => {
    made = await sampleWork(folder);
  });

  it('of a base year are the start of the way, rounded as the measure is', async () => {
    await settle(made, 'A1-01', 2022, '41.6');
    await settle(made, 'A1-01', 2024, '36.9');
    const { years, rows, sample } = await made.call('year.compare', {});
    expect(years.map(({ year, targets, results }) => [year, targets, results])).toEqual([
      [2022, false, true],
      [2024, true, true],
      [2025, true, false],
      [2027, true, false],
    ]);
    const row = rowOf(rows, 'A1-01');
    expect(row.results).toMatchObject({
      '2022': { value: '42', state: null, settledBy: '市通报', sample: false },
      '2024': { value: '37', state: 'met', settledBy: '市通报' },
    });
    expect(row.progress).toMatchObject({ percent: '50.0', from: { year: 2022 }, to: { year: 2024 } });
    expect(sample).toBe(false);
  });

  it('of a unit are no result of the district', async () => {
    const unit = { measure: 'A1-03', year: 2022, value: '70', unit: '清平镇' };
    await made.call('figures.set', { figures: [unit], document: '市通报', reason: '认定' });
    expect(rowOf((await made.call('year.compare', {})).rows, 'A1-03').results['2022']).toBeNull();
  });

  it('stand in where the year does not judge the measure', async () => {
    const choices = { 'A1-03': 'none' };
    await made.call('year.open', { year: 2026, targets: 'carry', choices, reason: '开启' });
    await settle(made, 'A1-03', 2026, '84.25');
    const row = rowOf((await made.call('year.compare', {})).rows, 'A1-03');
    expect(row.targets['2026']).toBeNull();
    expect(row.results['2026']).toMatchObject({ value: '84.2', state: 'notApplicable', settledBy: '市通报' });
    // The carried target of another measure is listed, and yet no end of the way.
    const carried = rowOf((await made.call('year.compare', {})).rows, 'A1-01');
    expect([carried.targets['2026'], carried.final?.year]).toEqual(['≤32', 2027]);
  });

  it('a document that adjusts the last target moves the end of the way', async () => {
    const revisions = [{ measure: 'A1-01', year: 2027, value: '≤30' }];
    await made.call('targets.revise', { revisions, document: '渝环〔2025〕1号', from: '2025-01-01', reason: '下达' });
    const row = rowOf((await made.call('year.compare', {})).rows, 'A1-01');
    expect(row.final).toEqual({ year: 2027, printed: '≤30' });
    // (42 − 37) ÷ (42 − 30)
    expect(row.progress?.percent).toBe('41.7');
  });
});

describe('a measure that nothing judges in the year', () => {
  it('shows what was reported and that the target is 待定, or that it is 不考核, never 不涉及', async () => {
    const folder = temporaryFolder();
    const made = await importedWork(folder);
    const before = rowOf((await made.call('year.compare', {})).rows, 'A1-01').results['2024'];
    await made.call('targets.revise', {
      revisions: [{ measure: 'A1-01', year: 2024, value: '待定' }],
      document: '市文',
      from: '2024-06-01',
      reason: '另行下达',
    });
    const { rows } = await made.call('year.compare', {});
    const result = rowOf(rows, 'A1-01').results['2024'];
    expect(result).toMatchObject({ value: before?.value, untargeted: 'pending' });
    expect(yearResultText(result)).toBe(`${before?.value}（目标待定）`);
    made.setNow('2026-02-10T09:00:00+08:00');
    await made.call('year.open', { year: 2026, targets: 'carry', choices: { 'A1-03': 'none' }, reason: '年度考核' });
    const opened = rowOf((await made.call('year.compare', {})).rows, 'A1-03').results['2026'];
    expect(yearResultText(opened)).toBe('不考核');
  });
});
