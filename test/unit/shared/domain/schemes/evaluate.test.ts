import { describe, expect, it } from 'vitest';
import { givenBy, money, points, schemeOf, trialOf } from '../../../../support/scheme-trial.ts';

describe('what a node inherits', () => {
  it('is what it is held against and in what unit, unless it says otherwise', () => {
    const row = { pm25: 30, 'pm25.target': 40, 'pm25.lastYear': 50 };
    expect(money(schemeOf('{out: 万元, vs: target, in: pct, sum: [{of: pm25}, {of: pm25, vs: lastYear}]}'), [row])).toEqual(['65']);
    expect(money(schemeOf('{out: 万元, vs: target, in: pct, sum: [{of: pm25, in: unit}, {of: pm25, vs: none}]}'), [row])).toEqual(['40']);
  });

  it('reaches its conditions and those of notices', () => {
    const scheme = schemeOf('{out: 万元, vs: target, of: pm25, rate: 1, notices: [{if: {of: pm25, lt: 0}, do: 预警}]}');
    const rows = [41, 40].map((pm25) => ({ pm25, 'pm25.target': 40 }));
    expect(givenBy(scheme, rows)).toEqual([{ money: '-1', notices: '预警' }, { money: '0' }]);
  });
});

describe('the direction of a measure', () => {
  it('is known of pollutants and days, and said by the head of the scheme of any other', () => {
    const rule = 'out: 万元, vs: target, sum: [{of: A}, {of: goodDays}, {of: heavyDays}]';
    const row = { A: 5, 'A.target': 4, goodDays: 10, 'goodDays.target': 8, heavyDays: 3, 'heavyDays.target': 1 };
    expect(money(schemeOf(`{${rule}}`), [row])).toEqual(['1']);
    expect(money(schemeOf(`{measures: {A: {better: less}}, ${rule}}`), [row])).toEqual(['-1']);
  });
});

describe('vetoes', () => {
  const rule = '{out: points/100, manual: t, grades: {优秀: 90, 良好: 70, 不合格: 0}, veto: [VETO]}';
  const rows = [{ 'manual:t': 95, 'event:事故': '是' }, { 'manual:t': 95 }];

  it('give another value, fix a grade, bar one or an honour', () => {
    const under = (veto: string) =>
      givenBy(schemeOf(rule.replace('VETO', `{if: {event: 事故}, ${veto}}`)), rows).map(({ place: _place, ...given }) => given);
    const untouched = { points: '95', grade: '优秀' };
    expect(under('give: 0')).toEqual([{ points: '0', grade: '不合格' }, untouched]);
    expect(under('grade: 不合格')).toEqual([{ points: '95', grade: '不合格' }, untouched]);
    expect(under('bar: 优秀')).toEqual([{ points: '95', grade: '良好' }, untouched]);
    expect(under('bar: 评优评先')).toEqual([{ ...untouched, notices: '不得评优评先' }, untouched]);
  });

  it('that cannot be judged leave the value or the grade open, but not what they do not touch', () => {
    const up = '{of: pm25, vs: lastYear, lt: 0}';
    const row = [{ 'manual:t': 95, pm25: 40, 'pm25.lastYear': '' }];
    const under = (veto: string) =>
      givenBy(schemeOf(rule.replace('VETO', `{if: ${up}, ${veto}}`)), row).map(({ place: _place, ...given }) => given);
    expect(under('give: 0')).toEqual([{}]);
    expect(under('bar: 优秀')).toEqual([{ points: '95' }]);
    expect(under('bar: 良好')).toEqual([{ points: '95', grade: '优秀' }]);
    expect(under('bar: 评优评先')).toEqual([{ points: '95', grade: '优秀' }]);
  });
});

