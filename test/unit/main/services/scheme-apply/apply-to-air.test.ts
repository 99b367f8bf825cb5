import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AIR_HEAD, addScheme, airMonth, applyTo, cellsOf, lacksOf, moneyOf, noticesOf, rowOf } from '../../../../support/applied-scheme.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, type Row } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof emptyWork>>;

const month = (year: number, number: number): string => `${year}-${String(number).padStart(2, '0')}`;

/** 清平镇 all of 2024; 土场, 太和, 三汇 from May to September; 清平 and 土场 in the third quarter of 2023 as well. */
function days(): Row[] {
  const rest = [1, 2, 3, 4, 10, 11, 12].flatMap((number) => airMonth('清平镇', month(2024, number), { pm25: 30 }));
  const summer = [5, 6, 7, 8, 9].flatMap((number) => [
    ...airMonth('清平镇', month(2024, number), { pm25: number === 7 ? 20 : 30, pm10: 40 }),
    ...airMonth('土场镇', month(2024, number), { pm25: 25, pm10: 60, so2: 10, no2: 20 }),
    ...airMonth('太和镇', month(2024, number), { pm25: 32, pm10: 50 }),
    ...airMonth('三汇镇', month(2024, number), { pm25: 35, pm10: 70 }),
  ]);
  const before = [7, 8, 9].flatMap((number) => [
    ...airMonth('清平镇', month(2023, number), { pm25: 40 }),
    ...airMonth('土场镇', month(2023, number), { pm25: 30, pm10: 68, so2: 13, no2: 19, bad: number === 7 ? 10 : 0 }),
  ]);
  return [AIR_HEAD, ...rest, ...summer, ...before];
}

const FOUR = 'subjects: { units: [清平镇, 土场, 太和镇, 合川区三汇镇] }';

beforeAll(async () => {
  made = await emptyWork(folder);
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, '日均值.csv', days()))] });
});
afterAll(() => made.core.close());

describe('郑州: two rankings apart', () => {
  it('pays by both places, and leads each figure back to the cells of the days', async () => {
    const rules =
      'sum: [{ rank: { of: pm10 }, places: { 1: 150, 2: 100, -1: -200 } }, { rank: { of: pm25 }, places: { 1: 150, 2: 100, -1: -200 } }]';
    await addScheme(made, folder, 'zz', `${FOUR}\nrules: { out: 万元, per: month, ${rules} }`);
    const applied = await applyTo(made, 'zz', '2024年7月');
    expect(moneyOf(applied)).toEqual({ 清平镇: '300', 土场镇: '100', 太和镇: '100', 三汇镇: '-400' });
    const cells = new Set(cellsOf(rowOf(applied, '太和镇').explanation));
    expect(cells.size).toBe(2);
    for (const cell of cells) expect(cell).toMatch(/^日均值\.csv 日均值 [CD]\d+…[CD]\d+ pm(25|10)$/u);
    expect(applied).toMatchObject({ period: '2024-07', periods: ['2024-07'], unknownNames: [], sample: false });
  });
});

