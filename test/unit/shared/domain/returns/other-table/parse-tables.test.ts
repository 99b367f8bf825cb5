import { describe, expect, it } from 'vitest';
import { isAgreed, isReturnOf, mapTables, pairsOf } from '../../../../../../shared/domain/returns/other-table/map-tables.ts';
import { parseTables } from '../../../../../../shared/domain/returns/other-table/parse-tables.ts';
import { isBlank } from '../../../../../../shared/domain/returns/cell-text.ts';
import type { ParsedReturn } from '../../../../../../shared/domain/returns/types.ts';
import type { RawCell, RawWorkbook } from '../../../../../../shared/domain/tables/raw-workbook.ts';
import { layoutFor, unitNamed } from '../../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { rawCell, textCell } from '../../../../../support/raw-return.ts';
import { atOnce } from '../../../../../support/at-once.ts';

const plan = loadTestPlan();
const layoutOf = (unit: string) => layoutFor(plan, unitNamed(plan, unit), { air: false });
const police = layoutOf('区公安局');

/** Rows of text; digits alone are numbers, a blank text is no cell. */
function tableOf(rows: readonly (readonly string[])[], name = 'Sheet1'): RawWorkbook {
  const cells = rows.flatMap((row, line) =>
    row.flatMap((text, index): RawCell[] => {
      if (text === '') return [];
      const number = /^\d+(\.\d+)?$/.test(text) && line > 1;
      return [
        number ? rawCell(index + 1, line + 1, { type: 'number', digits: text, format: 'general' }) : textCell(index + 1, line + 1, text),
      ];
    }),
  );
  return { sheets: [{ name, visibility: 'visible', cells, merges: [] }], date1904: false };
}

const read = (workbook: RawWorkbook, layout = police): ParsedReturn =>
  atOnce(parseTables(workbook, layout, mapTables(workbook, layout), '表.xlsx'));

const values = ({ answers }: ParsedReturn): string[] =>
  answers.map(({ rowId, field, value, cell }) => `${cell} ${rowId} ${field} ${value.kind} ${'value' in value ? String(value.value) : ''}`);

const at = ({ findings }: ParsedReturn, ...codes: string[]): string[] =>
  findings.filter(({ code }) => codes.includes(code)).map(({ cell, code }) => `${cell ?? ''} ${code}`);

const HEAD = ['序号', '工作任务', '计量单位', '目标值', '完成情况', '备注'];
const OWN = tableOf([
  ['区公安局2024年大气污染防治任务完成情况表'],
  ['填报时间：2025年1月8日'],
  HEAD,
  ['一', '移动源'],
  ['1', '淘汰老旧车辆', '辆', '1350', '1380'],
  ['2', '机动车路检', '辆', '3000', '3120辆'],
  ['3', '优化早晚高峰桥隧和重要路段错峰通行管理', '', '', '已完成'],
  ['4', '打击污染源监测数据弄虚作假', '', '', '开展执法3次，移送2件'],
]);

