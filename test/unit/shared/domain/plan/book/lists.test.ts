import { beforeAll, describe, expect, it } from 'vitest';
import { comparePlans } from '../../../../../../shared/domain/plan/book/compare.ts';
import { bookOf } from '../../../../../../shared/domain/plan/book/make/book-of-plan.ts';
import { listYearOf } from '../../../../../../shared/domain/plan/book/read/read-book.ts';
import { readListFile } from '../../../../../../shared/domain/plan/book/read-list.ts';
import { meetsTarget } from '../../../../../../shared/domain/plan/target.ts';
import { isCounted } from '../../../../../../shared/domain/plan/target-schema.ts';
import type { Plan, Target } from '../../../../../../shared/domain/plan/schema.ts';
import { documentOf } from '../../../../../../shared/domain/plan/years/plan-for-year.ts';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import type { RawCell, RawValue, RawWorkbook } from '../../../../../../shared/domain/tables/raw-workbook.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { EditedBook, readAgainst, writtenAndRead } from '../../../../../support/plan-book.ts';
import { rawCell } from '../../../../../support/raw-return.ts';

const plan = loadTestPlan();
const LIST = '年度事项';

/** A workbook of one sheet, as somebody else made it: rows of texts from the first column on. */
function tableOf(name: string, rows: readonly (readonly (string | RawValue)[])[], merges: readonly string[] = []): RawWorkbook {
  const cells = rows.flatMap((row, index) =>
    row.flatMap((value, column): RawCell[] =>
      value === '' ? [] : [rawCell(column + 1, index + 1, typeof value === 'string' ? { type: 'text', text: value } : value)],
    ),
  );
  return { sheets: [{ name, visibility: 'visible', cells, merges: [...merges] }], date1904: false };
}

describe('the list of another year', () => {
  const read = (workbook: RawWorkbook, year = 2025, base: Plan = plan) =>
    readListFile(workbook, { file: '2025年事项清单.xlsx', documents: [documentOf(base)], year });

  it('is read from a table that has the columns of the printed one alone, with its headings and merged cells', () => {
    const table = tableOf(
      'Sheet1',
      [
        ['合川区空气质量持续改善行动2025年事项清单'],
        ['序号', '任  务  内  容', '牵头单位', '责任单位'],
        ['一、推动产业结构优化（2项）'],
        ['1', '建设绿色工厂6家。', '区经济信息委', '各镇街'],
        ['2', '完成市级下达的淘汰任务。', '区经济信息委、\n区生态环境局', ''],
        ['二、推动能源结构优化'],
        ['', '巩固高污染燃料禁燃区。', '生态环境局'],
      ],
      ['A1:D1', 'A3:D3', 'D4:D5'],
    );
    const { plan: made, amendment, findings } = read(table);
    expect(findings).toEqual([]);
    expect(amendment).toMatchObject({ kind: 'list', parts: ['list'] });
    expect(made?.annex3).toMatchObject({
      title: '合川区空气质量持续改善行动2025年事项清单',
      year: 2025,
      sections: [
        { number: 1, title: '一、推动产业结构优化（2项）' },
        { number: 2, title: '二、推动能源结构优化' },
      ],
    });
    expect(
      made?.annex3?.items.map(({ id, section, number, type, responsiblePrinted }) => [id, section, number, type, responsiblePrinted]),
    ).toEqual([
      ['Y2025-01', 1, 1, 'qualitative', '各镇街'],
      ['Y2025-02', 1, 2, 'qualitative', '各镇街'],
      ['Y2025-03', 2, 1, 'qualitative', ''],
    ]);
    expect(made?.annex3?.items[1]?.leadUnits).toEqual(['dept-economy-information', 'dept-ecology']);
    expect(amendment?.content).toEqual({ list: made?.annex3, asked: [] });
  });

  it('made of last year’s workbook has rows of its own, with the figures and what is asked of towns', async () => {
    const book = await EditedBook.of(plan);
    book.put(LIST, book.row(LIST, '年度'), 2, '2025年');
    book.set(LIST, 'A3-1.2', '内容', '累计建设环保绩效A级、B级企业5家。');
    book.set(LIST, 'A3-1.2', '目标', '5');
    expect(listYearOf(book.raw)).toBe(2025);
    const { plan: made, findings } = read(book.raw);
    expect(findings).toEqual([
      expect.objectContaining({ code: 'BOOK_ID_OTHER_YEAR', severity: 'info', params: { count: 34, year: 2024 } }),
    ]);
    const items = made?.annex3?.items ?? [];
    expect(items.map((item) => item.id)).toEqual(items.map((_, index) => `Y2025-${String(index + 1).padStart(2, '0')}`));
    expect(items[1]?.measures).toMatchObject([{ id: 'Y2025-02-a', subject: 'ab-enterprises', targets: { '2025': { value: '5' } } }]);
    expect(items[14]).toMatchObject({ id: 'Y2025-15' });
    expect(made?.reporting.townItems).toHaveLength(12);
    expect(made?.reporting.townItems[0]).toEqual({ item: 'Y2025-04', reason: plan.reporting.townItems[0]?.reason });
    // The plan’s own list is still the plan’s own.
    expect(plan.annex3?.items[1]?.id).toBe('A3-1.2');
  });

  it('is asked for in a workbook that has none, and refused for another year', async () => {
    const none = (await EditedBook.of(plan)).without(LIST);
    expect(read(none.raw, 2024).findings.map(({ code, params }) => [code, params['sheet']])).toEqual([['BOOK_SHEET_MISSING', LIST]]);
    const other = await EditedBook.of(plan);
    expect(read(other.raw).findings.map((one) => one.code)).toContain('BOOK_LIST_YEAR_OTHER');
    expect(read(other.raw)).toMatchObject({ plan: null, amendment: null });
  });

  it('names the units of its own year: who came later is meant in later lists alone', () => {
    const successor = { ...plan.units[0], id: 'dept-new', from: '2026-01-01' } as Plan['units'][number];
    const units = plan.units.map((unit, index) => (index === 0 ? { ...unit, until: '2025-12-31' } : unit));
    const changed = { ...plan, units: [...units, successor] };
    const table = tableOf('清单', [
      ['部分', '内容', '牵头单位', '责任单位'],
      ['一、监测', '提升预报能力。', '区生态环境局', ''],
    ]);
    expect(read(table, 2025, changed).plan?.annex3?.items[0]?.leadUnits).toEqual(['dept-ecology']);
    expect(read(table, 2026, changed).plan?.annex3?.items[0]?.leadUnits).toEqual(['dept-new']);
    const before = read(table, 2025, changed).plan;
    const after = before === null || before.annex3 === null ? null : structuredClone(before);
    for (const item of after?.annex3?.items ?? []) item.leadUnits = ['dept-new'];
    expect(before !== null && after !== null && comparePlans(before, after)).toEqual([
      expect.objectContaining({
        change: 'changed',
        fields: [{ column: '牵头单位', measure: null, before: '区生态环境局（至2025-12-31）', after: '区生态环境局（2026-01-01起）' }],
      }),
    ]);
  });
});