describe('山东: changes on the year before', () => {
  const RULES = `rules:
  out: 万元
  per: quarter
  vs: lastYear
  sum:
    - { of: goodRatio, rate: 20 }
    - { times: [80, { param: factor }, { weighted: [[0.6, { of: pm25 }], [0.15, { of: pm10 }], [0.15, { of: so2 }], [0.1, { of: no2 }]] }] }`;

  it('gives what exact fractions by hand give, where data of the year before are there', async () => {
    await addScheme(made, folder, 'sd', `${FOUR}\nparams: { factor: 1 }\n${RULES}`);
    const applied = await applyTo(made, 'sd', '2024-Q3');
    // Falls 5, 8, 3, −1 → 4.55 × 80 = 364; good days 92 of 92 after 82 of 92: 20 × 1000/92 = 5000/23.
    expect(rowOf(applied, '土场镇').explanation.exact).toBe('13372/23');
    expect(rowOf(applied, '土场镇').money).toBe('581.3913');
  });

  it('says 缺上年数 where there are none, and pays nothing', async () => {
    const applied = await applyTo(made, 'sd', '2024-Q3');
    expect(rowOf(applied, '太和镇').money).toBeNull();
    expect(lacksOf(applied, '太和镇')).toContain('PM2.5缺上年数（2023-Q3）：没有监测数据');
  });

  it('takes a factor that is entered for one town before the one of the scheme', async () => {
    const entered = { id: 'sd', period: '2024', kind: 'param', name: 'factor', value: '1.5', document: '鲁环函1号' } as const;
    await made.call('schemes.enter', { ...entered, unit: '土场镇' });
    // 4.55 × 80 × 1.5 = 546.
    expect(rowOf(await applyTo(made, 'sd', '2024-Q3'), '土场镇').explanation.exact).toBe('17558/23');
    await made.call('schemes.enter', { ...entered, unit: '土场镇', value: null });
    expect((await made.call('schemes.inputs', { id: 'sd' })).inputs).toEqual([]);
    expect(rowOf(await applyTo(made, 'sd', '2024-Q3'), '土场镇').explanation.exact).toBe('13372/23');
  });

  it('takes the year before from settled figures where the data of that year do not suffice', async () => {
    await addScheme(
      made,
      folder,
      'sd-year',
      `subjects: { units: [清平镇] }\nrules: { out: 万元, per: year, of: pm25, vs: lastYear, rate: 5 }`,
    );
    const before = await applyTo(made, 'sd-year', '2024');
    expect(rowOf(before, '清平镇').money).toBeNull();
    await made.call('figures.set', {
      figures: [{ measure: 'A1-01', year: 2023, value: '36', unit: '清平镇' }],
      document: '2023年公报',
      reason: '上年结果',
    });
    // Mean of 2024: (335 × 30 + 31 × 20) ÷ 366 = 5335/183; 5 × (36 − 5335/183) = 6265/183.
    const row = rowOf(await applyTo(made, 'sd-year', '2024'), '清平镇');
    expect(row.explanation.exact).toBe('6265/183');
    expect(cellsOf(row.explanation).join('\n')).toContain('2023年公报');
  });
});

describe('日照: groups and runs', () => {
  it('each group has its own places, and the run of the last ones climbs the ladder', async () => {
    await addScheme(
      made,
      folder,
      'rz',
      `${FOUR}
rules:
  out: 万元
  per: month
  rank: { of: pm25 }
  groups: { 重点: { units: [清平, 土场镇], places: { 1: 20, -1: -20 } } }
  places: { 1: 15, -1: -15 }
  notices:
    - { if: { streak: 1, last: 1 }, do: 预警 }
    - { if: { streak: 2, last: 1 }, do: 挂牌督办 }
    - { if: { streak: 3, last: 1 }, do: 约谈 }`,
    );
    const june = await applyTo(made, 'rz', '2024-06');
    expect(moneyOf(june)).toEqual({ 清平镇: '-20', 土场镇: '20', 太和镇: '15', 三汇镇: '-15' });
    expect(noticesOf(june)).toEqual({ 清平镇: '挂牌督办', 土场镇: '', 太和镇: '', 三汇镇: '挂牌督办' });
    const july = await applyTo(made, 'rz', '2024-07');
    expect(moneyOf(july)).toEqual({ 清平镇: '20', 土场镇: '-20', 太和镇: '15', 三汇镇: '-15' });
    expect(noticesOf(july)).toEqual({ 清平镇: '', 土场镇: '预警', 太和镇: '', 三汇镇: '约谈' });
    expect(july.periods).toEqual(['2024-05', '2024-06', '2024-07']);
  });
});

describe('what a measure is held against', () => {
  const slot = async (id: string, words: string, period: string) => {
    await addScheme(made, folder, id, `${FOUR}\n${words}`);
    return moneyOf(await applyTo(made, id, period));
  };

  it('the target of the district for towns that the head gives none of their own', async () => {
    const words = 'targets: { pm25: { 太和: 31 } }\nrules: { out: 万元, of: pm25, vs: target, rate: 1 }';
    // The plan's 39 but for 太和镇: 31 − 32.
    expect(await slot('own-targets', words, '2024-07')).toEqual({ 清平镇: '19', 土场镇: '14', 太和镇: '-1', 三汇镇: '4' });
  });

  it('the period before, and the mean of the group', async () => {
    expect(await slot('month', 'rules: { out: 万元, of: pm25, vs: lastMonth, rate: 1 }', '2024-07')).toMatchObject({
      清平镇: '10',
      土场镇: '0',
    });
    // (20 + 25 + 32 + 35) ÷ 4 = 28.
    expect(await slot('mean', 'rules: { out: 万元, of: pm25, vs: groupMean, rate: 1 }', '2024-07')).toEqual({
      清平镇: '8',
      土场镇: '3',
      太和镇: '-4',
      三汇镇: '-7',
    });
  });

  it('the base year that the head names, once its figure is set', async () => {
    const words = 'params: { baseYear: 2015 }\nrules: { out: 万元, of: pm25, vs: base, in: pct, rate: 1 }';
    expect(await slot('base', words, '2024-07')).toMatchObject({ 太和镇: null });
    expect(lacksOf(await applyTo(made, 'base', '2024-07'), '太和镇')).toEqual(['PM2.5缺 2015 年基数：请用 figures set 录入']);
    await made.call('figures.set', {
      figures: [{ measure: 'A1-01', year: 2015, value: '64', unit: '太和镇' }],
      document: '2015年公报',
      reason: '基数',
    });
    expect(moneyOf(await applyTo(made, 'base', '2024-07'))).toMatchObject({ 太和镇: '50', 三汇镇: null });
  });

  it('a target entered for one period comes before any other', async () => {
    await made.call('schemes.enter', {
      id: 'own-targets',
      period: '2024-07',
      unit: '三汇',
      kind: 'param',
      name: 'PM2.5.target',
      value: '33',
      document: '调整通知',
    });
    expect(moneyOf(await applyTo(made, 'own-targets', '2024-07'))).toMatchObject({ 三汇镇: '-2', 清平镇: '19' });
    expect(moneyOf(await applyTo(made, 'own-targets', '2024-08'))).toMatchObject({ 三汇镇: '4' });
  });
});

