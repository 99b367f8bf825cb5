import { describe, expect, test } from 'vitest';
import { toText } from '../../../../../shared/domain/numbers/decimal.ts';
import { formulaResult } from '../../../../../shared/domain/tables/formula-result.ts';
import type { RawValue } from '../../../../../shared/domain/tables/raw-workbook.ts';

const number = (digits: string): RawValue => ({ type: 'number', digits, format: 'general' });
/** A1 2, A2 3, A3 text, B1 0.1, C1 #N/A; 表 二!A1 7; everything else blank. */
const CELLS: Readonly<Record<string, RawValue>> = {
  '1,1': number('2'),
  '1,2': number('3'),
  '1,3': { type: 'text', text: '甲' },
  '2,1': number('0.1'),
  '3,1': { type: 'error', code: '#N/A' },
  '表 二!1,1': number('7'),
};
const result = (formula: string) =>
  formulaResult(formula, (sheet, column, row) => CELLS[`${sheet === null ? '' : `${sheet}!`}${column},${row}`] ?? null);

describe('a plain formula is computed again', () => {
  test.each([
    ['1300+50', '1350'],
    ['2*(3+4)/7', '2'],
    ['0.1+0.2', '0.3'],
    ['-2^2', '4'],
    ['10%', '0.1'],
    ['A1*A2-$B$1', '5.9'],
    ['SUM(A1:A3,10)', '15'],
    ['sum( A1 : A2 )', null],
    ['AVERAGE(A1:A3)', '2.5'],
    ['MAX(A1:A2)-MIN(A1:A2)', '1'],
    ['COUNT(A1:A9)', '2'],
    ['ROUND(2.5,0)', '3'],
    ['ROUND(-1.25,1)', '-1.3'],
    ['ABS(A1-A2)', '1'],
    ["'表 二'!A1*2", '14'],
    ['1e3', '1000'],
  ])('%s', (formula, expected) => {
    const found = result(formula);
    expect(found === null ? null : toText(found.value)).toBe(expected);
  });

  test.each([
    'A3+1',
    'SUM(C1:C2)',
    'C1',
    'IF(A1>1,2,3)',
    'VLOOKUP(A1,B1:C9,2,0)',
    '1/0',
    '1+',
    '(1',
    'SUM(A1',
    '[1]Sheet1!A1',
    'A1&"x"',
    '',
    'SUM(A1:XFD1048576)',
    'AVERAGE(Z1:Z3)',
  ])('nothing is said of %s', (formula) => {
    expect(result(formula)).toBeNull();
  });

  test('how many cells a formula looks at and how many hold a number is told', () => {
    expect(result('SUM(Z1:Z9)')).toMatchObject({ cells: 9, numbers: 0 });
    expect(result('SUM(A1:A3)+B1')).toMatchObject({ cells: 4, numbers: 3 });
  });
});