describe('a grade', () => {
  it('follows the rounded value, or the exact one: 69.995 is 良好 rounded and 合格 exact', () => {
    const rule = 'out: points/100, manual: t, round: 2, grades: {良好: 70, 合格: 60, 不合格: 0}';
    const row = [{ 'manual:t': '69.995' }];
    expect(givenBy(schemeOf(`{${rule}}`), row)).toMatchObject([{ points: '70', grade: '良好' }]);
    expect(givenBy(schemeOf(`{${rule}, gradeFrom: exact}`), row)).toMatchObject([{ points: '70', grade: '合格' }]);
  });

  it('above its quota goes down, those who tie across the limit together', () => {
    const scheme = schemeOf('{out: points/100, manual: t, grades: {优秀: 90, 良好: 70, 一般: 0}, quota: {优秀: 0.5, 良好: 0.25}}');
    const rows = [95, 94, 94, 93].map((value) => ({ 'manual:t': value }));
    expect(givenBy(scheme, rows).map(({ grade }) => grade)).toEqual(['优秀', '一般', '一般', '一般']);
  });
});

describe('groups and units', () => {
  it('have a node of their own, or change words of the common one', () => {
    const scheme = schemeOf(`{out: 万元, vs: target, of: pm25, rate: 1,
      groups: {重点: {rate: 2}, 园区: {units: [高新区], of: pm10, rate: 5}}, units: {甲镇: {rate: 10}}}`);
    const row = { pm25: 39, 'pm25.target': 40, pm10: 59, 'pm10.target': 60 };
    const rows = [
      { subject: '乙镇', class: '其他', ...row },
      { subject: '丙镇', class: '重点', ...row },
      { subject: '高新区', class: '重点', ...row },
      { subject: '甲镇', class: '重点', ...row },
    ];
    expect(money(scheme, rows)).toEqual(['1', '2', '5', '10']);
  });
});

describe('不涉及', () => {
  it('is left out of a sum, folded where the scheme says so, and brings no base points', () => {
    const row = [{ 'manual:a': 30, 'manual:b': '不涉及' }];
    const parts = 'sum: [{manual: a, cap: 60}, {manual: b, cap: 40}]';
    expect(points(schemeOf(`{out: points/100, ${parts}}`), row)).toEqual(['30']);
    expect(points(schemeOf(`{out: points/100, ${parts}, fold: true}`), row)).toEqual(['50']);
    expect(points(schemeOf('{out: points/100, sum: [48, {manual: b}]}'), row)).toEqual([undefined]);
    expect(money(schemeOf('{out: 万元, first: [{if: {manual: b, ge: 1}, then: 5}, {then: 3}]}'), row)).toEqual([undefined]);
  });
});

describe('a streak', () => {
  const scheme = schemeOf('{out: notice, rank: {of: score}, notices: [{if: {streak: 2, last: 1}, do: 约谈}]}');
  const month = (period: string, last: string) =>
    ['甲', '乙', '丙'].map((subject) => ({ subject, period, score: subject === last ? 0 : subject === '甲' ? 5 : 6 }));
  const called = (rows: ReturnType<typeof month>): string[] =>
    trialOf(scheme, rows).rows.flatMap(({ result }) => (result?.notices.length === 0 ? [] : [`${result?.row.period} ${result?.row.name}`]));

  it('counts months that follow each other, across the end of a year too', () => {
    expect(called([...month('2025-12', '丙'), ...month('2026-01', '丙')])).toEqual(['2026-01 丙']);
    expect(called([...month('2025-11', '丙'), ...month('2026-01', '丙')])).toEqual([]);
    expect(called([...month('2025-12', '丙'), ...month('2026-01', '乙')])).toEqual([]);
  });

  it('counts periods that only have names in their order', () => {
    expect(called([...month('第9周', '丙'), ...month('第10周', '丙')])).toEqual(['第10周 丙']);
  });

  it('never counts the first of a group, however few there are', () => {
    const alone = ['2026-01', '2026-02'].map((period) => ({ subject: '甲', period, score: 1 }));
    expect(called(alone)).toEqual([]);
  });
});