describe('the account of a year', () => {
  it('adds the periods and clears them against the year', async () => {
    const words = `subjects: { units: [清平镇] }
targets: { pm25: 25 }
rules: { out: 万元, per: month, clear: year, times: [{ pool: 1200, split: equal }, { of: pm25, vs: target, met: 1, unmet: -1 }] }`;
    await addScheme(made, folder, 'cleared', words);
    const { rows, cleared } = await made.call('schemes.account', { source: { id: 'cleared' }, year: 2024 });
    expect(cleared).toBe(true);
    // Eleven months over 25, July under it: −1100 + 100; the year is over it: −1200.
    expect(rows).toMatchObject([{ subject: '清平镇', sum: '-1000', openPeriods: [], year: { amount: '-1200' }, clearing: '-200' }]);
    expect(rows[0]?.entries.map(({ amount }) => amount)).toEqual([
      '-100',
      '-100',
      '-100',
      '-100',
      '-100',
      '-100',
      '100',
      '-100',
      '-100',
      '-100',
      '-100',
      '-100',
    ]);
  });

  it('is not cleared while a period is missing', async () => {
    const { rows } = await made.call('schemes.account', { source: { id: 'cleared' }, year: 2024, subjects: '土场镇' });
    expect(rows).toMatchObject([{ subject: '土场镇', sum: '500', clearing: null, year: { amount: null } }]);
    expect(rows[0]?.openPeriods).toEqual(['2024-01', '2024-02', '2024-03', '2024-04', '2024-10', '2024-11', '2024-12']);
  });
});

describe('subjects', () => {
  it('are the kind that the head names, by its name or its id', async () => {
    await addScheme(made, folder, 'kinds', 'subjects: 镇街\nrules: { out: notice, per: month, rank: { of: pm25 } }');
    const { rows } = await applyTo(made, 'kinds', '2024-07');
    expect(rows).toHaveLength(31);
    expect(
      rows
        .filter(({ place }) => place !== null)
        .map(({ subject, place }) => `${place} ${subject}`)
        .toSorted(),
    ).toEqual(['1 清平镇', '2 土场镇', '3 太和镇', '4 三汇镇']);
    await addScheme(made, folder, 'district', 'subjects: { kinds: [district] }\nrules: { out: notice, per: month, rank: { of: pm25 } }');
    expect((await applyTo(made, 'district', '2024-07')).rows.map(({ subject }) => subject)).toEqual(['合川区']);
  });

  it('that the work does not have are refused with those it has', async () => {
    await addScheme(made, folder, 'cities', 'subjects: 设区的市\nrules: { out: notice, per: month, rank: { of: pm25 } }');
    const refused = await made.fail('schemes.apply', { source: { id: 'cities' }, period: '2024-07' });
    expect(refused).toMatchObject({ code: 'SCHEME_SUBJECTS', params: { subjects: '设区的市', known: '合川区、部门、镇街' } });
    const { rows } = await made.call('schemes.apply', { source: { id: 'cities' }, period: '2024-07', subjects: '镇街' });
    expect(rows).toHaveLength(31);
    const named = await made.call('schemes.apply', { source: { id: 'cities' }, period: '2024-07', subjects: '太和、清平镇' });
    expect(named.rows.map(({ subject }) => subject)).toEqual(['清平镇', '太和镇']);
  });
});
