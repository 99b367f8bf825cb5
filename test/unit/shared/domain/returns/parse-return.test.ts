import { describe, expect, it } from 'vitest';
import type { Finding, FindingCode } from '../../../../../shared/domain/findings.ts';
import { parseReturn } from '../../../../../shared/domain/returns/parse-return.ts';
import type { ReturnLayout } from '../../../../../shared/domain/returns/types.ts';
import type { RawCell, RawValue, RawWorkbook } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { layoutFor, unitNamed } from '../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { HEADER_ROW, moved, rawReturn, textCell, type TypedAnswers, withCells } from '../../../../support/raw-return.ts';
import { atOnce } from '../../../../support/at-once.ts';

const plan = loadTestPlan();

const layoutOf = (name: string): ReturnLayout => layoutFor(plan, unitNamed(plan, name), { air: false });

const FILE = '区住房城乡建委.xlsx';
const number = (digits: string, format: 'general' | 'percent' = 'general'): RawValue => ({ type: 'number', digits, format });

/** A complete return of 区住房城乡建委: one rate to lead (A1-17), one to help with (A1-15), one item with a figure (A3-5.1). */
const housing = layoutOf('区住房城乡建委');
const complete: TypedAnswers = {
  'reporter|reporter': '张三',
  'reviewer|reviewer': '李四',
  'phone|phone': '023-42000000',
  'reportedOn|reportedOn': '2025-01-10',
  'A1-17|numerator': number('61'),
  'A1-17|denominator': number('61'),
  'A3-5.1|status': '已完成',
  'A3-5.1|date': '2024-11-30',
  'A3-5.1|progress': '建成示范工地12个',
  'A3-5.1-a|value': number('12'),
};

const parse = (layout: ReturnLayout, answers: TypedAnswers): readonly Finding[] =>
  atOnce(parseReturn(rawReturn(layout, answers), layout, FILE)).findings;

const codes = (findings: readonly Finding[]): FindingCode[] => findings.map((found) => found.code);

const answerAt = (workbook: RawWorkbook, layout: ReturnLayout, key: string): string | undefined => {
  const found = atOnce(parseReturn(workbook, layout, FILE)).answers.find((answer) => `${answer.rowId}|${answer.field}` === key);
  return found === undefined
    ? undefined
    : `${found.value.kind === 'notApplicable' ? found.value.kind : found.value.value} ${found.sheet}!${found.cell} ${found.raw}`;
};

describe('a complete return', () => {
  it('gives every answer with sheet, cell and what was typed, and nothing to complain about', () => {
    const { answers, findings } = atOnce(parseReturn(rawReturn(housing, complete), housing, FILE));
    expect(findings).toEqual([]);
    expect(answers).toHaveLength(10);
    expect(answers.find((answer) => answer.rowId === 'A1-17' && answer.field === 'numerator')).toEqual({
      rowId: 'A1-17',
      field: 'numerator',
      value: { kind: 'quantity', value: '61' },
      raw: '61',
      sheet: '指标填报',
      cell: 'H4',
    });
    expect(answers.find((answer) => answer.field === 'reportedOn')?.value).toEqual({ kind: 'date', value: '2025-01-10' });
  });

  it('may be filled in in the year that follows, but not for work of that year', () => {
    expect(codes(parse(housing, { ...complete, 'A3-5.1|date': '2025-01-05' }))).toEqual(['DATE_OTHER_YEAR']);
    expect(codes(parse(housing, { ...complete, 'reportedOn|reportedOn': '2026-01-05' }))).toEqual(['DATE_OTHER_YEAR']);
  });
});

