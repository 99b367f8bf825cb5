import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../../../../shared/domain/returns/parse-cell.ts';
import type { AnswerCell } from '../../../../../shared/domain/returns/types.ts';
import type { RawValue } from '../../../../../shared/domain/tables/raw-workbook.ts';

const CONTEXT = { date1904: false, year: 2024, formula: false };
const text = (typed: string): RawValue => ({ type: 'text', text: typed });
const number = (digits: string, format: 'general' | 'percent' | 'date' = 'general'): RawValue => ({ type: 'number', digits, format });

function outcome(raw: RawValue, kind: AnswerCell['kind'], context: Partial<typeof CONTEXT> = {}): string {
  const { value, issues } = parseAnswer(raw, { kind, required: true }, { ...CONTEXT, ...context });
  return [value === null ? 'null' : value.kind === 'notApplicable' ? value.kind : value.value, ...issues.map((found) => found.code)].join(
    ' ',
  );
}

describe('a date', () => {
  it.each([
    ['2024-08-31'],
    ['2024/8/31'],
    ['2024.8.31'],
    ['2024年8月31日'],
    ['2024 年 8 月 31 日'],
    ['２０２４－０８－３１'],
    ['20240831'],
    ['2024-08-31 00:00:00'],
    ['2024-08-31T00:00:00'],
    ['2024-08-31完成'],
    ['45535'],
    ['2024年8月31号'],
  ])('“%s” is 2024-08-31', (typed) => {
    expect(outcome(text(typed), 'date')).toBe('2024-08-31');
  });

  it.each([
    [number('45535', 'date'), '2024-08-31'],
    [number('45535'), '2024-08-31'],
    [number('45535.75', 'date'), '2024-08-31'],
    [number('20240831'), '2024-08-31'],
    [number('8.31'), 'null DATE_UNREADABLE'],
    [number('3000'), 'null DATE_UNREADABLE'],
    [number('202408'), 'null DATE_UNREADABLE'],
    [number('0.5', 'percent'), 'null DATE_UNREADABLE'],
    [number('60', 'date'), 'null DATE_UNREADABLE'],
    [number('59', 'date'), 'null DATE_UNREADABLE'],
    [number('61', 'date'), 'null DATE_UNREADABLE'],
  ])('the serial %j is %s', (raw, expected) => {
    expect(outcome(raw, 'date')).toBe(expected);
  });

  it('counts serials from 1904 where the workbook does', () => {
    expect(outcome(number('44073', 'date'), 'date', { date1904: true })).toBe('2024-08-31');
    expect(outcome(number('0', 'date'), 'date', { date1904: true })).toBe('null DATE_UNREADABLE');
  });

  it.each([
    ['8月31日', '2024-08-31 DATE_YEAR_ASSUMED'],
    ['8.31', '2024-08-31 DATE_YEAR_ASSUMED'],
    ['24.8.31', '2024-08-31 DATE_YEAR_ASSUMED'],
    ['2023-12-31', '2023-12-31 DATE_OTHER_YEAR'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', 'null DATE_UNREADABLE'],
    ['2024-13-01', 'null DATE_UNREADABLE'],
    ['2024年8月', 'null DATE_UNREADABLE'],
    ['8月底', 'null DATE_UNREADABLE'],
    ['2024-08', 'null DATE_UNREADABLE'],
    ['8月31日前', 'null DATE_UNREADABLE'],
    ['已完成', 'null DATE_UNREADABLE'],
    ['无', 'notApplicable'],
    ['/', 'notApplicable'],
  ])('“%s” is read as %s', (typed, expected) => {
    expect(outcome(text(typed), 'date')).toBe(expected);
  });

  it.each([
    ['2024年8月', 'month'],
    ['2024-02-30', 'calendar'],
    ['已完成', 'form'],
  ])('says of “%s” that the %s is wrong', (typed, reason) => {
    expect(parseAnswer(text(typed), { kind: 'date', required: true }, CONTEXT).issues).toEqual([
      { code: 'DATE_UNREADABLE', params: { reason } },
    ]);
  });
});

describe('a status', () => {
  it.each([
    ['已完成', 'done'],
    ['完成', 'done'],
    ['按期完成', 'done'],
    [' 已 完 成 ', 'done'],
    ['已完成。', 'done'],
    ['按序推进', 'onTrack'],
    ['正在推进', 'onTrack'],
    ['推进中', 'onTrack'],
    ['进度滞后', 'behind'],
    ['未完成', 'behind'],
    ['未启动', 'notStarted'],
    ['未开展', 'notStarted'],
    ['不涉及', 'notApplicable'],
    ['无', 'notApplicable'],
    ['—', 'notApplicable'],
    ['差不多了', 'null STATUS_UNREADABLE'],
    ['基本完成', 'null STATUS_UNREADABLE'],
  ])('“%s” is %s', (typed, expected) => {
    expect(outcome(text(typed), 'status')).toBe(expected);
  });

  it('is never a number', () => {
    expect(outcome(number('1'), 'status')).toBe('null STATUS_UNREADABLE');
  });
});

describe('any cell', () => {
  it.each(['quantity', 'date', 'status', 'text'] as const)('of kind %s is silent when blank and speaks of a broken formula', (kind) => {
    expect(outcome({ type: 'blank' }, kind)).toBe('null');
    expect(outcome(text('　 \n'), kind)).toBe('null');
    expect(outcome({ type: 'blank' }, kind, { formula: true })).toBe('null FORMULA_ERROR');
    expect(outcome({ type: 'error', code: '#DIV/0!' }, kind)).toBe('null FORMULA_ERROR');
  });

  it('takes the result of a formula as if it were typed', () => {
    expect(outcome(number('0'), 'quantity', { formula: true })).toBe('0');
  });
});

describe('a text', () => {
  it.each([
    [text(' 渝环〔2024〕12号 '), '渝环〔2024〕12号'],
    [number('13900001111'), '13900001111'],
    [number('45535', 'date'), '2024-08-31'],
    [number('0.5', 'percent'), '50%'],
    [text('无'), '无'],
  ])('%j is kept as “%s”', (raw, expected) => {
    expect(outcome(raw, 'text')).toBe(expected);
  });

  it('is kept whole and reported when it is too long', () => {
    expect(outcome(text('长'.repeat(1001)), 'text')).toBe(`${'长'.repeat(1001)} TEXT_TOO_LONG`);
  });
});
