import { describe, expect, test } from 'vitest';
import { parseReturn } from '../../../../../../shared/domain/returns/parse-return.ts';
import { PAGE_EDITION } from '../../../../../../shared/domain/returns/reading-edition.ts';
import { isAdopted, type ParsedReturn, type ReturnLayout } from '../../../../../../shared/domain/returns/types.ts';
import type { CellComment, CellLook, RawCell, RawWorkbook } from '../../../../../../shared/domain/tables/raw-workbook.ts';
import { findingText } from '../../../../../../shared/text/finding-text.ts';
import { atOnce } from '../../../../../support/at-once.ts';
import { layoutFor, unitNamed } from '../../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { moved, rawReturn, type TypedAnswers, withCells } from '../../../../../support/raw-return.ts';
import { loadSecondPlan } from '../../../../../support/templates.ts';

const plan = loadTestPlan();
const police = layoutFor(plan, unitNamed(plan, '区公安局'), { air: false });
const traffic = layoutFor(plan, unitNamed(plan, '区交通运输委'), { air: false });
const other = loadSecondPlan();
const farming = layoutFor(other, unitNamed(other, '县农业农村局'), { year: 2025, air: false });

const figure = (digits: string) => ({ type: 'number', digits, format: 'general' }) as const;
const FULL: TypedAnswers = {
  'reportedOn|reportedOn': '2025-01-10',
  'A3-3.3|status': '已完成',
  'A3-3.3|date': '2024-08-31',
  'A3-3.3-a|value': figure('1350'),
};

function read(workbook: RawWorkbook, layout: ReturnLayout, edition = PAGE_EDITION): ParsedReturn {
  return atOnce(parseReturn(workbook, layout, 'x.xlsx', { edition, begins: '2024-01-01', received: '2025-02-10' }));
}

/** Codes of findings with their cells' rows and fields, and what became of one answer. */
function outcome(parsed: ParsedReturn, rowId: string, field: string): { kind: string; codes: string[] } {
  const answer = parsed.answers.find((one) => one.rowId === rowId && one.field === field);
  const at = parsed.findings.filter(({ sheet, cell, severity }) => severity !== 'info' && sheet === answer?.sheet && cell === answer?.cell);
  return { kind: answer?.value.kind ?? 'none', codes: at.map(({ code }) => code) };
}

const at = (workbook: RawWorkbook, rowId: string, layout: ReturnLayout, key: string): RawCell => {
  const sheet = layout.sheets.find(({ rows }) => rows.some((row) => row.rowId === rowId));
  const row = (sheet?.rows.findIndex((one) => one.rowId === rowId) ?? 0) + 3;
  const column = (sheet?.columns.findIndex((one) => one.key === key) ?? 0) + 1;
  const found = workbook.sheets.find(({ name }) => name === sheet?.name)?.cells.find((cell) => cell.row === row && cell.column === column);
  if (found === undefined) throw new Error(`${rowId} ${key}`);
  return found;
};

function changed(workbook: RawWorkbook, cell: RawCell, change: (cell: RawCell) => RawCell): RawWorkbook {
  return workbook.sheets.reduce(
    (all, { name }) => withCells(all, name, (cells) => cells.map((one) => (one === cell ? change(one) : one))),
    workbook,
  );
}

const looking = (look: CellLook): RawWorkbook => {
  const workbook = rawReturn(police, FULL);
  return changed(workbook, at(workbook, 'A3-3.3-a', police, 'value'), (cell) => ({ ...cell, look }));
};

const commented = (rowId: string, key: string, text: string, answers: TypedAnswers = FULL): RawWorkbook => {
  const workbook = rawReturn(police, answers);
  const { address, row, column } = at(workbook, rowId, police, key);
  const comments: CellComment[] = [{ address, row, column, text }];
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === '任务填报' ? { ...sheet, comments } : sheet)) };
};

describe('what the page does not show is held, and was adopted by the sixth edition', () => {
  test.each([
    [{ unseen: 'format' }, 'CELL_UNSEEN', '什么也不显示'],
    [{ unseen: 'format', instead: '1400' }, 'CELL_UNSEEN', '显示“1400”'],
    [{ unseen: 'colour' }, 'CELL_UNSEEN', '字色与底色相同'],
    [{ unseen: 'size' }, 'CELL_UNSEEN', '字号极小'],
    [{ unseen: 'colour', unseenText: '50' }, 'CELL_UNSEEN_PART', '“50”字色与底色相同'],
  ] as const)('%j', (look, code, words) => {
    const parsed = read(looking(look), police);
    expect(outcome(parsed, 'A3-3.3-a', 'value')).toEqual({ kind: 'held', codes: [code] });
    const said = parsed.findings.find((one) => one.code === code);
    expect(findingText(code, said?.params ?? {})).toContain(words);
    expect(findingText(code, said?.params ?? {})).toContain('“1350”');
    expect(outcome(read(looking(look), police, PAGE_EDITION - 1), 'A3-3.3-a', 'value')).toEqual({ kind: 'quantity', codes: [] });
  });
});

