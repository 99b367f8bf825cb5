import { describe, expect, it } from 'vitest';
import { readChange } from '../../../../../../shared/domain/assessment/whatif/read-change.ts';
import { madeInput } from '../../../../../support/made-assessment.ts';

const input = madeInput({ seed: 1, filled: 1, reported: 1 });
const change = (text: string) => {
  const reading = readChange(text, input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading.change;
};
const problem = (text: string) => {
  const reading = readChange(text, input);
  if (reading.ok) throw new Error('read');
  return reading.problem;
};

describe('a cell', () => {
  it('is named by unit (name, alias or id), row and field (in words or by name), and read as the form reads it', () => {
    const expected = {
      kind: 'cell',
      unitId: 'dept-economy-information',
      rowId: 'A1-14',
      field: 'value',
      value: { kind: 'quantity', value: '1200' },
    };
    expect(change('区经济信息委/A1-14/完成值=1,200座')).toMatchObject(expected);
    expect(change('dept-economy-information / A1-14 / value = １２００')).toMatchObject(expected);
    expect(change('合川区经济信息委／A1-14／完成值＝1200')).toMatchObject(expected);
  });

  it('takes status, date and parts of a rate in the words of the form', () => {
    expect(change('清平镇/A3-2.2/完成状态=推进中')).toMatchObject({
      rowId: 'A3-2.2',
      field: 'status',
      value: { kind: 'status', value: 'onTrack' },
    });
    expect(change('区生态环境局/A3-5.7/完成日期=2024年8月30日')).toMatchObject({
      field: 'date',
      value: { kind: 'date', value: '2024-08-30' },
    });
    expect(change('区生态环境局/A1-03/分子=无')).toMatchObject({ field: 'numerator', value: { kind: 'notApplicable' } });
  });

  it('is emptied by no value at all', () => {
    expect(change('清平镇/A3-2.2/完成状态=')).toMatchObject({ value: null });
  });

  it('may be named by its row where the row has one figure', () => {
    expect(change('区市场监管局/A3-2.2/完成值=2')).toMatchObject({ rowId: 'A3-2.2-a', field: 'value' });
  });

  it('keeps what the form would remark', () => {
    const reading = readChange('区生态环境局/A1-01/完成值=达37', input);
    expect(reading).toMatchObject({ ok: true, issues: [{ code: 'NUMBER_REACHED' }] });
  });

  it('is refused by the part that is wrong, with the names that are known', () => {
    expect(problem('火星局/A1-14/完成值=1')).toMatchObject({ code: 'WHATIF_UNIT', params: { unit: '火星局' } });
    expect(problem('火星局/A1-14/完成值=1').params['known']).toContain('区经济信息委、');
    expect(problem('区应急局/A1-14/完成值=1')).toEqual({ code: 'WHATIF_ROW', params: { unit: '区应急局', row: 'A1-14', known: 'A3-5.9' } });
    expect(problem('区应急局/A3-5.9/完成值=1')).toEqual({
      code: 'WHATIF_FIELD',
      params: { unit: '区应急局', row: 'A3-5.9', field: '完成值', known: '完成状态、完成日期' },
    });
    expect(problem('区经济信息委/A1-14/完成值=约20')).toMatchObject({
      code: 'WHATIF_VALUE',
      params: { cell: '区经济信息委/A1-14/完成值', text: '约20', finding: 'NUMBER_VAGUE' },
    });
    for (const text of ['', '区应急局=1', '区应急局/A3-5.9=1', '区应急局/A3-5.9/完成状态', 'a/b/c/d=1'])
      expect(problem(text)).toEqual({ code: 'WHATIF_FORM', params: { change: text } });
  });
});

describe('a weight', () => {
  it('is of the list of indicators, or of the air of a kind of units', () => {
    expect(change('weight:A1-01=15')).toEqual({ kind: 'weight', row: { table: 'annex1', rowId: 'A1-01', points: '12' }, points: '15' });
    expect(change('权重：A1-02=3.5分')).toMatchObject({ row: { table: 'annex1', rowId: 'A1-02' }, points: '3.5' });
    expect(change('weight:镇街/A1-01=40')).toEqual({ kind: 'weight', row: { table: 'air', rowId: 'A1-01', points: '35' }, points: '40' });
  });

  it('is refused for a row without points of its own, and beyond the full marks', () => {
    expect(problem('weight:A3-2.1=5')).toMatchObject({ code: 'WHATIF_WEIGHT_ROW', params: { row: 'A3-2.1', shared: 'true' } });
    expect(problem('weight:A3-99=5')).toMatchObject({ code: 'WHATIF_WEIGHT_ROW', params: { row: 'A3-99', shared: 'false' } });
    for (const value of ['61', '-1', '很多', ''])
      expect(problem(`weight:A1-01=${value}`)).toMatchObject({ code: 'WHATIF_WEIGHT', params: { max: '60' } });
  });
});

describe('a target', () => {
  it('is read as a document prints it, with the direction that holds where none is given', () => {
    expect(change('target:A1-01=≤31')).toMatchObject({
      kind: 'target',
      measureId: 'A1-01',
      target: { kind: 'number', operator: 'le', value: '31' },
    });
    expect(change('目标:A1-01=31')).toMatchObject({ target: { operator: 'le', value: '31' } });
    expect(change('target:A1-03=82%以上')).toMatchObject({ target: { operator: 'ge', value: '82' } });
    expect(change('target:A1-01=30～35')).toMatchObject({ target: { kind: 'range', low: '30', high: '35' } });
    expect(change('target:A1-01=待定')).toMatchObject({ target: { kind: 'pending' } });
    expect(change('target:A1-14=完成市级下达任务')).toMatchObject({ target: { kind: 'text' } });
  });

  it('is refused for an unknown measure, with those that are known', () => {
    expect(problem('target:A9-01=1')).toMatchObject({ code: 'WHATIF_MEASURE', params: { measure: 'A9-01' } });
    expect(problem('target:A1-12=1').params['known']).toContain('A1-12a、A1-12b');
  });
});