describe('a list that an office has drawn up itself', () => {
  it('gives each figure and each status to the row of the form that its name resembles, by cell', () => {
    expect(values(read(OWN))).toEqual([
      'A2 reportedOn reportedOn date 2025-01-08',
      'E5 A3-3.3-a value quantity 1380',
      'E6 A3-3.4-a value quantity 3120',
      'E7 A2-政6 status status done',
      'E8 A3-7.2 progress text 开展执法3次，移送2件',
    ]);
  });

  it('says of each row what it was taken for, and of each row of the form what is not there', () => {
    const parsed = read(OWN);
    expect(at(parsed, 'TABLE_ROW')).toEqual(['B5 TABLE_ROW', 'B6 TABLE_ROW', 'B7 TABLE_ROW', 'B8 TABLE_ROW']);
    expect(parsed.findings.find(({ code, cell }) => code === 'TABLE_ROW' && cell === 'B5')?.params).toMatchObject({
      row: 'A3-3.3',
      likeness: 72,
    });
    expect(at(parsed, 'TABLE_ANSWER_ABSENT')).toEqual(['B5 TABLE_ANSWER_ABSENT', 'B6 TABLE_ANSWER_ABSENT', 'B8 TABLE_ANSWER_ABSENT']);
    expect(parsed.findings.filter(({ code }) => code === 'TABLE_ROW_ABSENT').map(({ params }) => params['row'])).toEqual(['A3-5.9']);
  });

  it('accounts for every cell', () => {
    const parsed = read(OWN);
    const cells = OWN.sheets[0]?.cells.filter(({ value }) => !isBlank(value)).length ?? 0;
    expect(parsed.account.read + parsed.account.known + parsed.account.reported).toBe(cells);
  });

  it('reads a figure of a row of the form for another unit of measurement not at all', () => {
    const parsed = read(
      tableOf([['区公安局2024年'], [], HEAD, ['1', '淘汰老旧车辆', '万辆', '', '0.138'], ['2', '机动车路检', '辆', '', '3120']]),
    );
    expect(at(parsed, 'UNIT_CELL_CHANGED')).toEqual(['E4 UNIT_CELL_CHANGED']);
    expect(values(parsed)).toContain('E4 A3-3.3-a value rejected UNIT_CELL_CHANGED');
  });

  it('takes neither of two rows that resemble one row of the form alike', () => {
    const twice = read(
      tableOf([
        ['区公安局2024年'],
        [],
        HEAD,
        ['1', '淘汰老旧车辆', '辆', '', '1380'],
        ['2', '老旧车辆淘汰', '辆', '', '20'],
        ['3', '机动车路检', '辆', '', '3120'],
      ]),
    );
    expect(at(twice, 'TABLE_ROW_UNCLEAR')).toEqual(['B4 TABLE_ROW_UNCLEAR', 'B5 TABLE_ROW_UNCLEAR']);
    expect(values(twice)).toEqual(['E6 A3-3.4-a value quantity 3120']);
  });

  it('leaves the column of another year alone, and says where a target is another one', () => {
    const parsed = read(
      tableOf([
        ['区公安局任务'],
        [],
        ['编号', '任务', '目标', '2023年完成值', '2024年完成值'],
        ['A3-3.3-a', '', '1200', '1100', '1402'],
        ['A3-3.4-a', '', '3000', '3100', '3001'],
      ]),
    );
    expect(values(parsed)).toEqual(['E4 A3-3.3-a value quantity 1402', 'E5 A3-3.4-a value quantity 3001']);
    expect(at(parsed, 'TABLE_TARGET_DIFFERS')).toEqual(['C4 TABLE_TARGET_DIFFERS']);
  });

  it('names words that set a number right, and rows of nobody with an answer', () => {
    const rows = [
      ['区公安局2024年'],
      [],
      HEAD,
      ['1', '淘汰老旧车辆', '辆', '', '1380'],
      ['2', '机动车路检', '辆', '', '3120'],
      ['3', '创建无烟单位', '个', '5', '6'],
    ];
    const parsed = read(tableOf([...rows, ['补充：机动车路检实为3150辆']]));
    expect(at(parsed, 'TABLE_ROW_UNKNOWN', 'CELL_UNREAD_ANSWER')).toEqual(['B6 TABLE_ROW_UNKNOWN', 'A7 CELL_UNREAD_ANSWER']);
  });

  it('takes nothing from two columns of one title', () => {
    const parsed = read(
      tableOf([['区公安局2024年'], [], ['任务', '完成值', '完成值'], ['淘汰老旧车辆', '1380', '1390'], ['机动车路检', '3120', '']]),
    );
    expect(at(parsed, 'COLUMN_TWICE')).toEqual(['B3 COLUMN_TWICE', 'C3 COLUMN_TWICE']);
    expect(values(parsed).every((line) => line.includes('rejected COLUMN_TWICE'))).toBe(true);
  });

  it('reads a header of two lines, each column by its own', () => {
    const parsed = read(
      tableOf([
        ['区公安局2024年'],
        ['序号', '任务', '完成情况', '', '备注'],
        ['', '', '数量', '进度', ''],
        ['1', '淘汰治理老旧车辆', '1390', '已完成'],
        ['2', '机动车排气路检', '2800', '进度滞后', '人手不足'],
      ]),
    );
    expect(values(parsed)).toEqual([
      'D4 A3-3.3 status status done',
      'C4 A3-3.3-a value quantity 1390',
      'D5 A3-3.4 status status behind',
      'E5 A3-3.4 remark text 人手不足',
      'C5 A3-3.4-a value quantity 2800',
    ]);
  });

  it('leaves what stands below the title of another year alone', () => {
    const parsed = read(
      tableOf([
        ['区公安局任务'],
        ['任务', '2023年完成情况', '', '2024年完成情况'],
        ['', '数量', '备注', '进度'],
        ['淘汰治理老旧车辆', '1100', '', '已完成'],
        ['机动车排气路检', '3100', '', '进度滞后'],
      ]),
    );
    expect(values(parsed)).toEqual(['D4 A3-3.3 status status done', 'D5 A3-3.4 status status behind']);
  });

  it('takes the very name before one that contains it, and a name by what it has in brackets', () => {
    const traffic = tableOf([
      ['区交通运输委2024年'],
      ['指标', '分子', '分母', '完成值'],
      ['公交和巡游出租车纯电动化占比', '400', '1000'],
      ['新增公交和巡游出租车纯电动化占比', '50', '50'],
    ]);
    expect(values(read(traffic, layoutOf('区交通运输委'))).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'B3 A1-12a numerator',
      'C3 A1-12a denominator',
      'B4 A1-12b numerator',
      'C4 A1-12b denominator',
    ]);
    const air = tableOf([['附件1'], ['指标', '2024年完成值'], ['PM2.5平均浓度', '37.4'], ['优良天数比率', '85.2']]);
    const ecology = read(air, layoutOf('区生态环境局'));
    expect(values(ecology)).toContain('B3 A1-01 value quantity 37.4');
    // Dozens of rows that are not there are one sentence.
    expect(ecology.findings.filter(({ code }) => code.startsWith('TABLE_ROW') && code.endsWith('ABSENT'))).toHaveLength(1);
  });
});

