import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../../../shared/contract/contract.ts';
import { insertDocument } from '../../../../../main/db/queries/plan-documents.ts';
import { insertYearDecision, selectYearDecisions } from '../../../../../main/db/queries/years.ts';
import { readYearPlan } from '../../../../../main/services/plan/year-plan.ts';
import { openDatabase } from '../../../../../main/db/open.ts';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { writeWork } from '../../../../support/write-work.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { BookFile } from '../../../../support/plan-book-file.ts';

const LIST = '年度事项';
const ANNEX1 = '附件1 指标';
const folder = temporaryFolder();
let made: TestCore;
let works = 0;

afterAll(() => made.core.close());

/** A new work, its workbook, and what can be done with both. */
async function freshWork(): Promise<{ path: string; book: string }> {
  works += 1;
  const path = join(folder, `work-${works}.sqlite`);
  const book = join(folder, `book-${works}.xlsx`);
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(path), planId: 'hechuan-2024' });
  await made.call('plan.export', { file: made.grant(book) });
  return { path, book };
}

const importing = (file: string, more: object = {}): Promise<MethodOutput<'plan.import'>> =>
  made.call('plan.import', { source: made.grant(file), document: '合川环委〔2025〕3号', by: '张三', ...more });

describe('a workbook that comes back edited', () => {
  let work: { path: string; book: string };
  beforeAll(async () => {
    work = await freshWork();
  });

  it('shows no difference and stores nothing where nothing was changed', async () => {
    const compared = await made.call('plan.compare', { source: made.grant(work.book) });
    expect(compared).toMatchObject({ kind: null, parts: [], findings: [], differences: [], conflicts: [], year: 2024 });
    expect((await importing(work.book)).stored).toBeNull();
    expect((await made.call('plan.documents', {})).documents).toHaveLength(1);
  });

  it('shows its differences without storing them', async () => {
    const file = await (
      await BookFile.open(work.book)
    )
      .set(LIST, 'A3-6.3', '内容', '提升空气质量预报能力，预报准确率达到90%。')
      .set(LIST, 'A3-6.3', '目标', 90)
      .save(join(folder, 'changed.xlsx'));
    const compared = await made.call('plan.compare', { source: made.grant(file) });
    expect(compared).toMatchObject({ kind: 'list', parts: ['list'], counts: { errors: 0, changed: 1, added: 0, removed: 0 } });
    expect(
      compared.differences.map(({ id, fields }) => [id, fields.map((field) => `${field.column} ${field.before} → ${field.after}`)]),
    ).toEqual([['A3-6.3', ['内容 提升空气质量预报能力，预报准确率达到85%。 → 提升空气质量预报能力，预报准确率达到90%。', '目标 85 → 90']]]);
    expect((await made.call('plan.documents', {})).documents).toHaveLength(1);
  });

  it('names the contradictions that it brings, and those that it does away with', async () => {
    const compared = await made.call('plan.compare', { source: made.grant(join(folder, 'changed.xlsx')) });
    expect(compared.conflictYears).toEqual([2024]);
    expect(compared.conflicts.map(({ id, year }) => [id, year])).toEqual([['forecast-accuracy', 2024]]);
    expect(compared.conflicts[0]?.statements.filter((one) => one.year === 2024).map((one) => one.value)).toEqual(['85', '90']);
    // 附件1 counts green parks over the years, the list those of the year: counted alike they no longer contradict each other.
    const agreed = await (await BookFile.open(work.book)).set(LIST, 'A3-1.1-b', '口径', '累计').save(join(folder, 'agreed.xlsx'));
    expect(await made.call('plan.compare', { source: made.grant(agreed) })).toMatchObject({
      conflicts: [],
      resolved: [{ id: 'green-parks', title: '绿色园区', year: 2024 }],
    });
  });

  it('is stored as a document with number and dates, and its list counts for the open year', async () => {
    const imported = await importing(join(folder, 'changed.xlsx'), { date: '2024-10-08', from: '2024-11-01', reason: '市里调整' });
    expect(imported.stored).toEqual({
      id: 2,
      kind: 'list',
      number: '合川环委〔2025〕3号',
      title: '空气质量持续改善行动2024年事项清单',
      issuedOn: '2024-10-08',
      effectiveOn: '2024-11-01',
      parts: ['list'],
      decidedYear: 2024,
    });
    const { documents } = await made.call('plan.documents', {});
    expect(documents[1]).toEqual({
      id: 2,
      kind: 'list',
      number: '合川环委〔2025〕3号',
      title: '空气质量持续改善行动2024年事项清单',
      issuedOn: '2024-10-08',
      effectiveOn: '2024-11-01',
      actor: '张三',
      reason: '市里调整',
      storedAt: '2025-02-10T09:00:00+08:00',
      parts: ['list'],
      listYear: 2024,
      targets: 0,
    });
    const again = await made.call('plan.compare', { source: made.grant(join(folder, 'changed.xlsx')) });
    expect(again.differences).toEqual([]);
    made.core.close();
    const database = openDatabase(work.path);
    expect(selectYearDecisions(database.handle).at(-1)).toMatchObject({
      year: 2024,
      act: 'change',
      content: '{"list":2}',
      reason: '市里调整',
      actor: '张三',
    });
    const item = readYearPlan(database.handle, 2024).plan.annex3?.items.find((one) => one.id === 'A3-6.3');
    expect(item?.measures[0]?.targets['2024']).toMatchObject({ printed: '90', value: '90' });
    expect(readYearPlan(database.handle, 2024).plan.reporting.townItems).toHaveLength(12);
    database.close();
  });
});

