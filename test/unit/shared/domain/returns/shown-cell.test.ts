import { describe, expect, test } from 'vitest';
import { shownCell } from '../../../../../shared/domain/returns/shown-cell.ts';
import type { CellLook, RawValue } from '../../../../../shared/domain/tables/raw-workbook.ts';

const number = (digits: string): RawValue => ({ type: 'number', digits, format: 'general' });
const text = (typed: string): RawValue => ({ type: 'text', text: typed });

function shown(value: RawValue, look: CellLook) {
  const cell = { address: 'H9', row: 9, column: 8, value, formula: look.formula !== undefined, look };
  const result = shownCell(cell, (_, column) => (column === 1 ? number('1') : null));
  const said = result.value.type === 'text' ? result.value.text : result.value.type === 'number' ? result.value.digits : '';
  return [said, result.open ? 'open' : 'read', ...result.issues.map(({ code }) => code)];
}

describe('what the page shows counts', () => {
  test.each([
    ['an old figure struck out beside the new', text('1350'), { struck: '1200' }, ['1350', 'read', 'CELL_STRUCK_PART']],
    ['a figure struck out alone', number('1200'), { struck: '1200' }, ['1200', 'open', 'CELL_STRUCK_WHOLE']],
    ['a raised figure behind a figure', text('13501'), { raised: '1' }, ['13501', 'open', 'CELL_RAISED']],
    ['a raised mark that is no figure', text('1350注'), { raised: '注' }, ['1350注', 'read']],
    ['the 3 of m³', text('m3'), { raised: '3' }, ['m3', 'read']],
    ['a unit in the number format', number('0.135'), { format: '0.000"万辆"' }, ['0.135万辆', 'read', 'CELL_FORMAT_WORDS']],
    ['a unit escaped in the number format', number('12'), { format: '0\\家;-0\\家' }, ['12家', 'read', 'CELL_FORMAT_WORDS']],
    ['thousands shown for ones', number('1350'), { format: '#,##0,' }, ['1350', 'open', 'CELL_FORMAT_SCALED']],
    ['a hidden row', number('5'), { hidden: 'row' }, ['5', 'read', 'CELL_HIDDEN']],
    ['a formula that agrees', number('1350'), { formula: '1300+50' }, ['1350', 'read']],
    ['one that agrees but for binary rounding', number('0.30000000000000004'), { formula: '0.1+0.2' }, ['0.30000000000000004', 'read']],
    ['a formula that was never computed', number('0'), { formula: '1300+50' }, ['0', 'open', 'FORMULA_DISAGREES']],
    ['a sum of empty cells', number('0'), { formula: 'SUM(Z1:Z9)' }, ['0', 'read', 'FORMULA_OF_BLANKS']],
    ['another workbook', number('1350'), { formula: '[1]Sheet1!A1' }, ['1350', 'read', 'FORMULA_EXTERNAL']],
    ['a formula that changes by itself', number('45000'), { formula: 'TODAY()' }, ['45000', 'open', 'FORMULA_CHANGES']],
    ['a formula with a place of its own making', number('45000'), { formula: 'OFFSET(A1,1,1)' }, ['45000', 'read', 'FORMULA_VOLATILE']],
    ['a formula nobody here understands', number('3'), { formula: 'VLOOKUP(A1,B:C,2)' }, ['3', 'read']],
  ] as const)('%s', (_, value, look, expected) => {
    expect(shown(value, look)).toEqual(expected);
  });

  test('a cell without anything unusual is as it is', () => {
    expect(shownCell(undefined, () => null)).toEqual({ value: { type: 'blank' }, issues: [], open: false });
  });
});