describe('a comment at a value', () => {
  test.each([
    ['更正：实为1400', 'held', 'COMMENT_CORRECTS'],
    ['此数作废', 'held', 'COMMENT_CORRECTS'],
    ['无效', 'held', 'COMMENT_CORRECTS'],
    ['张三:\n漏报 20 辆', 'held', 'COMMENT_CORRECTS'],
    ['应当是一千四百辆', 'held', 'COMMENT_CORRECTS'],
    ['已与车管所核对，2025年1月8日', 'quantity', null],
    ['经核为1350辆', 'quantity', null],
    ['联系人 13800000000', 'quantity', null],
  ])('%s', (text, kind, code) => {
    const parsed = read(commented('A3-3.3-a', 'value', text), police);
    expect(outcome(parsed, 'A3-3.3-a', 'value')).toEqual({ kind, codes: code === null ? [] : [code] });
    expect(parsed.findings.map((one) => one.code)).toContain(code ?? 'CELL_COMMENT');
    expect(outcome(read(commented('A3-3.3-a', 'value', text), police, PAGE_EDITION - 1), 'A3-3.3-a', 'value').kind).toBe('quantity');
  });

  test('at the name of a row it holds the row’s results where it takes them back, and is no more than said where it does not', () => {
    expect(outcome(read(commented('A3-3.3-a', 'name', '本项作废'), police), 'A3-3.3-a', 'value').kind).toBe('held');
    expect(outcome(read(commented('A3-3.3-a', 'name', '车管所提供'), police), 'A3-3.3-a', 'value').kind).toBe('quantity');
  });
});

describe('a row whose words were changed', () => {
  const renamed = (text: string): RawWorkbook => {
    const workbook = rawReturn(police, FULL);
    return changed(workbook, at(workbook, 'A3-3.3-a', police, 'name'), (cell) => ({ ...cell, value: { type: 'text', text } }));
  };
  test.each([
    ['└ 淘汰非道路机械', 'rejected', 'ROW_OTHER_TASK'],
    ['└ 淘汰治理老旧船舶\n完成值：2024年全年完成数', 'held', 'ROW_TASK_DOUBTFUL'],
    ['└ 淘汰治理老旧车辆\n完成值：2023年全年完成数', 'held', 'ROW_TASK_DOUBTFUL'],
    ['└ 淘汰老旧车辆', 'quantity', 'FIXED_CELL_CHANGED'],
  ])('%s', (text, kind, code) => {
    const parsed = read(renamed(text), police);
    expect(outcome(parsed, 'A3-3.3-a', 'value').kind).toBe(kind);
    expect(parsed.findings.map((one) => one.code)).toContain(code);
    expect(outcome(read(renamed(text), police, PAGE_EDITION - 1), 'A3-3.3-a', 'value').kind).toBe('quantity');
  });
});

