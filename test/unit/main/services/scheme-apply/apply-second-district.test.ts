import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AIR_HEAD, addScheme, airMonth, applyTo, lacksOf, moneyOf, noticesOf, rowOf } from '../../../../support/applied-scheme.ts';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { AFTER_THE_FILES, csvFile, type Row } from '../../../../support/monitoring-files.ts';
import { SECOND_PLAN, templatesWithSecondDistrict } from '../../../../support/templates.ts';

/** A county with towns, parks and enterprises in two classes (重点, 一般); its enterprises have no air of their own. */
const folder = temporaryFolder();
let made: TestCore;

const PM25: Readonly<Record<string, number>> = {
  临江镇: 30,
  柳溪镇: 40,
  白马镇: 33,
  云岭乡: 36,
  竹溪乡: 38,
  石桥乡: 35,
  临江经济开发区管委会: 50,
  柳溪食品产业园管委会: 45,
};

/** All of 2025 the same; December 2024 by 4 better. */
function days(): Row[] {
  const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
  const rows = Object.entries(PM25).flatMap(([name, pm25]) => [
    ...airMonth(name, '2024-12', { pm25: pm25 - 4 }),
    ...months.flatMap((month) => airMonth(name, month, { pm25 })),
  ]);
  return [AIR_HEAD, ...rows];
}

beforeAll(async () => {
  made = testCore(folder, templatesWithSecondDistrict(folder));
  await made.call('work.create', { file: made.grant(join(folder, 'work.sqlite')), planId: SECOND_PLAN });
  made.setNow(AFTER_THE_FILES);
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, '日均值.csv', days()))] });
});
afterAll(() => made.core.close());

const add = (id: string, rest: string): Promise<void> => addScheme(made, folder, id, rest);
const groupsOf = async (id: string, period: string): Promise<string[]> =>
  (await applyTo(made, id, period)).rows.map(({ subject, groupName, place }) => `${groupName} ${place ?? '—'} ${subject}`);

describe('classes of the plan', () => {
  it('are the groups of a ranking, each with its own places', async () => {
    await add(
      'classes',
      `subjects: 乡镇
rules: { out: 万元, per: month, rank: { of: pm25 }, groups: { 重点: { places: { 1: 20, -1: -20 } } }, places: { 1: 15, -1: -15 } }`,
    );
    expect(moneyOf(await applyTo(made, 'classes', '2025-03'))).toEqual({
      临江镇: '20',
      柳溪镇: '-20',
      白马镇: '15',
      云岭乡: '0',
      竹溪乡: '-15',
      石桥乡: '0',
    });
    expect((await applyTo(made, 'classes', '2025-03')).emptyGroups).toEqual([]);
  });

  it('are subjects; of rules about air those are left out whose air nobody monitors, unless they are named', async () => {
    await add('key', 'subjects: { classes: [重点] }\nrules: { out: notice, per: month, rank: { of: pm25 } }');
    expect(await groupsOf('key', '2025-03')).toEqual(['重点 1 临江镇', '重点 2 柳溪镇', '重点 3 临江经济开发区管委会']);
    await add('key-points', 'subjects: 重点\nrules: { out: points/100, manual: 评审 }');
    expect((await applyTo(made, 'key-points', '2025')).rows.map(({ subject }) => subject)).toEqual([
      '临江镇',
      '柳溪镇',
      '临江经济开发区管委会',
      '云州焦化有限公司',
      '临江水泥有限公司',
    ]);
    await add('named', 'subjects: { units: [云州焦化, 临江镇] }\nrules: { out: notice, per: month, rank: { of: pm25 } }');
    expect(lacksOf(await applyTo(made, 'named', '2025-03'), '云州焦化有限公司')).toEqual(['云州焦化有限公司不监测空气，没有PM2.5']);
  });

  it('state parameters and targets beside those of single units', async () => {
    await add(
      'figures',
      `subjects: [乡镇, 园区]
params: { 单价: { 重点: 2, 柳溪镇: 3, default: 1 } }
targets: { pm25: { 园区: 48, 重点: 35, default: 34 } }
rules: { out: 万元, per: month, times: [单价, { of: pm25, vs: target }], groups: { 园区: { times: [10, { of: pm25, vs: target }] } } }`,
    );
    const money = moneyOf(await applyTo(made, 'figures', '2025-03'));
    // 35 − 30 twice; 35 − 40 three times; the parks by their kind.
    expect(money).toMatchObject({
      临江镇: '10',
      柳溪镇: '-15',
      白马镇: '1',
      竹溪乡: '-4',
      柳溪食品产业园管委会: '30',
      临江经济开发区管委会: '-20',
    });
  });
});

