import { describe, expect, it } from 'vitest';
import { readCell, readHappened } from '../../../../../../shared/domain/schemes/trial/cells.ts';
import { columnLetters, columnName } from '../../../../../../shared/domain/schemes/trial/columns.ts';
import { comparePeriods, periodName } from '../../../../../../shared/domain/schemes/trial/period-name.ts';
import { schemeLackText } from '../../../../../../shared/text/scheme-text.ts';
import { type Figures, money, places, schemeOf, trialOf } from '../../../../../support/scheme-trial.ts';

describe('a header', () => {
  it.each([
    ['PM2.5', 'pm25'],
    ['PM2.5.Target', 'pm25.target'],
    [' pm25.lastyear ', 'pm25.lastYear'],
    ['ＳＯ２', 'so2'],
    ['manual：任务', 'manual:任务'],
    ['Param:k', 'param:k'],
    ['单位', 'subject'],
    ['时段', 'period'],
    ['A1-05.target', 'A1-05.target'],
    ['得分', '得分'],
  ])('%s is the column %s', (text, name) => {
    expect(columnName(text)).toBe(name);
  });

  it('stands in a column with letters as a spreadsheet has them', () => {
    expect([1, 26, 27, 52, 53, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']);
  });
});

describe('a cell', () => {
  it.each([
    ['', 'blank'],
    ['—', 'blank'],
    ['NA', 'blank'],
    ['0', '0'],
    [' 1,234.50 ', '1234.5'],
    ['−3', '-3'],
    ['１２', '12'],
    ['不涉及', 'notApplicable'],
    ['无发生', 'noOccurrence'],
    ['约30', 'text'],
    ['30%', 'text'],
  ])('%s is %s', (raw, expected) => {
    const cell = readCell(raw);
    expect(cell.kind === 'number' ? cell.value.text() : cell.kind).toBe(expected);
  });

  it('says whether something happened; nothing said means that it did not', () => {
    expect(['1', '是', '有', '2'].map(readHappened)).toEqual([true, true, true, true]);
    expect(['', '0', '否', '无', '不涉及'].map(readHappened)).toEqual([false, false, false, false, false]);
    expect(['也许', '-1'].map(readHappened)).toEqual([null, null]);
  });
});

describe('a period', () => {
  it.each([
    ['2026年7月', '2026-07'],
    ['2026/7', '2026-07'],
    ['2026-07', '2026-07'],
    ['2026年', '2026'],
    ['2026年第3季度', '2026-Q3'],
    ['2026年三季度', '2026-Q3'],
    ['2026Q3', '2026-Q3'],
    ['2026年上半年', '2026-H1'],
    ['2017年1—9月', '2017-01..2017-09'],
    ['2017-1–9', '2017-01..2017-09'],
    ['2017年1—12月', '2017'],
    ['2017年4-6月', '2017-04-01..2017-06-30'],
    ['第3周', '第3周'],
  ])('%s is %s', (text, name) => {
    expect(periodName(text)).toBe(name);
  });

  it('comes before a later one, also by the numbers in its name', () => {
    expect(['2026-10', '2026-02', '2025-12'].toSorted(comparePeriods)).toEqual(['2025-12', '2026-02', '2026-10']);
    expect(['第10周', '第9周'].toSorted(comparePeriods)).toEqual(['第9周', '第10周']);
  });
});

describe('a table', () => {
  const change = schemeOf('{out: 万元, of: pm25, vs: lastYear, rate: 1}');
  const step = schemeOf('{out: 万元, of: pm25, vs: lastMonth, rate: 1}');

  it('gives last year and last month from its other rows where it has no column of them, else nothing', () => {
    const rows: Figures[] = [
      { subject: '甲', period: '2025-07', pm25: 40 },
      { subject: '甲', period: '2026年7月', pm25: 36 },
      { subject: '甲', period: '2026-06', pm25: 30 },
    ];
    expect(money(change, rows)).toEqual([undefined, '4', undefined]);
    expect(money(step, rows)).toEqual([undefined, '-6', undefined]);
    expect(money(change, [...rows, { subject: '甲', period: '2026-05', pm25: 30, 'pm25.lastYear': '' }])).toEqual(Array(4).fill(undefined));
    expect(trialOf(change, rows).rows[0]?.result?.lacks).toEqual([
      { code: 'periodRow', params: { column: 'pm25.lastYear', period: '2024-07' } },
    ]);
  });

  it('gives the mean of the class and period where it has no column of it', () => {
    const scheme = schemeOf('{out: 万元, of: pm25, vs: groupMean, rate: 1}');
    const rows = [
      { class: '重点', pm25: 30 },
      { class: '重点', pm25: 40 },
      { class: '重点', pm25: '' },
      { class: '其他', pm25: 50 },
    ];
    expect(money(scheme, rows)).toEqual(['5', '-5', undefined, '0']);
    expect(
      money(
        scheme,
        rows.map((row) => ({ ...row, 'pm25.groupMean': 35 })),
      ),
    ).toEqual(['5', '-5', undefined, '-15']);
  });

  it('ranks the subjects of a class and period among themselves', () => {
    const scheme = schemeOf('{out: notice, rank: {of: pm25}}');
    const rows = [
      { subject: '甲', class: '重点', period: '2026-01', pm25: 30 },
      { subject: '乙', class: '重点', period: '2026-01', pm25: 20 },
      { subject: '丙', class: '其他', period: '2026-01', pm25: 90 },
      { subject: '甲', class: '重点', period: '2026-02', pm25: 10 },
      { subject: '乙', class: '重点', period: '2026-02', pm25: 20 },
    ];
    expect(places(scheme, rows)).toEqual([2, 1, 1, 1, 2]);
    expect(places(schemeOf('{out: notice, rank: {of: pm25}, within: all}'), rows)).toEqual([2, 1, 3, 1, 2]);
  });

  it('gives nothing for a subject that stands in it twice, and moves nobody by it', () => {
    const rows = [
      { subject: '甲', pm25: 30, 'pm25.lastYear': 31 },
      { subject: '甲', pm25: 20, 'pm25.lastYear': 31 },
      { subject: '乙', pm25: 30, 'pm25.lastYear': 35 },
    ];
    expect(trialOf(change, rows).rows.map(({ state }) => state)).toEqual(['doubled', 'doubled', 'computed']);
    expect(money(change, rows)).toEqual([undefined, undefined, '5']);
  });

  it('with two columns of one measure is not computed at all', () => {
    const trial = trialOf(change, [{ pm25: 30, 'PM2.5': 31 }]);
    expect(trial).toMatchObject({ rows: [], doubledColumns: [{ first: 'pm25', second: 'PM2.5' }] });
  });

  it('lets figures of the scheme itself stand where it has none: for everybody, a class, a subject', () => {
    const scheme = schemeOf(
      '{params: {k: {重点: 2, default: 1}}, targets: {pm25: {甲: 30, default: 40}}, out: 万元, times: [k, {of: pm25, vs: target}]}',
    );
    const rows = [
      { subject: '甲', class: '重点', pm25: 29 },
      { subject: '乙', class: '重点', pm25: 38 },
      { subject: '丙', class: '其他', pm25: 38 },
    ];
    expect(money(scheme, rows)).toEqual(['2', '4', '2']);
    expect(
      money(
        scheme,
        rows.map((row) => ({ ...row, 'param:k': 10 })),
      ),
    ).toEqual(['10', '20', '20']);
  });

  it('is read for the subjects of the scheme only', () => {
    const scheme = schemeOf('{subjects: {classes: [镇街], units: [高新区]}, out: notice, rank: {of: pm25}}');
    const rows = [
      { subject: '甲镇', class: '镇街', pm25: 30 },
      { subject: '高新区', class: '', pm25: 20 },
      { subject: '某局', class: '部门', pm25: 10 },
    ];
    expect(trialOf(scheme, rows).rows.map(({ state }) => state)).toEqual(['computed', 'computed', 'notConcerned']);
  });

  it('does not compute a row whose period is none, nor let it stand for another', () => {
    const rows = [
      { subject: '甲', period: '2026-13', pm25: 30, 'pm25.lastYear': 31 },
      { subject: '甲', period: '2026-Q5', pm25: 30, 'pm25.lastYear': 31 },
      { subject: '甲', period: '2026年0月', pm25: 30, 'pm25.lastYear': 31 },
      { subject: '甲', period: '第3周', pm25: 30, 'pm25.lastYear': 31 },
      { subject: '甲', period: '2026-01', pm25: 30, 'pm25.lastYear': 31 },
    ];
    const states = trialOf(change, rows).rows.map(({ state }) => state);
    expect(states).toEqual(['noPeriod', 'noPeriod', 'noPeriod', 'computed', 'computed']);
    expect(money(change, rows)).toEqual([undefined, undefined, undefined, '1', '1']);
    const monthly = schemeOf('{out: 万元, per: month, of: pm25, vs: lastYear, rate: 1}');
    expect(trialOf(monthly, rows).rows.map(({ state }) => state)).toEqual(['noPeriod', 'noPeriod', 'noPeriod', 'noPeriod', 'computed']);
  });

  it('names the rows of a period by which the scheme is not computed', () => {
    const monthly = schemeOf('{out: 万元, per: month, of: pm25, vs: lastYear, rate: 1}');
    const rows = [
      { subject: '甲', period: '2026年1月', pm25: 30, 'pm25.lastYear': 31 },
      { subject: '甲', period: '2026-Q1', pm25: 30, 'pm25.lastYear': 31 },
    ];
    expect(trialOf(monthly, rows).otherPeriods).toEqual({ per: 'month', lines: [3], periods: ['2026-Q1'] });
    expect(trialOf(monthly, rows.slice(0, 1)).otherPeriods).toBeNull();
    expect(trialOf(change, rows).otherPeriods).toBeNull();
  });

  it('takes no concentration below 0, a change of something else may be below it, a place from the end too', () => {
    const lacks = (rows: readonly Figures[], scheme = change) => trialOf(scheme, rows).rows.map(({ result }) => result?.lacks);
    expect(lacks([{ pm25: -3, 'pm25.lastYear': 31 }])).toEqual([
      [{ code: 'negative', params: { column: 'pm25', cell: 'B2', text: '-3' } }],
    ]);
    expect(lacks([{ pm25: 3, 'pm25.lastYear': '-31' }])[0]).toMatchObject([{ code: 'negative', params: { column: 'pm25.lastYear' } }]);
    const growth = schemeOf('{out: 万元, of: growth, vs: lastYear, rate: 1}');
    expect(lacks([{ growth: -3, 'growth.lastYear': -1 }], growth)).toEqual([[]]);
    expect(money(schemeOf('{out: 万元, of: pm25, vs: lastYear, rate: 1}'), [{ pm25: 0, 'pm25.lastYear': 1 }])).toEqual(['1']);
  });

  it('says of a mark for 未填 which one it is, and of a blank cell that it is blank', () => {
    const lack = (pm25: string) => trialOf(change, [{ pm25, 'pm25.lastYear': 31 }]).rows[0]?.result?.lacks[0];
    expect(lack('')).toEqual({ code: 'blank', params: { column: 'pm25', cell: 'B2' } });
    expect(schemeLackText('blank', lack('')?.params ?? {})).toContain('空白（B2）');
    expect(schemeLackText('blank', lack(' — ')?.params ?? {})).toMatch(/填的是“—”（B2），是未填的记号/);
  });
});
