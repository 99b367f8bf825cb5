import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../../../../shared/domain/findings.ts';
import { findingText } from '../../../../../../shared/text/finding-text.ts';
import type { RawValue } from '../../../../../../shared/domain/tables/raw-workbook.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { EditedBook, readAgainst } from '../../../../../support/plan-book.ts';

const [INDICATORS, TASKS, ITEMS, UNITS, KINDS, HEAD] = ['附件1 指标', '附件2 任务', '年度事项', '单位', '单位类别', '方案'] as const;

describe('a workbook with a mistake in it', () => {
  const plan = loadTestPlan();
  let pristine: EditedBook;
  beforeAll(async () => {
    pristine = await EditedBook.of(plan);
  });

  /** The findings of the workbook with one change; nothing is taken from it while one is an error. */
  function found(change: (book: EditedBook) => unknown): readonly Finding[] {
    const book = new EditedBook(pristine.workbook);
    change(book);
    const read = readAgainst(book.raw, plan);
    expect(read.plan === null).toBe(read.findings.some((one) => one.severity === 'error'));
    for (const one of read.findings) expect(findingText(one.code, one.params)).toMatch(/[\u4e00-\u9fff].*。$/u);
    return read.findings;
  }

  /** A cell that is changed, and the finding that names it. */
  type Case = readonly [sheet: string, row: string, column: string, value: string | RawValue, code: string, params: object];

  it.each<Case>([
    [INDICATORS, 'A1-03', '牵头单位', '区生态环保局', 'BOOK_UNIT_UNKNOWN', { name: '区生态环保局', nearest: '区生态环境局' }],
    [ITEMS, 'A3-1.2', '牵头单位', '区气象台、区公安局', 'BOOK_UNIT_UNKNOWN', { name: '区气象台', nearest: '区气象局' }],
    [ITEMS, 'A3-1.2', '牵头单位', '', 'BOOK_VALUE_MISSING', { column: '牵头单位' }],
    [TASKS, 'A2-政1', '牵头单位', '', 'BOOK_VALUE_MISSING', { column: '牵头单位' }],
    [UNITS, '区水利局', '类别', '', 'BOOK_VALUE_MISSING', { column: '类别' }],
    [UNITS, '区水利局', '类别', '委办', 'BOOK_CHOICE_UNKNOWN', { column: '类别', text: '委办', known: '部门、镇街' }],
    [UNITS, '沙鱼镇', '区划代码', '50011710', 'BOOK_UNIT_CODE', { text: '50011710' }],
    [UNITS, '沙鱼镇', '停用日期', '今年年底', 'BOOK_DATE_UNREADABLE', { column: '停用日期', text: '今年年底' }],
    [UNITS, '沙鱼镇', '启用日期', '2025-02-30', 'BOOK_DATE_UNREADABLE', { column: '启用日期', text: '2025-02-30' }],
    [UNITS, '沙鱼镇', '启用日期', '6月30日', 'BOOK_DATE_UNREADABLE', { column: '启用日期', text: '6月30日' }],
    [KINDS, '镇街', '监测空气并排名', '大概', 'BOOK_CHOICE_UNKNOWN', { column: '监测空气并排名', text: '大概', known: '是、否' }],
    [INDICATORS, 'A1-05', '修约位数', '5', 'BOOK_DECIMALS', { text: '5' }],
    [INDICATORS, 'A1-05', '修约位数', '一位', 'BOOK_DECIMALS', { text: '一位' }],
    [INDICATORS, 'A1-05', '分子名称', '', 'BOOK_RATE_PARTS', { measure: '非化石能源消费比重', column: '分子名称' }],
    [INDICATORS, 'A1-05', '分母单位', '', 'BOOK_RATE_PARTS', { measure: '非化石能源消费比重', column: '分母单位' }],
    [INDICATORS, 'A1-08', '分子名称', '甲', 'BOOK_AMOUNT_PARTS', { measure: '绿色工厂' }],
    [
      INDICATORS,
      'A1-08',
      '口径',
      '按年',
      'BOOK_CHOICE_UNKNOWN',
      { column: '口径', text: '按年', known: '当年状态、累计、当年新增、全年工作量' },
    ],
    [INDICATORS, 'A1-08', '编号', 'A1-07', 'BOOK_ID_TWICE', { id: 'A1-07' }],
    [INDICATORS, 'A1-08', '编号', 'A1/08', 'BOOK_ID_INVALID', { id: 'A1/08' }],
    [INDICATORS, 'A1-08', '2025年目标', { type: 'error', code: '#REF!' }, 'BOOK_CELL_ERROR', { error: '#REF!' }],
    [INDICATORS, 'A1-08', '2025年目标', { type: 'number', digits: '45721', format: 'date' }, 'BOOK_TARGET_DATE', { column: '2025年目标' }],
    [INDICATORS, 'A1-11', '2027年目标', '30-20', 'VALUES_TARGET_UNREADABLE', { text: '30-20' }],
    [INDICATORS, 'A1-11', '2027年目标', '≥≥30', 'VALUES_TARGET_UNREADABLE', { text: '≥≥30' }],
    [INDICATORS, 'A1-11', '2027年目标', '≥20且≤30', 'VALUES_TARGET_UNREADABLE', { text: '≥20且≤30' }],
    [INDICATORS, 'A1-11', '2027年目标', '-1', 'VALUES_TARGET_UNREADABLE', { text: '-1' }],
    [INDICATORS, 'A1-11', '2027年目标', '无', 'VALUES_TARGET_UNREADABLE', { text: '无' }],
    [INDICATORS, 'A1-11', '2027年目标', '2027年底前完成', 'NUMBER_UNIT_OTHER', { found: '2027年底前完成' }],
    [INDICATORS, 'A1-08', '2027年目标', '30.5', 'NUMBER_NOT_WHOLE', { value: '30.5', unit: '家' }],
    [INDICATORS, 'A1-04', '2027年目标', '≥120', 'NUMBER_BEYOND', { value: '≥120', limit: '100', unit: '%' }],
    [ITEMS, 'A3-3.3', '目标', '不少于1500', 'BOOK_TARGET_NOT_IN_TEXT', { text: '不少于1500' }],
    [ITEMS, 'A3-3.3', '目标', '', 'BOOK_TARGET_NONE', { measure: '淘汰治理老旧车辆', year: 2024 }],
    [ITEMS, 'A3-3.3', '序号', '三之三', 'BOOK_NUMBER_UNREADABLE', { column: '序号', text: '三之三' }],
    [ITEMS, 'A3-3.3', '指标量名称', '', 'BOOK_VALUE_MISSING', { column: '指标量名称' }],
    [ITEMS, 'A3-5.7', '时限原文', '在10月前', 'BOOK_DEADLINE_NOT_IN_TEXT', { text: '在10月前' }],
    [ITEMS, 'A3-5.7', '时限原文', '', 'BOOK_VALUE_MISSING', { column: '时限原文' }],
    [ITEMS, 'A3-2.2', '分担理由', '', 'BOOK_VALUE_MISSING', { column: '分担理由' }],
    [ITEMS, 'A3-2.2', '属地分担', '部分', 'BOOK_CHOICE_UNKNOWN', { column: '属地分担', text: '部分', known: '是、否' }],
  ])('%s %s “%s” with %o is named by its cell: %s', (sheet, row, column, value, code, params) => {
    let address = '';
    const errors = found((book) => {
      address = book.at(sheet, row, column);
      book.set(sheet, row, column, value);
    }).filter((one) => one.severity === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ file: '方案.xlsx', sheet, cell: address, code, params });
  });

  it('names every mistake at once, not the first alone', () => {
    const errors = found((book) => {
      book.set(INDICATORS, 'A1-05', '修约位数', '9');
      book.set(INDICATORS, 'A1-06', '牵头单位', '甲局、乙局');
      book.set(UNITS, '沙鱼镇', '区划代码', '1');
    });
    expect(errors.map((one) => one.code)).toEqual(['BOOK_UNIT_CODE', 'BOOK_DECIMALS', 'BOOK_UNIT_UNKNOWN', 'BOOK_UNIT_UNKNOWN']);
    expect(errors.slice(2).map((one) => one.params['nearest'])).toEqual(['', '']);
  });

  it('takes words for a target, says so, and does not stop there', () => {
    let address = '';
    const findings = found((book) => (address = book.set(INDICATORS, 'A1-11', '2027年目标', '完成市级下达任务')));
    expect(findings).toEqual([
      expect.objectContaining({ code: 'BOOK_TARGET_WORDS', severity: 'warning', cell: address, params: { text: '完成市级下达任务' } }),
    ]);
  });

  it('asks about a target that goes another way than that of the year before, and takes it', () => {
    let address = '';
    const findings = found((book) => (address = book.set(INDICATORS, 'A1-01', '2027年目标', '≥31')));
    expect(findings).toContainEqual(expect.objectContaining({ code: 'TARGET_DIRECTION', severity: 'warning', cell: address }));
  });

  it('takes words with figures in them as words', () => {
    const findings = found((book) => book.set(INDICATORS, 'A1-11', '2027年目标', '完成第8批任务'));
    expect(findings.map((one) => one.code)).toEqual(['BOOK_TARGET_WORDS']);
  });

  it('says of =30, which a spreadsheet makes a formula, as what its result is taken', () => {
    const book = new EditedBook(pristine.workbook);
    const address = book.set(INDICATORS, 'A1-08', '2027年目标', { type: 'number', digits: '30', format: 'general' });
    const sheets = book.raw.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        sheet.name === INDICATORS && cell.address === address ? { ...cell, formula: true, look: { formula: '30' } } : cell,
      ),
    }));
    const { findings } = readAgainst({ ...book.raw, sheets }, plan);
    const [one, ...others] = findings.filter(({ code }) => code === 'FORMULA_TARGET');
    expect(one).toMatchObject({ cell: address, severity: 'warning', params: { formula: '30', value: '30', read: '≥30' } });
    expect(others).toEqual([]);
    expect(findingText('FORMULA_TARGET', one?.params ?? {})).toContain('按 ≥30 采用');
  });

  it('asks for the year of a column of targets', () => {
    let address = '';
    const errors = found((book) => {
      address = book.at(INDICATORS, '编号', '2025年目标');
      book.set(INDICATORS, '编号', '2025年目标', '年目标');
    });
    expect(errors[0]).toMatchObject({ code: 'BOOK_YEAR_MISSING', sheet: INDICATORS, cell: address, params: { column: '年目标' } });
  });

  it('does not choose between two columns of one title', () => {
    const errors = found((book) => book.set(INDICATORS, '编号', '2027年目标', '2025年目标'));
    expect(errors[0]).toMatchObject({ code: 'BOOK_COLUMN_TWICE', params: { column: '2025年目标', first: 'G7' } });
  });

  it('reads no table whose head or whose first columns are gone', () => {
    expect(found((book) => book.set(UNITS, '编号', '单位名称', '简称'))).toEqual(
      [
        expect.objectContaining({ code: 'BOOK_COLUMN_UNKNOWN' }),
        expect.objectContaining({ code: 'BOOK_COLUMN_MISSING', sheet: UNITS, params: { column: '单位名称' } }),
      ].slice(1),
    );
    const gone = found((book) => book.change(UNITS, (sheet) => ({ ...sheet, cells: sheet.cells.slice(30) })));
    expect(gone.find((one) => one.sheet === UNITS)).toMatchObject({ code: 'BOOK_HEADER_MISSING', params: { wanted: '单位名称、类别' } });
  });

  it('tells of two units of one name, and of a name that another unit is also called', () => {
    expect(found((book) => book.set(UNITS, '区水利局', '单位名称', '区财政局'))[0]).toMatchObject({
      code: 'BOOK_UNIT_TWICE',
      sheet: UNITS,
      params: { name: '区财政局' },
    });
    let address = '';
    const findings = found((book) => {
      address = book.at(UNITS, '区水利局', '单位名称');
      book.set(UNITS, '区水利局', '别名', '区环保局');
    });
    expect(findings[0]).toMatchObject({ code: 'BOOK_UNIT_TWICE', cell: address, params: { name: '区水利局', first: 'A3' } });
    // One that ends before the other begins may be called the same.
    const dated = found((book) => {
      book.add(UNITS, { 单位名称: '区水利局', 类别: '部门', 启用日期: '2026-01-01' });
      book.set(UNITS, '区水利局', '停用日期', '2025-12-31');
    });
    expect(dated).toEqual([]);
  });

  it('keeps every unit: one whose row is gone, or that ends before it begins, is asked for', () => {
    expect(found((book) => book.clear(UNITS, '双槐镇'))).toEqual([
      expect.objectContaining({ code: 'BOOK_UNIT_REMOVED', sheet: UNITS, cell: null, params: { name: '双槐镇' } }),
    ]);
    const reversed = found((book) => {
      book.set(UNITS, '双槐镇', '启用日期', '2026-01-01');
      book.set(UNITS, '双槐镇', '停用日期', '2025-12-31');
    });
    expect(reversed.map((one) => one.code)).toEqual(['BOOK_DATES_REVERSED']);
  });

  it('keeps a kind that units are of, also where the sheet of units is not there to change them', () => {
    const findings = found((book) => {
      book.without(UNITS);
      book.clear(KINDS, '镇街');
    });
    expect(findings).toEqual([expect.objectContaining({ code: 'BOOK_KIND_REMOVED', sheet: KINDS, params: { name: '镇街' } })]);
  });

  it('asks for the part that the first row of a list stands in', () => {
    const findings = found((book) => {
      for (const row of ['A3-1.1', 'A3-1.2']) book.set(ITEMS, row, '部分', '');
    });
    expect(findings.map(({ code, cell, params }) => [code, cell, params['column']])).toEqual([
      ['BOOK_VALUE_MISSING', 'B7', '部分'],
      ['BOOK_VALUE_MISSING', 'B9', '部分'],
    ]);
  });

  it('does not hang a line without a name on the row that happens to stand above it', () => {
    const findings = found((book) => book.clear(INDICATORS, 'A1-12'));
    expect(findings).toEqual([expect.objectContaining({ code: 'BOOK_MEASURE_ASTRAY', params: { id: 'A1-12', above: 'A1-11' } })]);
  });

  it('says what of 方案 it cannot change, and what its list is the list of', () => {
    expect(found((book) => book.set(HEAD, '文号', '内容', '合川府办发〔2025〕1号'))).toEqual([
      expect.objectContaining({ code: 'BOOK_LINE_KEPT', sheet: HEAD, cell: 'B4', severity: 'warning' }),
    ]);
    const other = readAgainst(pristine.raw, plan, { listYear: 2025 });
    expect(other.findings).toEqual([expect.objectContaining({ code: 'BOOK_LIST_YEAR_OTHER', params: { found: 2024, expected: 2025 } })]);
    const unsaid = new EditedBook(pristine.workbook);
    unsaid.put(ITEMS, 4, 2, '');
    expect(readAgainst(unsaid.raw, plan).findings.map((one) => one.code)).toEqual(['BOOK_LIST_YEAR_MISSING']);
    expect(readAgainst(unsaid.raw, plan, { listYear: 2024 }).plan).toEqual(plan);
  });

  it('warns of a subject that is rather a slip of the pen', () => {
    const findings = found((book) => book.set(INDICATORS, 'A1-03', '主题', '优良天数比例'));
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'BOOK_SUBJECT_NEAR',
        severity: 'warning',
        params: { name: '优良天数比例', nearest: '优良天数比率' },
      }),
    ]);
  });

  it('finds what no cell shows alone: a unit of the body that is of no kind, a town that is no town', () => {
    const findings = found((book) => {
      book.clear(KINDS, '镇街');
      for (const unit of plan.units.filter((one) => one.kind === 'town')) book.set(UNITS, unit.name, '类别', '部门');
      book.set(KINDS, '部门', '监测空气并排名', '否');
    });
    expect(findings).toEqual([]);
    const cut = { ...plan, reporting: { ...plan.reporting, townAir: ['town-500117100'] } };
    const book = new EditedBook(pristine.workbook);
    book.set(UNITS, '沙鱼镇', '类别', '部门');
    expect(readAgainst(book.raw, cut).findings.filter((one) => one.severity === 'error')).toEqual([
      expect.objectContaining({ code: 'BOOK_PLAN_PROBLEM', sheet: HEAD, cell: null }),
    ]);
  });

  it('is told that it is none where nothing in it is known', () => {
    const book = new EditedBook(pristine.workbook).only(KINDS).rename(KINDS, '值班表');
    book.change('值班表', (sheet) => ({ ...sheet, cells: sheet.cells.slice(0, 1) }));
    expect(readAgainst(book.raw, plan).findings.map((one) => one.code)).toEqual(['BOOK_SHEET_UNKNOWN', 'BOOK_FOREIGN']);
  });
});