describe('a workbook of several parts', () => {
  it('takes effect from the year of its day, and leaves earlier years as they were', async () => {
    const { path, book } = await freshWork();
    const file = await (
      await BookFile.open(book)
    )
      .set(ANNEX1, 'A1-05', '2027年目标', '≥26')
      .add('单位', { 单位名称: '天顶工业园管委会', 类别: '镇街', 启用日期: new Date(Date.UTC(2025, 6, 1)) })
      .save();
    const imported = await importing(file, { date: '2025-06-20', from: '2025-07-01' });
    expect(imported).toMatchObject({ kind: 'amendment', stored: { kind: 'amendment', parts: ['units', 'annex1'], decidedYear: null } });
    made.core.close();
    const database = openDatabase(path);
    const valueIn = (year: number): unknown => readYearPlan(database.handle, year).plan.annex1.rows[4]?.measures[0]?.targets['2027'];
    expect(valueIn(2024)).toMatchObject({ value: '25' });
    expect(valueIn(2025)).toMatchObject({ value: '26' });
    const unitsIn = (year: number): number => readYearPlan(database.handle, year).plan.units.length;
    expect([unitsIn(2024), unitsIn(2025)]).toEqual([51, 52]);
    database.close();
  });

  it('tells of a later document that sets the same part', async () => {
    const { book } = await freshWork();
    const change = async (text: string, name: string): Promise<string> =>
      (await BookFile.open(book)).set(ANNEX1, 'A1-08', '2027年目标', text).save(join(folder, name));
    await importing(await change('32', 'later.xlsx'), { document: '甲〔2026〕1号', from: '2026-06-01' });
    const earlier = await made.call('plan.compare', { source: made.grant(await change('31', 'earlier.xlsx')), from: '2026-01-01' });
    expect(earlier.findings).toEqual([
      expect.objectContaining({ code: 'BOOK_SUPERSEDED', severity: 'warning', params: { document: '甲〔2026〕1号', date: '2026-06-01' } }),
    ]);
  });
});

describe('a target that a document has adjusted', () => {
  it('is said to stay as adjusted where a workbook changes the annex', async () => {
    const { path, book } = await freshWork();
    made.core.close();
    const target = { kind: 'number', printed: '≥24', operator: 'ge', value: '24' };
    const head = {
      kind: 'adjustment',
      number: '渝环〔2025〕9号',
      title: '目标调整',
      issuedOn: '2025-01-05',
      effectiveOn: '2025-01-10',
    } as const;
    const content = JSON.stringify({ targets: [{ measure: 'A1-05', year: 2025, target }] });
    const storedAt = '2025-01-11T09:00:00+08:00';
    writeWork(path, (db) => insertDocument(db, { ...head, version: 'a', content, reason: '', actor: '李四', storedAt }));
    made = testCore(folder);
    await made.call('work.open', { file: made.grant(path) });
    const file = await (
      await BookFile.open(book)
    )
      .set(ANNEX1, 'A1-05', '2025年目标', '≥25')
      .set(ANNEX1, 'A1-05', '2027年目标', '≥26')
      .save();
    const { findings } = await made.call('plan.compare', { source: made.grant(file) });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'BOOK_TARGET_REVISED',
        severity: 'warning',
        params: { measure: '非化石能源消费比重', year: '2025', target: '≥24', document: '渝环〔2025〕9号', date: '2025-01-10' },
      }),
    ]);
    expect((await made.call('plan.documents', {})).documents.at(-1)).toMatchObject({ kind: 'adjustment', parts: ['targets'], targets: 1 });
  });
});