describe('whose table it is', () => {
  it('is told by rows: half of the answered ones and two at least', () => {
    expect(isReturnOf(mapTables(OWN, police), false)).toBe(true);
    expect(isReturnOf(mapTables(OWN, layoutOf('区农业农村委')), true)).toBe(false);
    const papers = tableOf([
      ['文件目录'],
      [],
      ['序号', '名称', '备注', '完成时间'],
      ['1', '会议纪要', '', '2024-08-31'],
      ['2', '车辆购置合同', '', '2024-09-01'],
    ]);
    expect(isReturnOf(mapTables(papers, police), true)).toBe(false);
  });

  it('is not looked for in a list that is longer than any form', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => [String(index + 1), `企业${index}`, '', '', String(index)]);
    const own = [
      ['1', '淘汰老旧车辆', '辆', '', '1380'],
      ['2', '机动车路检', '辆', '', '3120'],
    ];
    expect(mapTables(tableOf([['清单'], [], HEAD, ...own, ...rows(290)]), police).matched).toBe(2);
    expect(mapTables(tableOf([['清单'], [], HEAD, ...own, ...rows(300)]), police).matched).toBe(0);
  });

  it('is not asked again for tables of which every title and every name was agreed on', () => {
    const agreed = [pairsOf(mapTables(OWN, police), false)];
    const fewer = { ...OWN, sheets: OWN.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.filter(({ row }) => row !== 8) })) };
    expect(isAgreed(pairsOf(mapTables(fewer, police), false), agreed)).toBe(true);
    const other = tableOf([['区公安局2024年'], [], HEAD, ['1', '淘汰治理老旧车', '辆', '', '1380'], ['2', '机动车路检', '辆', '', '3120']]);
    expect(isAgreed(pairsOf(mapTables(other, police), false), agreed)).toBe(false);
  });
});

describe('是否完成', () => {
  const rows = (title: string) =>
    tableOf([
      ['区公安局2024年大气污染防治任务完成情况表'],
      ['序号', '工作任务', title],
      ['1', '优化早晚高峰桥隧和重要路段错峰通行管理', '是'],
      ['2', '打击污染源监测数据弄虚作假', '否'],
    ]);

  it('is answered by 是; 否 may mean several things and is asked about', () => {
    const found = read(rows('是否完成'));
    const done = found.answers.filter(({ field, value }) => field === 'status' && value.kind === 'status');
    expect(done.map(({ cell, value }) => `${cell} ${'value' in value ? String(value.value) : ''}`)).toEqual(['C3 done']);
    expect(at(found, 'STATUS_UNREADABLE')).toEqual(['C4 STATUS_UNREADABLE']);
  });

  it('under another title they are no status', () => {
    expect(at(read(rows('完成状态')), 'STATUS_UNREADABLE')).toEqual(['C3 STATUS_UNREADABLE', 'C4 STATUS_UNREADABLE']);
  });
});

describe('columns of several years', () => {
  const years = (...head: readonly (readonly string[])[]): RawWorkbook =>
    tableOf([['区公安局2024年工作完成情况'], ...head, ['1', '淘汰治理老旧车辆', '1200', '1360'], ['2', '机动车排气路检', '2900', '3100']]);
  const told = (workbook: RawWorkbook): string[] => {
    const parsed = read(workbook);
    return [...values(parsed).map((line) => line.split(' ').slice(0, 2).join(' ')), ...at(parsed, 'TABLE_YEAR_COLUMN')];
  };

  it.each([
    [['序号', '工作任务', '2023年完成', '2024年完成']],
    [['序号', '任务', '上年完成', '本年完成']],
    [['序号', '任务', '2023年', '2024年']],
    [['序号', '任务', '上年同期完成数', '2024年完成数']],
  ])('%j: the year that is asked for is taken and named', (head) => {
    expect(told(years(head))).toEqual(['D3 A3-3.3-a', 'D4 A3-3.4-a', 'D2 TABLE_YEAR_COLUMN']);
  });

  it('below one title are told apart as well', () => {
    const two = years(['序号', '任务', '完成情况'], ['', '', '2023年', '2024年']);
    expect(told(two)).toEqual(['D4 A3-3.3-a', 'D5 A3-3.4-a', 'D3 TABLE_YEAR_COLUMN']);
  });

  it('of targets, or of other years alone, give nothing', () => {
    const goals = tableOf([
      ['区公安局2024年任务目标分解'],
      ['序号', '任务', '2024年', '2025年'],
      ['1', '淘汰治理老旧车辆', '1200', '1360'],
    ]);
    expect(mapTables(goals, police).tables).toEqual([]);
    expect(mapTables(years(['序号', '任务', '2022年完成', '2023年完成']), police).tables).toEqual([]);
  });
});