describe('kinds of units', () => {
  it('are groups though the units have a class besides', async () => {
    await add(
      'kinds',
      `subjects: { kinds: [乡镇, 园区], classes: [重点] }
rules: { out: notice, per: month, rank: { of: pm25 }, groups: { 乡镇: {}, yuanqu: { name: 开发园区 } } }`,
    );
    expect(await groupsOf('kinds', '2025-03')).toEqual(['乡镇 1 临江镇', '乡镇 2 柳溪镇', '开发园区 1 临江经济开发区管委会']);
  });

  it('are told by the words of the plan where the scheme speaks of its roles', async () => {
    await add(
      'roles',
      `rules: { out: points/100, manual: 评审, groups: { district: { manual: 全县 }, department: { manual: 部门评审 }, town: { manual: 乡镇评审 } } }`,
    );
    const { rows } = await applyTo(made, 'roles', '2025');
    const named = new Map(rows.map(({ subject, groupName }) => [subject, groupName]));
    expect(named.get('临江县')).toBe('临江县');
    expect(named.get('县公安局')).toBe('部门、园区');
    expect(named.get('临江镇')).toBe('乡镇、园区、企业');
  });

  it('parks alone', async () => {
    await add('parks', 'subjects: 园区\nrules: { out: notice, per: month, rank: { of: pm25 } }');
    expect(await groupsOf('parks', '2025-03')).toEqual(['重点 1 临江经济开发区管委会', '一般 1 柳溪食品产业园管委会']);
    await add('parks-all', 'subjects: 园区\nrules: { out: notice, per: month, rank: { of: pm25 }, within: all }');
    expect(await groupsOf('parks-all', '2025-03')).toEqual(['重点 2 临江经济开发区管委会', '一般 1 柳溪食品产业园管委会']);
  });
});

describe('tables of points', () => {
  it('are of a class, or of one unit', async () => {
    await add(
      'tables',
      `subjects: 乡镇
rules:
  out: points/100
  per: month
  of: pm25
  table: [[33, 100], [36, 80], [rest, 60]]
  groups: { 重点: { table: [[30, 100], [rest, 50]] } }
  units: { 白马: { table: [[32, 100], [rest, 10]] } }`,
    );
    const { rows } = await applyTo(made, 'tables', '2025-03');
    expect(Object.fromEntries(rows.map(({ subject, points }) => [subject, points]))).toEqual({
      临江镇: '100',
      柳溪镇: '50',
      白马镇: '10',
      云岭乡: '80',
      竹溪乡: '60',
      石桥乡: '80',
    });
  });
});

describe('money', () => {
  it('in tiers, with floor and cap, balanced in each class and period', async () => {
    await add(
      'tiers',
      `subjects: 乡镇
targets: { pm25: 35 }
rules: { out: 万元, per: month, of: pm25, vs: target, tiers: { gain: [[2, 10], [rest, 20]], loss: [[2, 10], [rest, 30]] }, floor: -60, cap: 50 }`,
    );
    // 5 better: 2 × 10 + 3 × 20 = 80, capped; 5 worse: −(20 + 90), floored; 3 worse: −(20 + 30).
    expect(moneyOf(await applyTo(made, 'tiers', '2025-03'))).toEqual({
      临江镇: '50',
      柳溪镇: '-60',
      白马镇: '20',
      云岭乡: '-10',
      竹溪乡: '-50',
      石桥乡: '0',
    });
    await add(
      'zero',
      `subjects: 乡镇\ntargets: { pm25: 35 }\nrules: { out: 万元, per: month, of: pm25, vs: target, rate: 10, zeroSum: true }`,
    );
    // 重点: +50, −50. 一般: 白马 +20 of what 云岭 −10 and 竹溪 −30 pay in.
    expect(moneyOf(await applyTo(made, 'zero', '2025-03'))).toMatchObject({ 临江镇: '50', 柳溪镇: '-50', 白马镇: '40', 竹溪乡: '-30' });
  });

  it('is passed on, and settled at the end of the year', async () => {
    await add(
      'settled',
      `subjects: 乡镇
targets: { pm25: 35 }
rules:
  out: 万元
  per: quarter
  of: pm25
  vs: target
  rate: 10
  pass: { amount: 30, to: 3个村 }
  yearEnd: { missed: { gain: 0.9, loss: 1.1 } }`,
    );
    expect(noticesOf(await applyTo(made, 'settled', '2025-Q1'))).toMatchObject({
      临江镇: '转拨30万元给3个村',
      白马镇: '转拨20万元给3个村',
      柳溪镇: '',
    });
    const { rows, periods } = await made.call('schemes.account', { source: { id: 'settled' }, year: 2025 });
    expect(periods).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
    const of = (name: string) => rows.find(({ subject }) => subject === name);
    expect(of('临江镇')).toMatchObject({ sum: '200', year: { amount: '200' }, clearing: '0' });
    // The goal of the year is missed: payments with a tenth more.
    expect(of('柳溪镇')).toMatchObject({ sum: '-200', year: { amount: '-220' }, clearing: '-20' });
  });

  it('of a scheme that gives none is refused in words', async () => {
    expect(await made.fail('schemes.account', { source: { id: 'parks' }, year: 2025 })).toMatchObject({ code: 'SCHEME_ACCOUNT_NOTHING' });
  });
});

