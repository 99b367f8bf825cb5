import { beforeAll, describe, expect, it } from 'vitest';
import { amendmentOf } from '../../../../../../shared/domain/plan/book/amend.ts';
import { type BookDifference, comparePlans } from '../../../../../../shared/domain/plan/book/compare.ts';
import type { ReadBook } from '../../../../../../shared/domain/plan/book/read/read-book.ts';
import type { Plan } from '../../../../../../shared/domain/plan/schema.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { EditedBook, readAgainst } from '../../../../../support/plan-book.ts';

const [INDICATORS, TASKS, ITEMS, UNITS, KINDS] = ['附件1 指标', '附件2 任务', '年度事项', '单位', '单位类别'] as const;

describe('an edited workbook', () => {
  const plan = loadTestPlan();
  let pristine: EditedBook;
  beforeAll(async () => {
    pristine = await EditedBook.of(plan);
  });
  const edit = (): EditedBook => new EditedBook(pristine.workbook);

  /** Reads it, expects no error, and gives the plan that it makes with what differs. */
  function taken(book: EditedBook, base: Plan = plan): { read: ReadBook; plan: Plan; differences: BookDifference[] } {
    const read = readAgainst(book.raw, base);
    expect(read.findings.filter((one) => one.severity === 'error')).toEqual([]);
    if (read.plan === null) throw new Error('no plan');
    return { read, plan: read.plan, differences: comparePlans(base, read.plan) };
  }

  it('with one target changed differs in that cell of that row alone', () => {
    const book = edit();
    book.set(INDICATORS, 'A1-05', '2025年目标', '≥24.5');
    const { plan: after, differences } = taken(book);
    expect(differences).toEqual([
      {
        part: 'annex1',
        sheet: INDICATORS,
        change: 'changed',
        id: 'A1-05',
        name: '非化石能源消费比重（%）',
        fields: [{ column: '2025年目标', measure: '非化石能源消费比重', before: '≥23', after: '≥24.5' }],
      },
    ]);
    expect(after.annex1.rows[4]).toEqual({
      ...plan.annex1.rows[4],
      printedTargets: { '2024': '≥20', '2025': '≥24.5', '2027': '≥25' },
      measures: [
        {
          ...plan.annex1.rows[4]?.measures[0],
          targets: {
            ...plan.annex1.rows[4]?.measures[0]?.targets,
            '2025': { kind: 'number', printed: '≥24.5', operator: 'ge', value: '24.5' },
          },
        },
      ],
    });
    expect(after).toEqual({ ...plan, annex1: { ...plan.annex1, rows: plan.annex1.rows.with(4, after.annex1.rows[4] as never) } });
  });

  it('is stored as the parts that differ and nothing else', () => {
    const list = edit();
    list.set(ITEMS, 'A3-1.2', '责任单位', '各镇街');
    const listed = taken(list);
    expect(amendmentOf(plan, listed.plan, listed.differences)).toMatchObject({ kind: 'list', parts: ['list'] });
    expect(Object.keys(amendmentOf(plan, listed.plan, listed.differences)?.content ?? {})).toEqual(['list', 'asked']);

    const units = edit();
    units.set(UNITS, '区水利局', '别名', '区水务局');
    const renamed = taken(units);
    expect(amendmentOf(plan, renamed.plan, renamed.differences)).toMatchObject({ kind: 'units', content: { units: renamed.plan.units } });

    const both = edit();
    both.set(UNITS, '区水利局', '别名', '区水务局');
    both.set(TASKS, 'A2-改1', '牵头单位', '区水务局');
    const changed = taken(both);
    const made = amendmentOf(plan, changed.plan, changed.differences);
    expect(made).toMatchObject({ kind: 'amendment', parts: ['units', 'annex2'] });
    expect(Object.keys(made?.content ?? {})).toEqual(['annex2', 'units']);
    expect(amendmentOf(plan, plan, comparePlans(plan, plan))).toBeNull();
  });

  it('may have its columns moved, blank rows between its rows and another order of its sheets', () => {
    const book = edit();
    const last = 60;
    for (const name of [INDICATORS, TASKS, ITEMS, UNITS])
      book.change(name, (sheet) => ({
        ...sheet,
        // The last column comes first, and each row stands on every second line.
        cells: sheet.cells.map((cell) => ({ ...cell, column: last - cell.column, row: cell.row * 2 })),
      }));
    // Lines above a table read from left to right: the mirrored ones are left out here.
    const table = book.raw;
    const turned = {
      ...table,
      sheets: table.sheets.toReversed().map((sheet) => ({
        ...sheet,
        merges: [],
        cells: sheet.cells.toSorted((one, other) => one.row - other.row || one.column - other.column),
      })),
    };
    const read = readAgainst(turned, plan, { listYear: 2024 });
    expect(read.findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(read.plan?.annex1.rows).toEqual(plan.annex1.rows);
    expect(read.plan?.annex2?.tasks).toEqual(plan.annex2?.tasks);
    expect(read.plan?.annex3?.items).toEqual(plan.annex3?.items);
    expect(read.plan?.units).toEqual(plan.units);
  });

  it('tells of a column that it does not know, of a column without a title and of a sheet that is none of its own', () => {
    const book = edit();
    const [row, head] = [book.row(ITEMS, 'A3-1.1'), book.row(ITEMS, '编号')];
    book.put(ITEMS, head, 40, '完成情况');
    book.put(ITEMS, row, 40, '已完成');
    book.put(ITEMS, row, 42, '随手记的');
    book.change('说明', (sheet) => ({ ...sheet, name: '来文' }));
    expect(readAgainst(book.raw, plan).findings).toEqual([
      expect.objectContaining({ code: 'BOOK_SHEET_UNKNOWN', sheet: '来文', severity: 'info' }),
      expect.objectContaining({ code: 'BOOK_COLUMN_UNKNOWN', sheet: ITEMS, cell: `AN${head}`, params: { column: '完成情况' } }),
      expect.objectContaining({ code: 'BOOK_COLUMN_UNKNOWN', sheet: ITEMS, cell: `AP${head}`, params: { column: '' } }),
    ]);
    expect(taken(book).differences).toEqual([]);
  });

  it('gives a new row an id that was never given, whatever rows were taken out', () => {
    const book = edit();
    book.clear(INDICATORS, 'A1-20');
    book.add(INDICATORS, {
      类别: '生活污染减排',
      指标名称: '餐饮油烟净化设施安装率（%）',
      '＊累计': '否',
      '2024年目标': '',
      '2025年目标': '90',
      '2027年目标': '95',
      牵头单位: '生态环境局',
      分子名称: '已安装的餐饮单位',
      分子单位: '家',
      分母名称: '餐饮单位',
      分母单位: '家',
    });
    const { read, plan: after, differences } = taken(book);
    expect(differences.map(({ change, id }) => `${change} ${id}`)).toEqual(['new S001', 'new A1-21', 'removed A1-20']);
    const row = after.annex1.rows.at(-1);
    expect(row).toMatchObject({ id: 'A1-21', leadUnits: ['dept-ecology'], printedTargets: { '2024': '', '2025': '90', '2027': '95' } });
    expect(row?.measures).toEqual([
      {
        id: 'A1-21',
        name: '餐饮油烟净化设施安装率',
        unit: '%',
        kind: 'rate',
        basis: 'level',
        decimals: 1,
        numerator: { name: '已安装的餐饮单位', unit: '家' },
        denominator: { name: '餐饮单位', unit: '家' },
        zeroDenominator: 'error',
        subject: 'S001',
        targets: {
          '2024': { kind: 'pending', printed: '' },
          '2025': { kind: 'number', printed: '90', operator: 'ge', value: '90' },
          '2027': { kind: 'number', printed: '95', operator: 'ge', value: '95' },
        },
      },
    ]);
    expect(after.subjects['S001']).toBe('餐饮油烟净化设施安装率');
    // What was taken for granted is said, cell by cell.
    expect(read.findings.map((one) => `${one.code} ${String(one.params['column'])} ${String(one.params['value'])}`)).toEqual([
      'BOOK_ASSUMED 比率或数量 比率',
      'BOOK_ASSUMED 口径 当年状态',
      'BOOK_ASSUMED 只写数字时 不低于',
      'BOOK_ASSUMED 修约位数 1',
    ]);
    expect(readAgainst(book.raw, plan, { used: new Set(['A1-21', 'S001']) }).plan?.annex1.rows.at(-1)?.id).toBe('A1-22');
  });

  it('takes a second 指标量 in the next line, with a letter of its row', () => {
    const book = edit();
    const row = book.insertRow(TASKS, book.row(TASKS, 'A2-项2') + 1);
    for (const [column, text] of Object.entries({
      指标量名称: 'A级企业',
      计量单位: '家',
      比率或数量: '数量',
      口径: '累计',
      修约位数: '0',
      '2027年目标': '10',
    }))
      book.put(TASKS, row, book.column(TASKS, column), text);
    const { plan: after, differences } = taken(book);
    expect(after.annex2?.tasks[1]?.measures.map(({ id, name }) => [id, name])).toEqual([
      ['A2-项2-a', '环保绩效A级、B级企业'],
      ['A2-项2-b', 'A级企业'],
    ]);
    expect(differences.filter((one) => one.part === 'annex2').map(({ id, change }) => [id, change])).toEqual([['A2-项2', 'changed']]);
  });

  it('divides a cell that is printed for both 指标量 of a row', () => {
    const book = edit();
    const row = book.row(INDICATORS, 'A1-12');
    const column = book.column(INDICATORS, '2025年目标');
    book.put(INDICATORS, row, column, '45（98）');
    book.put(INDICATORS, row + 1, column, '');
    const after = taken(book).plan.annex1.rows.find((one) => one.id === 'A1-12');
    expect(after?.printedTargets['2025']).toBe('45（98）');
    expect(after?.measures.map((measure) => measure.targets['2025'])).toMatchObject([{ value: '45' }, { value: '98' }]);
  });

  it('takes a year that was added as a column, with harder targets beside', () => {
    const book = edit();
    const head = book.row(INDICATORS, '编号');
    book.put(INDICATORS, head, 50, '2026年目标');
    book.put(INDICATORS, head, 51, '2026年奋斗目标');
    book.put(INDICATORS, book.row(INDICATORS, 'A1-01'), 50, '≤32');
    book.put(INDICATORS, book.row(INDICATORS, 'A1-01'), 51, '≤31');
    const { annex1 } = taken(book).plan;
    expect(annex1.years).toEqual([2024, 2025, 2026, 2027]);
    expect(annex1.columns).toEqual(['序号', '类别', '指  标  名  称', '2024年目标', '2025年目标', '2026年目标', '2027年目标', '牵头单位']);
    expect(annex1.rows[0]?.measures[0]).toMatchObject({
      targets: { '2026': { operator: 'le', value: '32' } },
      stretch: { '2026': { operator: 'le', value: '31' } },
    });
    expect(annex1.rows[1]?.measures[0]).toMatchObject({ targets: { '2026': { kind: 'pending' } } });
    expect(annex1.rows[1]?.measures[0]).not.toHaveProperty('stretch');
  });

  it('shows rows that changed places, and a section that got another title keeps its number', () => {
    const book = edit();
    const [first, second] = [book.row(UNITS, '区水利局'), book.row(UNITS, '区财政局')];
    book.change(UNITS, (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row === first ? second : cell.row === second ? first : cell.row })),
    }));
    expect(taken(book).differences).toEqual([expect.objectContaining({ part: 'units', change: 'order' })]);

    const renamed = edit();
    const column = renamed.column(ITEMS, '部分');
    renamed.change(ITEMS, (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.column === column && cell.value.type === 'text' && cell.value.text.startsWith('七、')
          ? { ...cell, value: { type: 'text', text: '七、数字治气' } }
          : cell,
      ),
    }));
    const { plan: after, differences } = taken(renamed);
    expect(after.annex3?.sections[6]).toEqual({ number: 7, title: '七、数字治气' });
    expect(differences.map(({ id }) => id)).toEqual(['A3-7.1', 'A3-7.2', 'A3-7.3']);
  });

  it('adds a kind of units and a unit of it, with the day on which another ends', () => {
    const book = edit();
    book.add(KINDS, { 类别名称: '园区', 填报牵头事项: '否', 填报分担事项: '是', 监测空气并排名: '是' });
    book.add(UNITS, { 单位名称: '天顶工业园', 类别: '园区', 区划代码: { type: 'number', digits: '500117400000', format: 'general' } });
    book.set(UNITS, '双槐镇', '停用日期', '2025年6月30日');
    const { plan: after, differences } = taken(book);
    expect(after.unitKinds.at(-1)).toEqual({ id: 'K01', name: '园区', leads: false, asked: true, air: true, endings: [] });
    expect(after.units.at(-1)).toEqual({ id: 'U001', kind: 'K01', name: '天顶工业园', aliases: [], divisionCode: '500117400' });
    expect(after.units.find((unit) => unit.name === '双槐镇')?.until).toBe('2025-06-30');
    expect(differences.map(({ part, change, name }) => [part, change, name])).toEqual([
      ['unitKinds', 'new', '园区'],
      ['units', 'changed', '双槐镇'],
      ['units', 'new', '天顶工业园'],
    ]);
  });

  it('leaves a part alone whose sheet is missing, or whose rows were all cleared', () => {
    const book = edit().without('附件2 任务');
    book.change(ITEMS, (sheet) => ({ ...sheet, cells: sheet.cells.filter((cell) => cell.row < book.row(ITEMS, 'A3-1.1')) }));
    const { read, differences } = taken(book);
    expect(differences).toEqual([]);
    expect(read.findings).toEqual([expect.objectContaining({ code: 'BOOK_SHEET_EMPTY', sheet: ITEMS })]);
  });
});