describe('what is missing', () => {
  it('is reported at its cell, once for a whole rate and not at all where nothing is owed', () => {
    const findings = parse(housing, {});
    expect(findings.map((found) => [found.code, found.sheet, found.cell])).toEqual([
      ['VALUE_MISSING', '填报说明', 'B9'],
      ['VALUE_MISSING', '填报说明', 'B10'],
      ['VALUE_MISSING', '填报说明', 'B11'],
      ['VALUE_MISSING', '填报说明', 'B12'],
      ['VALUE_MISSING', '指标填报', 'H4'],
      ['VALUE_MISSING', '任务填报', 'F4'],
      ['VALUE_MISSING', '任务填报', 'H5'],
    ]);
    expect(findings[4]?.params).toMatchObject({ row: 'A1-17', column: '分子' });
    expect(findings[4]?.severity).toBe('warning');
  });

  it('is not owed while 不涉及 is asked for, in the row or as status of the task', () => {
    const findings = parse(housing, {
      ...complete,
      'A1-17|numerator': '不涉及',
      'A1-17|denominator': '',
      'A3-5.1|status': '不涉及',
      'A3-5.1|date': '',
      'A3-5.1-a|value': '',
    });
    expect(findings.map((found) => [found.code, found.cell])).toEqual([
      ['EXEMPTION_ASKED', 'H4'],
      ['EXEMPTION_ASKED', 'F4'],
    ]);
  });

  it('is not reported beside a typing error in the same cell', () => {
    expect(codes(parse(housing, { ...complete, 'A3-5.1-a|value': '12个左右' }))).toEqual(['NUMBER_VAGUE']);
    expect(codes(parse(housing, { ...complete, 'A1-17|denominator': '六一' }))).toEqual(['NUMBER_UNREADABLE']);
  });

  it('names what was typed, where, and in which row and column', () => {
    expect(parse(housing, { ...complete, 'A3-5.1-a|value': '12栋' })).toEqual([
      {
        file: FILE,
        sheet: '任务填报',
        cell: 'H5',
        severity: 'error',
        code: 'NUMBER_UNIT_OTHER',
        params: { row: 'A3-5.1-a', name: expect.any(String), column: '完成值', raw: '12栋', found: '栋', expected: '个' },
      },
    ]);
  });
});

const rate = (numerator: RawValue | string, denominator: RawValue | string, value: RawValue | string = ''): FindingCode[] =>
  codes(parse(housing, { ...complete, 'A1-17|numerator': numerator, 'A1-17|denominator': denominator, 'A1-17|value': value }));

describe('a rate', () => {
  it.each([
    ['62', '61', '', ['RATE_NUMERATOR_LARGER']],
    ['5', '0', '', ['RATE_DENOMINATOR_ZERO']],
    ['61', '', '', ['RATE_PART_MISSING']],
    ['', '61', '', ['RATE_PART_MISSING']],
    ['', '', '100', ['RATE_WITHOUT_PARTS']],
    ['60', '61', '98.36', []],
    ['60', '61', '98.4', []],
    ['60', '61', '98.36%', []],
    ['60', '61', '99', ['RATE_DISAGREES']],
    ['60', '61', '0.9836', ['PERCENT_SCALED']],
    ['1', '200', '0.5', ['RATE_MAGNITUDE']],
    ['1', '200', '0.7', ['PERCENT_SCALED', 'RATE_DISAGREES', 'RATE_MAGNITUDE']],
  ])('of %s over %s, typed as “%s”, gives %j', (numerator, denominator, value, expected) => {
    expect(rate(numerator, denominator, value)).toEqual(expected);
  });

  it('is not rounded a second time before it is compared (GB/T 8170, 不许连续修约)', () => {
    // 99/122 = 81.147…: typed as 81.15 it would round to 81.2, while the rate itself rounds to 81.1.
    const layout = layoutOf('区生态环境局');
    const findings = parse(layout, { 'A1-03|numerator': '99', 'A1-03|denominator': '122', 'A1-03|value': '81.15' });
    expect(findings.filter((found) => found.params['row'] === 'A1-03')).toEqual([]);
  });

  it('of nothing over nothing is complete where the plan says so, and must be explained elsewhere', () => {
    const layout = layoutOf('区生态环境局');
    const of = (measure: string): FindingCode[] =>
      codes(
        parse(layout, { [`${measure}|numerator`]: '0', [`${measure}|denominator`]: '0' }).filter(
          (found) => found.params['row'] === measure,
        ),
      );
    expect([of('A1-19'), of('A1-03')]).toEqual([[], ['RATE_DENOMINATOR_ZERO']]);
  });

  it('settles 0.8 under a small target by its own parts', () => {
    const layout = layoutOf('区生态环境局');
    const heavy = (value: string, numerator: string): string => {
      const answers = { 'A1-02|numerator': numerator, 'A1-02|denominator': '365', 'A1-02|value': value };
      const found = parse(layout, answers).filter((entry) => entry.params['row'] === 'A1-02');
      return [answerAt(rawReturn(layout, answers), layout, 'A1-02|value')?.split(' ')[0], ...codes(found)].join(' ');
    };
    expect(heavy('0.82', '3')).toBe('0.82');
    expect(heavy('0.0082', '3')).toBe('0.82 PERCENT_SCALED');
    expect(heavy('0.5', '3')).toBe('0.5 PERCENT_SCALE_UNCLEAR RATE_DISAGREES');
  });
});