describe('a target as clerks write it', () => {
  let pristine: EditedBook;
  beforeAll(async () => {
    pristine = await EditedBook.of(plan);
  });

  function target(value: string | RawValue, row = 'A1-01'): Target | undefined {
    const book = new EditedBook(pristine.workbook);
    book.set('附件1 指标', row, '2025年目标', value);
    const read = readAgainst(book.raw, plan);
    expect(read.findings.filter((one) => one.severity === 'error')).toEqual([]);
    return read.plan?.annex1.rows.find((one) => one.id === row)?.measures[0]?.targets['2025'];
  }

  it.each([
    ['≥32', { kind: 'number', operator: 'ge', value: '32' }],
    ['≥ 32', { kind: 'number', operator: 'ge', value: '32' }],
    ['不低于32', { kind: 'number', operator: 'ge', value: '32' }],
    ['３２以下', { kind: 'number', operator: 'le', value: '32' }],
    ['32', { kind: 'number', operator: 'le', value: '32' }],
    [
      { type: 'number', digits: '31.5', format: 'general' },
      { kind: 'number', operator: 'le', value: '31.5', printed: '31.5' },
    ],
    ['30-35', { kind: 'range', low: '30', high: '35' }],
    ['30～35', { kind: 'range', low: '30', high: '35' }],
    ['完成市级下达任务', { kind: 'text', printed: '完成市级下达任务' }],
    ['', { kind: 'pending', printed: '' }],
    ['待定', { kind: 'pending', printed: '待定' }],
  ] as const)('%o is read as what it means', (value, meaning) => {
    expect(target(value as string | RawValue)).toMatchObject(meaning);
  });

  it('of a ratio may stand in a cell that shows percent', () => {
    const typed: RawValue = { type: 'number', digits: '0.835', format: 'percent' };
    expect(target(typed, 'A1-05')).toMatchObject({ kind: 'number', operator: 'ge', value: '83.5', printed: '83.5%' });
  });

  it('is judged by the direction of its row where it is a bare number, both ends of a range included', () => {
    const [floor, range] = [target('24', 'A1-05'), target('24-25', 'A1-05')];
    expect(floor !== undefined && isCounted(floor) && meetsTarget(floor, exact('24.1'))).toBe(true);
    expect(range !== undefined && isCounted(range) && meetsTarget(range, exact('25'))).toBe(true);
    expect(range !== undefined && isCounted(range) && meetsTarget(range, exact('25.1'))).toBe(false);
  });

  it('goes out and comes back whatever kind it is, in annexes and in running text', async () => {
    const rows = plan.annex1.rows.map((row) => structuredClone(row));
    const set = (index: number, year: string, one: Target): void => {
      const row = rows[index];
      if (row?.measures[0] === undefined) throw new Error('no measure');
      row.measures[0].targets[year] = one;
      row.printedTargets[year] = one.printed;
    };
    set(0, '2025', { kind: 'range', printed: '30至35', low: '30', high: '35' });
    set(1, '2025', { kind: 'text', printed: '完成市级下达任务' });
    set(2, '2025', { kind: 'pending', printed: '另行下达' });
    set(3, '2025', { kind: 'pending', printed: '' });
    set(4, '2025', { kind: 'number', printed: '达25', operator: 'ge', value: '25' });
    const items = (plan.annex3?.items ?? []).map((item) => structuredClone(item));
    const pending = items.find((item) => item.id === 'A3-1.2')?.measures[0];
    if (pending !== undefined) pending.targets['2024'] = { kind: 'pending', printed: '' };
    const list =
      plan.annex3 === null ? null : { ...plan.annex3, items, sections: [...plan.annex3.sections, { number: 10, title: '十、其他' }] };
    const changed = { ...plan, annex1: { ...plan.annex1, rows }, annex3: list };
    const read = readAgainst(await writtenAndRead(bookOf(changed, 2024)), changed);
    expect(read.findings.map((one) => one.code)).toEqual(['BOOK_TARGET_WORDS']);
    expect(read.plan).toEqual(changed);
  });
});