describe('the list of a year that has none yet', () => {
  it('goes out empty and comes back with rows of its own; without an open year it waits', async () => {
    const { book } = await freshWork();
    const exported = await made.call('plan.export', { file: made.grant(book), year: 2025 });
    expect(exported).toMatchObject({ year: 2025, empty: false });
    expect(exported.sheets.at(-1)).toEqual({ name: LIST, rows: 0 });
    expect((await made.call('plan.compare', { source: made.grant(book) })).differences).toEqual([]);
    const file = await (
      await BookFile.open(book)
    )
      .add(LIST, {
        部分: '一、推动产业结构优化',
        内容: '淘汰治理老旧车辆不少于1500辆。',
        牵头单位: '区公安局',
        目标: '不少于1500',
        指标量名称: '淘汰治理老旧车辆',
        计量单位: '辆',
      })
      .save();
    const imported = await importing(file, { document: '合川环委〔2025〕1号', title: '2025年度事项清单' });
    expect(imported).toMatchObject({
      year: 2025,
      stored: { kind: 'list', title: '2025年度事项清单', decidedYear: null, issuedOn: '2025-02-10' },
    });
    const { documents } = await made.call('plan.documents', {});
    expect(documents.at(-1)).toMatchObject({ parts: ['list'], listYear: 2025 });
    // Asked for without a year, the newest list goes out.
    expect(await made.call('plan.export', { file: made.grant(book) })).toMatchObject({ year: 2025 });
  });
});

describe('nothing is stored', () => {
  it('while one row cannot be read; all that is wrong is listed', async () => {
    const { book } = await freshWork();
    const opened = await BookFile.open(book);
    opened.set(LIST, 'A3-1.1', '牵头单位', '区经信局').set(ANNEX1, 'A1-01', '修约位数', 7).set(ANNEX1, 'A1-02', '2027年目标', '≤1');
    const file = await opened.save();
    const imported = await importing(file);
    expect(imported).toMatchObject({ stored: null, kind: null, differences: [], counts: { errors: 2 } });
    expect(imported.findings.map(({ sheet, cell, code }) => [sheet, cell, code])).toEqual([
      [ANNEX1, opened.at(ANNEX1, 'A1-01', '修约位数'), 'BOOK_DECIMALS'],
      [LIST, opened.at(LIST, 'A3-1.1', '牵头单位'), 'BOOK_UNIT_UNKNOWN'],
    ]);
    expect((await made.call('plan.documents', {})).documents).toHaveLength(1);
  });

  it('of a file that is no workbook', async () => {
    await freshWork();
    const file = join(folder, 'notes.pdf');
    writeFileSync(file, '%PDF-1.7 ');
    expect((await importing(file)).findings).toMatchObject([{ code: 'FILE_NOT_WORKBOOK', severity: 'error' }]);
    expect((await importing(join(folder, 'nowhere.xlsx'))).findings).toMatchObject([
      { code: 'FILE_UNREADABLE', params: { reason: 'ENOENT' } },
    ]);
  });

  it('for a year that is signed, while a later day leaves that year alone', async () => {
    const { path, book } = await freshWork();
    made.core.close();
    const content = JSON.stringify({ run: 1, despite: null, blockers: [] });
    const final = { year: 2024, act: 'final', content, reason: '', actor: '李四', at: '2025-02-09T10:00:00+08:00' } as const;
    writeWork(path, (db) => insertYearDecision(db, final));
    made = testCore(folder);
    await made.call('work.open', { file: made.grant(path) });
    const request = { document: '甲', by: '乙' };
    const list = await (await BookFile.open(book)).set(LIST, 'A3-1.1', '责任单位', '各镇街').save(join(folder, 'final-list.xlsx'));
    const refused = { code: 'YEAR_FINAL', params: { year: 2024, at: '2025-02-09', by: '李四', archived: '' } };
    expect(await made.fail('plan.import', { source: made.grant(list), ...request })).toEqual(refused);
    const annex = await (await BookFile.open(book)).set(ANNEX1, 'A1-08', '2027年目标', '33').save(join(folder, 'final-annex.xlsx'));
    expect(await made.fail('plan.import', { source: made.grant(annex), ...request, from: '2024-12-01' })).toEqual(refused);
    expect((await made.call('plan.documents', {})).documents).toHaveLength(1);
    expect((await importing(annex, { from: '2025-01-01' })).stored).toMatchObject({ kind: 'amendment' });
  });

  it('over the work itself, or under a name that would not open', async () => {
    const { path } = await freshWork();
    expect(await made.fail('plan.export', { file: made.grant(path) })).toMatchObject({ code: 'FILE_IS_WORK' });
    expect(await made.fail('plan.export', { file: made.grant(join(folder, '方案.docx')) })).toMatchObject({ code: 'REPORT_EXTENSION' });
  });
});