describe('a task', () => {
  it('that is done must not have a figure below its target', () => {
    const [found, ...others] = parse(housing, { ...complete, 'A3-5.1-a|value': number('9') });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'STATUS_DISAGREES', cell: 'F4', params: { value: '9', target: '≥10', unit: '个' } });
    expect(parse(housing, { ...complete, 'A3-5.1-a|value': number('9'), 'A3-5.1|status': '进度滞后', 'A3-5.1|date': '' })).toEqual([]);
  });

  it('that is done must not have a figure above a target that is a limit', () => {
    const limited = structuredClone(plan);
    const target = limited.annex3.items.find((item) => item.id === 'A3-5.1')?.measures[0]?.targets['2024'];
    if (target === undefined) throw new Error('A3-5.1 has no target');
    Object.assign(target, { operator: 'le' });
    const layout = layoutFor(limited, unitNamed(limited, '区住房城乡建委'), { air: false });
    const judged = (value: string): FindingCode[] => codes(parse(layout, { ...complete, 'A3-5.1-a|value': number(value) }));
    expect([judged('9'), judged('10'), judged('11')]).toEqual([[], [], ['STATUS_DISAGREES']]);
  });

  it('with a time limit must have its date once it is done', () => {
    const layout = layoutOf('区生态环境局');
    const of = (answers: TypedAnswers): FindingCode[] => codes(parse(layout, answers).filter((found) => found.params['row'] === 'A3-5.7'));
    expect(of({ 'A3-5.7|status': '已完成' })).toEqual(['DATE_MISSING']);
    expect(of({ 'A3-5.7|status': '已完成', 'A3-5.7|date': '2024年8月28日' })).toEqual([]);
    expect(of({ 'A3-5.7|status': '按序推进' })).toEqual([]);
  });

  it('has a cumulative figure that is no less than what was added', () => {
    const layout = layoutOf('区经济信息委');
    const [found] = parse(layout, { 'A1-08|increment': '21', 'A1-08|value': '20' }).filter((entry) => entry.params['row'] === 'A1-08');
    expect(found).toMatchObject({ code: 'CUMULATIVE_BELOW_INCREMENT', severity: 'error', params: { increment: '21', value: '20' } });
    expect(parse(layout, { 'A1-08|increment': '20', 'A1-08|value': '20' }).filter((entry) => entry.params['row'] === 'A1-08')).toEqual([]);
  });
});