describe('values against each other', () => {
  const settled = (answers: TypedAnswers, rowId: string, field: string, layout = police) => {
    const now = outcome(read(rawReturn(layout, { ...FULL, ...answers }), layout), rowId, field);
    const before = outcome(read(rawReturn(layout, { ...FULL, ...answers }), layout, PAGE_EDITION - 1), rowId, field);
    return [now.kind, ...now.codes.filter((code) => code !== 'DATE_OTHER_YEAR'), before.kind];
  };

  test('completion after the report, before the plan and after receipt; one of another year is said to be that', () => {
    const date = (day: string, reportedOn = '2025-01-10') =>
      settled({ 'A3-3.3|date': day, 'reportedOn|reportedOn': reportedOn }, 'A3-3.3', 'date');
    expect(date('2024-12-20', '2024-12-10')).toEqual(['held', 'DATE_AFTER_REPORT', 'held']);
    expect(date('2024-12-10', '2024-12-10')).toEqual(['date', 'date']);
    expect(date('2025-01-20')).toEqual(['date', 'date']);
    expect(date('2023-12-20')).toEqual(['date', 'date']);
    expect(date('2019-08-31')).toEqual(['held', 'DATE_BEFORE_PLAN', 'held']);
    expect(date('2025-02-01', '')).toEqual(['date', 'date']);
  });

  test('未启动 and 未完成 beside a date or a figure that meets the target; what is only behind may have met it', () => {
    const status = (word: string, day: string) => settled({ 'A3-3.3|status': word, 'A3-3.3|date': day }, 'A3-3.3', 'status');
    expect(status('未启动', '2024-08-31')).toEqual(['held', 'STATUS_UNDONE_DATED', 'status']);
    expect(status('进度滞后', '2024-08-31')).toEqual(['held', 'STATUS_UNDONE_DATED', 'status']);
    expect(status('未完成', '')).toEqual(['held', 'STATUS_UNDONE_MET', 'status']);
    expect(status('进度滞后', '')).toEqual(['status', 'status']);
    const short = settled({ 'A3-3.3|status': '未完成', 'A3-3.3|date': '', 'A3-3.3-a|value': figure('1200') }, 'A3-3.3', 'status');
    expect(short).toEqual(['status', 'status']);
  });

  test('a rate by its parts against the target', () => {
    const rate = (numerator: string, denominator: string) =>
      settled({ 'A1-12a|numerator': figure(numerator), 'A1-12a|denominator': figure(denominator) }, 'A1-12a', 'denominator', traffic);
    expect(rate('95', '1000000')).toEqual(['held', 'RATE_MAGNITUDE', 'quantity']);
    expect(rate('95', '1000')).toEqual(['quantity', 'quantity']);
    expect(rate('0', '1000')).toEqual(['quantity', 'quantity']);
  });

  test('what was added in the year is among all there is', () => {
    const parts = (fresh: string) =>
      settled({ 'A1-12a|denominator': figure('100'), 'A1-12b|denominator': figure(fresh) }, 'A1-12b', 'denominator', traffic);
    expect(parts('600')).toEqual(['held', 'NEW_ABOVE_TOTAL', 'quantity']);
    expect(parts('100')).toEqual(['quantity', 'quantity']);
  });

  test('numbers of one name on two sheets', () => {
    const office = layoutFor(plan, unitNamed(plan, '区城市管理局'), { air: false });
    const parts = (swept: string) =>
      settled({ 'A1-16|denominator': figure('200'), 'A3-5.2-a|denominator': figure(swept) }, 'A3-5.2-a', 'denominator', office);
    expect(parts('210')).toEqual(['held', 'DENOMINATORS_DISAGREE', 'quantity']);
    expect(parts('200')).toEqual(['quantity', 'quantity']);
  });

  test('of another district', () => {
    const undone = { 'Z10|status': '未启动', 'Z10|date': '2025-06-30', 'reportedOn|reportedOn': '2026-01-08' };
    expect(settled(undone, 'Z10', 'status', farming)).toEqual(['held', 'STATUS_UNDONE_DATED', 'status']);
  });
});

describe('what stands in the wrong place is told with the right one', () => {
  test('numbers that slipped a row, in either direction', () => {
    const typed = { ...FULL, 'A3-3.4-a|value': figure('3000') };
    for (const step of [1, -1]) {
      const workbook = rawReturn(police, typed);
      const slipped = ['A3-3.3-a', 'A3-3.4-a'].reduce((all, rowId) => {
        const cell = at(all, rowId, police, 'value');
        return changed(all, cell, (one) => moved(one, one.column, one.row + step));
      }, workbook);
      const meant = ['A3-3.3-a', 'A3-3.4-a'].map((rowId) => at(workbook, rowId, police, 'value').address);
      const grey = read(slipped, police).findings.filter(({ code }) => code === 'CELL_GREY');
      expect(grey.map(({ params }) => params['likely']).toSorted()).toEqual(meant.toSorted());
    }
  });

  test('a title of another year or unit', () => {
    const titled = (title: string): string[] => {
      const workbook = rawReturn(police, FULL);
      const cells = withCells(workbook, '任务填报', (all) =>
        all.map((cell) => (cell.row === 1 ? { ...cell, value: { type: 'text', text: title } } : cell)),
      );
      return read(cells, police)
        .findings.filter(({ cell, sheet }) => cell === 'A1' && sheet === '任务填报')
        .map(({ code }) => code);
    };
    expect(titled('区公安局2023年任务填报')).toEqual(['TITLE_OTHER_YEAR']);
    expect(titled('区城市管理局2024年度任务填报表')).toEqual(['TITLE_OTHER_UNIT']);
    expect(titled('区公安局2024年任务填报')).toEqual([]);
  });

  test('a full return of before and after has nothing to say', () => {
    const parsed = read(rawReturn(police, FULL), police);
    expect(parsed.answers.every(isAdopted)).toBe(true);
    expect(parsed.findings.filter(({ code }) => code !== 'VALUE_MISSING')).toEqual([]);
  });
});