describe('what a measure is held against', () => {
  const against = async (id: string, vs: string, more = '') => {
    await add(id, `subjects: 乡镇\n${more}rules: { out: 万元, of: pm25, vs: ${vs}, rate: 1 }`);
    return moneyOf(await applyTo(made, id, '2025-01'));
  };

  it('the stretch target of the plan, the limit of class II, the month before across the year, the mean of the class', async () => {
    expect(await against('stretch', 'stretch')).toMatchObject({ 临江镇: '4', 柳溪镇: '-6' });
    expect(await against('limit', 'limit')).toMatchObject({ 临江镇: '5', 柳溪镇: '-5' });
    expect(await against('before', 'lastMonth')).toMatchObject({ 临江镇: '-4', 石桥乡: '-4' });
    expect(await against('mean', 'groupMean')).toMatchObject({ 临江镇: '5', 柳溪镇: '-5', 石桥乡: '0.5' });
  });

  it('a target that has to be passed (＞84.5), which what equals it does not meet', async () => {
    await add(
      'strict',
      `subjects: 乡镇
rules:
  out: 万元
  vs: target
  sum: [{ of: goodRatio, met: 10, unmet: -10 }, { first: [{ if: { of: goodRatio, lt: 0 }, then: -1 }, { then: 0 }] }, { of: pm25, met: 100 }]`,
    );
    const given = { id: 'strict', period: '2025', kind: 'param', document: '市通报' } as const;
    for (const [unit, value] of [
      ['临江镇', '84.5'],
      ['柳溪镇', '84.6'],
    ] as const)
      await made.call('schemes.enter', { ...given, unit, name: '优良天数比率', value });
    await made.call('schemes.enter', { ...given, unit: '柳溪镇', name: 'PM2.5', value: '36' });
    // 36 meets ≤36.
    expect(moneyOf(await applyTo(made, 'strict', '2025'))).toMatchObject({ 临江镇: '89', 柳溪镇: '110' });
  });

  it('the same month of the year before, and of the year where it is set', async () => {
    await add('december', 'subjects: 乡镇\nrules: { out: 万元, of: pm25, vs: lastYear, rate: 1 }');
    expect(moneyOf(await applyTo(made, 'december', '2025-12'))).toMatchObject({ 临江镇: '-4' });
    expect(lacksOf(await applyTo(made, 'december', '2025-11'), '临江镇')).toEqual(['PM2.5缺上年数（2024-11）：没有监测数据']);
    const figures = [{ measure: 'K1', year: 2024, value: '32', unit: '临江镇' }];
    await made.call('figures.set', { figures, document: '2024年公报', reason: '上年结果' });
    expect(moneyOf(await applyTo(made, 'december', '2025'))).toMatchObject({ 临江镇: '2', 柳溪镇: null });
  });

  it('the base year, and a place that was decided elsewhere', async () => {
    const figures = [{ measure: 'K1', year: 2020, value: '60', unit: '城关镇' }];
    await made.call('figures.set', { figures, document: '2020年公报', reason: '基数' });
    await add('base', 'subjects: 乡镇\nparams: { baseYear: 2020 }\nrules: { out: 万元, of: pm25, vs: base, in: pct, rate: 1 }');
    expect(moneyOf(await applyTo(made, 'base', '2025-01'))).toMatchObject({ 临江镇: '50', 柳溪镇: null });
    await add('places', 'subjects: 乡镇\nrules: { out: points/100, sum: [50, { times: [-4, { placeOf: pm25 }] }] }');
    const given = { id: 'places', period: '2025-01', kind: 'param', name: 'PM2.5名次', document: '市通报' } as const;
    expect(rowOf(await applyTo(made, 'places', '2025-01'), '柳溪镇').points).toBe('42');
    await made.call('schemes.enter', { ...given, unit: '柳溪镇', value: '5' });
    expect(rowOf(await applyTo(made, 'places', '2025-01'), '柳溪镇').points).toBe('30');
    expect((await made.call('schemes.inputs', { id: 'places' })).inputs).toMatchObject([{ name: 'pm25.place', label: 'PM2.5名次' }]);
  });
});

describe('the county’s own scheme of points', () => {
  it('gives on the work what the scores give, in groups that are told in its words', async () => {
    const { result } = await made.call('assessment.score', { year: 2025 });
    const applied = await applyTo(made, 'linjiang-scoring', '2025');
    const totals = new Map(applied.rows.flatMap(({ subject, points }) => (points === null ? [] : [[subject, Number(points)] as const])));
    const scored = [result.district, ...result.units].filter(({ grade }) => grade !== '不定等');
    expect(scored.length).toBeGreaterThan(10);
    expect(totals).toEqual(new Map(scored.map(({ name, total }) => [name, Number(total)])));
    for (const { groupName } of applied.rows) expect(groupName).toMatch(/^[\p{Script=Han}、]+$/u);
  });
});