describe('a workbook that was altered', () => {
  const workbook = rawReturn(housing, complete);
  const change = (sheet: string, edit: (cells: readonly RawCell[]) => readonly RawCell[]): RawWorkbook => withCells(workbook, sheet, edit);
  const findingsOf = (changed: RawWorkbook): readonly Finding[] => atOnce(parseReturn(changed, housing, FILE)).findings;

  it('is read with rows inserted above and between, at the new addresses', () => {
    const changed = change('指标填报', (cells) => [
      ...cells.map((cell) => moved(cell, cell.column, cell.row + (cell.row >= HEADER_ROW + 2 ? 4 : 3))),
      textCell(3, 1, '汇总稿'),
    ]);
    expect(findingsOf(changed).map((found) => [found.code, found.cell])).toEqual([['CELL_UNREAD', 'C1']]);
    expect(answerAt(changed, housing, 'A1-17|numerator')).toBe('61 指标填报!H8 61');
  });

  it('is read with columns moved and inserted', () => {
    const changed = change('指标填报', (cells) => cells.map((cell) => moved(cell, 30 - cell.column * 2, cell.row)));
    expect(findingsOf(changed)).toEqual([]);
    expect(answerAt(changed, housing, 'A1-17|numerator')).toBe('61 指标填报!N4 61');
  });

  it('is read with rows in another order and with titles broken over lines', () => {
    const changed = change('指标填报', (cells) =>
      cells.map((cell) => {
        if (cell.row === HEADER_ROW && cell.value.type === 'text')
          return { ...cell, value: { type: 'text', text: ` ${cell.value.text.slice(0, 1)}\n${cell.value.text.slice(1)}` } as const };
        return cell.row === 3 ? moved(cell, cell.column, 4) : cell.row === 4 ? moved(cell, cell.column, 3) : cell;
      }),
    );
    expect(findingsOf(changed)).toEqual([]);
    expect(answerAt(changed, housing, 'A1-17|numerator')).toBe('61 指标填报!H3 61');
  });

  it('is read once where its header was copied further down', () => {
    const changed = change('指标填报', (cells) => [
      ...cells,
      ...cells.filter((cell) => cell.row === HEADER_ROW).map((cell) => moved(cell, cell.column, 9)),
    ]);
    expect(findingsOf(changed)).toEqual([]);
    expect(answerAt(changed, housing, 'A1-17|numerator')).toBe('61 指标填报!H4 61');
  });

  it('is reported when a locked target or name was changed', () => {
    const target = change('指标填报', (cells) => cells.map((cell) => (cell.address === 'F4' ? textCell(6, 4, '≥90') : cell)));
    expect(findingsOf(target)).toEqual([
      {
        file: FILE,
        sheet: '指标填报',
        cell: 'F4',
        severity: 'warning',
        code: 'FIXED_CELL_CHANGED',
        params: { row: 'A1-17', name: expect.any(String), column: '2024年目标', expected: '≥100', found: '≥90' },
      },
    ]);
    const unit = change('填报说明', (cells) => cells.map((cell) => (cell.address === 'B3' ? textCell(2, 3, '区水利局') : cell)));
    expect(findingsOf(unit).map((found) => [found.code, found.cell, found.params['column'], found.params['found']])).toEqual([
      ['FIXED_CELL_CHANGED', 'B3', '内容', '区水利局'],
    ]);
  });

  it('is reported when a row is gone, doubled, unknown or without its id', () => {
    const without = change('指标填报', (cells) => cells.filter((cell) => cell.row !== 4));
    expect(findingsOf(without).map((found) => [found.code, found.params['row']])).toEqual([['ROW_MISSING', 'A1-17']]);
    const twice = change('指标填报', (cells) => [
      ...cells,
      ...cells.filter((cell) => cell.row === 4).map((cell) => moved(cell, cell.column, 9)),
    ]);
    expect(findingsOf(twice).map((found) => [found.code, found.cell, found.params['first']])).toEqual([['ROW_REPEATED', 'A9', 'A4']]);
    expect(answerAt(twice, housing, 'A1-17|numerator')).toBe('61 指标填报!H4 61');
    const unknown = change('指标填报', (cells) => [...cells, textCell(1, 9, 'A1-99'), textCell(8, 10, '5'), textCell(2, 11, '备注：无')]);
    expect(findingsOf(unknown).map((found) => [found.code, found.cell, found.params['row']])).toEqual([
      ['ROW_UNKNOWN', 'A9', 'A1-99'],
      ['CELL_UNREAD_ANSWER', 'H10', undefined],
      ['CELL_UNREAD', 'B11', undefined],
    ]);
  });

  it('is reported when a sheet or a column is gone, and the rest is read', () => {
    const renamed: RawWorkbook = {
      ...workbook,
      sheets: workbook.sheets.map((sheet) => (sheet.name === '任务填报' ? { ...sheet, name: 'Sheet1' } : sheet)),
    };
    expect(findingsOf(renamed)).toEqual([
      {
        file: FILE,
        sheet: 'Sheet1',
        cell: null,
        severity: 'warning',
        code: 'SHEET_RENAMED',
        params: { expected: '任务填报' },
      },
    ]);
    const gone: RawWorkbook = { ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.name !== '任务填报') };
    expect(findingsOf(gone).map((found) => [found.code, found.sheet, found.params['found']])).toEqual([
      ['SHEET_MISSING', '任务填报', '填报说明、指标填报'],
    ]);
    expect(answerAt(renamed, housing, 'A1-17|numerator')).toBe('61 指标填报!H4 61');
    const narrower = change('任务填报', (cells) => cells.filter((cell) => cell.column !== 6));
    expect(findingsOf(narrower).map((found) => [found.code, found.params['column']])).toEqual([['COLUMN_MISSING', '完成状态']]);
    const headless = change('任务填报', (cells) => cells.filter((cell) => cell.row !== HEADER_ROW));
    expect(findingsOf(headless).map((found) => [found.code, found.params['column']])).toEqual([['COLUMN_MISSING', '编号']]);
  });

  it('is read to the end when it is empty', () => {
    expect(codes(findingsOf({ sheets: [], date1904: false }))).toEqual(['SHEET_MISSING', 'SHEET_MISSING', 'SHEET_MISSING']);
  });
});
