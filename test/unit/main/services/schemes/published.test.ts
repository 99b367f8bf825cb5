import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSchemeText } from '../../../../../main/services/schemes/language/read-scheme-file.ts';
import { checkSchemes } from '../../../../../shared/domain/schemes/check-scheme.ts';
import { TEMPLATES } from '../../../../support/core.ts';
import { type Figures, givenBy, money, places, points, publishedText, schemeOf, trialOf } from '../../../../support/scheme-trial.ts';

const KEYS = [
  ...[
    '成都',
    '四川',
    '山东',
    '湖北',
    '武汉',
    '安徽',
    '安庆',
    '安庆2017',
    '山西',
    '太原2019',
    '太原2020月',
    '太原2020年',
    '枣庄镇街',
    '枣庄区',
  ],
  ...['河北县', '郑州', '日照', '济南2019', '济南2021', '潍坊', '责任书', '十条', '青岛', '兰山', '尘负荷', '攻坚战', '温州', '温州2013'],
  ...['基础超额', '互评'],
];
const published = (key: string) => schemeOf(publishedText(key));
const column = (name: string, values: readonly (string | number)[]): Figures[] => values.map((value) => ({ [name]: value }));

describe('the published schemes', () => {
  it('are the thirty', () => {
    const files = readdirSync(join(TEMPLATES, 'schemes', 'published')).filter((name) => name.endsWith('.yml'));
    expect(files.map((name) => name.slice(0, -4)).toSorted()).toEqual(KEYS.toSorted());
  });

  it.each(KEYS)('%s is usable, says where it comes from and what is known, and carries its summary under its heading', (key) => {
    const { schemes, problems } = checkSchemes(parseSchemeText(publishedText(key)).data);
    const [checked] = schemes;
    expect(problems).toEqual([]);
    expect(checked?.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const head = checked?.scheme.head;
    expect(head?.textHead).toBe('原文未见，据报道整理');
    expect(head?.source).toBeTruthy();
    expect(head?.known?.length).toBeGreaterThan(0);
    expect(head?.text?.length).toBeGreaterThan(0);
    expect(checked?.scheme.clauses.withoutClause).toEqual([]);
  });

  it('name assumptions wherever the text was not seen', () => {
    const assuming = KEYS.filter((key) => (published(key).head.assumed?.length ?? 0) > 0);
    expect(assuming).toEqual(
      expect.arrayContaining(['成都', '四川', '山东', '湖北', '山西', '太原2019', '济南2019', '潍坊', '青岛', '兰山', '温州', '互评']),
    );
  });
});

describe('money by targets, changes and base years', () => {
  it('成都: (54, 250) → 340; (53, 250) → 560 with 30 passed on; (59, 240) → −120', () => {
    const goals = { 'pm25.target': 56, 'pm25.stretch': 53, 'goodDays.target': 245 };
    const rows = [
      { pm25: 54, goodDays: 250, ...goals },
      { pm25: 53, goodDays: 250, ...goals },
      { pm25: 59, goodDays: 240, ...goals },
    ];
    expect(givenBy(published('成都'), rows)).toEqual([
      { money: '340', notices: '转拨30万元给3至5个镇街' },
      { money: '560', notices: '转拨30万元给3至5个镇街' },
      { money: '-120' },
    ]);
  });

  it('四川: the equal part of the 21 is 375 for 2017-1–9, −291.67 for a goal missed in 2018-1–7, 250 for half a year; the rest goes to improvers', () => {
    const still = { goodRatio: 80, 'goodRatio.lastYear': 80, 'pm25.lastYear': 50, 'pm25.target': 50 };
    const cities = (period: string, pm25: number): Figures[] =>
      Array.from({ length: 21 }, (_, index) => ({ ...still, subject: `市${index}`, period, pm25: index === 0 ? pm25 : 50 }));
    expect(money(published('四川'), cities('2017-01..2017-09', 50))).toEqual(Array(21).fill('375'));
    expect(money(published('四川'), cities('2018-01..2018-07', 51)).slice(0, 2)).toEqual(['-291.6667', '291.6667']);
    expect(money(published('四川'), cities('2019-H1', 50))[0]).toBe('250');
    // The only improver takes the whole of the second part of the year: 500 + 4500.
    expect(money(published('四川'), cities('2019', 40)).slice(0, 2)).toEqual(['5000', '500']);
  });

  it('山东: falls 5, 8, 3, −1 and +2.0 points of good days → 404, with factor 1.5 → 586', () => {
    const row = {
      ...{ pm25: 55, 'pm25.lastYear': 60, pm10: 92, 'pm10.lastYear': 100, so2: 17, 'so2.lastYear': 20, no2: 41, 'no2.lastYear': 40 },
      ...{ goodRatio: '72.0', 'goodRatio.lastYear': '70.0' },
    };
    expect(
      money(published('山东'), [
        { ...row, 'param:factor': 1 },
        { ...row, 'param:factor': 1.5 },
      ]),
    ).toEqual(['404', '586']);
  });

  it('临沂高新区 2015-Q1: falls SO2 45, NO2 2, PM10 45 by 80 % and 20 % at 5 a point → score 36.4, 182', () => {
    const rule = (times: number): string =>
      `{out: 万元, vs: lastYear, times: [${times}, {weighted: [[0.8, {mean: [{of: so2}, {of: pm10}]}], [0.2, {of: no2}]]}]}`;
    const row = { so2: 55, 'so2.lastYear': 100, pm10: 105, 'pm10.lastYear': 150, no2: 48, 'no2.lastYear': 50 };
    expect(money(schemeOf(rule(1)), [row])).toEqual(['36.4']);
    expect(money(schemeOf(rule(5)), [row])).toEqual(['182']);
  });

  it('湖北: m 30, k 1, falls 8 and 3 → 330', () => {
    const row = { 'param:m': 30, 'param:k': 1, pm10: 92, 'pm10.lastYear': 100, pm25: 57, 'pm25.lastYear': 60 };
    expect(money(published('湖北'), [row])).toEqual(['330']);
  });

  it('武汉: (55, 97) → 100; (58, 99) → 0; (63, 100) → −60; PM up on last year bars from honours', () => {
    const goals = { 'pm25.target': 60, 'pm10.target': 100, 'pm25.lastYear': 62, 'pm10.lastYear': 110 };
    const rows = [
      { pm25: 55, pm10: 97, ...goals },
      { pm25: 58, pm10: 99, ...goals },
      { pm25: 63, pm10: 100, ...goals },
    ];
    expect(givenBy(published('武汉'), rows)).toEqual([{ money: '100' }, { money: '0' }, { money: '-60', notices: '不得评优评先' }]);
  });

  it('安徽: 安庆 2018-Q3 30→24, 47→44 with k 18 → 94.5; the coefficient is 1, 0.5, 0.2; a year missed counts 0.9 and 1.1', () => {
    const row = { pm10: 44, 'pm10.lastYear': 47, 'pm25.lastYear': 30, 'param:k': 18, 'param:provinceFall': 15 };
    const rows = [
      { ...row, pm25: 24, 'pm25.target': 25 },
      { ...row, pm25: 24, 'pm25.target': 23 },
      { ...row, pm25: 27, 'pm25.target': 23 },
      { ...row, pm25: 31, 'pm25.target': 23 },
    ];
    // 94.5; half of it; 0.2 × 18 × (0.75×3 + 0.25×3); up: 18 × (−0.75 + 0.75)
    expect(money(published('安徽'), rows)).toEqual(['94.5', '47.25', '10.8', '0']);
    const quarter = (period: string, pm25: number): Figures => ({
      ...row,
      subject: '安庆',
      period,
      pm25,
      'pm25.target': 26,
      'pm10.lastYear': 44,
    });
    const year = [quarter('2018-Q1', 24), quarter('2018-Q2', 34), quarter('2018-Q3', 30), quarter('2018-Q4', 30), quarter('2018', 29.5)];
    // 81 and −54 and twice 0; the year's goal is missed: 81 × 0.9 − 54 × 1.1
    expect(money(published('安徽'), year)).toEqual(['81', '-54', '0', '0', '13.5']);
  });

  it('安庆: 94.5 is split 37.8, 28.35, 18.9, 9.45 by place, a payment the other way round', () => {
    const districts = (amount: number): Figures[] => [4, 3, 2, 1].map((score) => ({ score, 'param:安徽': amount }));
    expect(money(published('安庆'), districts(94.5))).toEqual(['37.8', '28.35', '18.9', '9.45']);
    expect(money(published('安庆'), districts(-94.5))).toEqual(['-9.45', '-18.9', '-28.35', '-37.8']);
    const given = [1, 2, 3, 4].map((place) => ({ 'score.place': place, 'param:安徽': 94.5 }));
    expect(money(published('安庆'), given)).toEqual(['37.8', '28.35', '18.9', '9.45']);
  });

  it('安庆2017: a point a per cent better or worse than last year, from 100 on', () => {
    const row = { pm10: 45, 'pm10.lastYear': 50, pm25: 33, 'pm25.lastYear': 30 };
    expect(points(published('安庆2017'), [row])).toEqual(['100']);
  });

  it('山西: 8 over the base → −110 in marginal tiers, −160 in flat ones; 5 over → −50', () => {
    const row = (pm25: number): Figures => ({ pm25, 'pm25.base': 50, pm10: 80, 'pm10.base': 80, so2: 20, 'so2.base': 25 });
    expect(money(published('山西'), [row(58), row(55)])).toEqual(['-110', '-50']);
    const flat = schemeOf('{out: 万元, each: [pm25], vs: base, tiers: [[5, 10], [rest, 20]], mode: flat}');
    expect(money(flat, [row(58), row(55)])).toEqual(['-160', '-50']);
  });

  it('太原 2021-10: 10.25 + 6.34 + 17.29 − 13 = 20.88', () => {
    const sum = schemeOf('{out: 万元, sum: [{param: pm25}, {param: pm10}, {param: so2}, {param: index}]}');
    expect(money(sum, [{ 'param:pm25': 10.25, 'param:pm10': 6.34, 'param:so2': 17.29, 'param:index': -13 }])).toEqual(['20.88']);
  });

  it('太原2020: month +3 days, 50, 30 → 110; +15, 100, 100 → 200; −25 → −200; year 80.0, 6.01, 51 → 400', () => {
    const month = (days: number, index: number, pm25: number): Figures => ({
      ...{ goodDays: days, 'goodDays.lastYear': 10, 'param:class_index': index, 'param:class_pm25': pm25 },
    });
    expect(money(published('太原2020月'), [month(13, 50, 30), month(25, 100, 100), month(-15, 0, 0)])).toEqual(['110', '200', '-200']);
    expect(money(published('太原2020年'), [{ goodRatio: '80.0', index: 6.01, pm25: 51 }])).toEqual(['400']);
  });

  it('青岛: target 60, last year 65: 57 → 130; 62 → 0; 67 → −120', () => {
    const rows = [57, 62, 67].map((pm25) => ({ pm25, 'pm25.target': 60, 'pm25.lastYear': 65 }));
    expect(money(published('青岛'), rows)).toEqual(['130', '0', '-120']);
  });

  it('兰山: falls 4, 6, 2, 1 → 37; the others are only ranked by the index', () => {
    const street = {
      ...{ class: '四街道', pm25: 46, 'pm25.lastYear': 50, pm10: 94, 'pm10.lastYear': 100 },
      ...{ so2: 18, 'so2.lastYear': 20, no2: 39, 'no2.lastYear': 40 },
    };
    const rows = [street, { class: '其他', index: 5.1 }, { class: '其他', index: 4.9 }];
    expect(givenBy(published('兰山'), rows)).toEqual([{ money: '37' }, { place: 2 }, { place: 1 }]);
  });
});

describe('money and notices by place', () => {
  it('太原2019: A–D of 80, 70, 90, 60 weigh to 72.8; the first two and the last three are paid and pay', () => {
    // Each column runs from 0 to 100 points; the second row stands at 80, 70, 90 and 60 of them.
    const rows = [
      { index: 5, 'index.lastYear': 10, pm10: 50, 'pm10.lastYear': 100 },
      { index: 6, 'index.lastYear': 10, pm10: 55, 'pm10.lastYear': 75 },
      { index: 10, 'index.lastYear': 10, pm10: 100, 'pm10.lastYear': 100 },
    ];
    const weighing = schemeOf(
      '{out: points/100, weighted: [[0.16, {param: A}], [0.24, {param: B}], [0.24, {param: C}], [0.36, {param: D}]]}',
    );
    expect(points(weighing, [{ 'param:A': 80, 'param:B': 70, 'param:C': 90, 'param:D': 60 }])).toEqual(['72.8']);
    const six = [...rows, ...rows.map((row) => ({ ...row, pm10: row.pm10 + 1, index: row.index + 1 }))];
    expect(
      money(published('太原2019'), six)
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual([-100, -50, -30, 0, 80, 100]);
  });

  it('枣庄 2024-09: +100, +50, 0, 0, 0, 0, −200; 2019-12: places 1, 2, 3, 3, 5, 5, 7', () => {
    const scores = ['2.45', '2.55', '2.80', '3.55', '4.30', '4.90', '6.45'];
    expect(money(published('枣庄区'), column('score', scores))).toEqual(['100', '50', '0', '0', '0', '0', '-200']);
    expect(places(published('枣庄区'), column('score', ['1.8', '3.6', '3.8', '3.8', '4', '4', '7']))).toEqual([1, 2, 3, 3, 5, 5, 7]);
  });

  it('枣庄镇街: the last five two months running and above the limit → 约谈, three months → the leader; below the limit nothing', () => {
    const month = (period: string): Figures[] =>
      Array.from({ length: 65 }, (_, index) => ({
        ...{ subject: `镇${String(index).padStart(2, '0')}`, period, score: index + 1, pm10: 60, 'pm10.limit': 70, 'pm25.limit': 35 },
        pm25: index === 63 ? 30 : 40,
      }));
    const given = givenBy(published('枣庄镇街'), [...month('2024-01'), ...month('2024-02'), ...month('2024-03')]);
    const of = (town: number): (string | undefined)[] => [0, 1, 2].map((index) => given[index * 65 + town]?.notices);
    expect(of(64)).toEqual([undefined, '约谈', '问责分管']);
    expect(of(63)).toEqual([undefined, undefined, undefined]);
    expect(of(59)).toEqual([undefined, undefined, undefined]);
    expect([0, 9, 10, 54, 55, 64].map((town) => given[town]?.money)).toEqual(['30', '30', '0', '0', '-30', '-30']);
  });

  it('河北 2019-04 廊坊: counties 1, 2, 6, 9, 10 → 158, with 100 of the city 258; the list adds up to 0', () => {
    const counties = [1, 2, 6, 9, 10].map((place) => ({ 'score.place': place }));
    const paid = money(published('河北县'), counties).map(Number);
    expect(paid).toEqual([50, 46, 30, 18, 14]);
    expect(paid.reduce((sum, one) => sum + one, 100)).toBe(258);
    const all = money(
      published('河北县'),
      column(
        'score',
        Array.from({ length: 134 }, (_, index) => index),
      ),
    );
    expect(all.reduce((sum, one) => sum + Number(one), 0)).toBe(0);
    const worse = { score: 1, index: 6, 'index.lastYear': 5, pm25: 30, 'pm25.lastYear': 30 };
    expect(givenBy(published('河北县'), [worse, { ...worse, index: 5.9 }]).map(({ notices }) => notices)).toEqual(['通报批评', undefined]);
  });

  it('郑州: last in both → −400; first in one and second in the other → 250', () => {
    const rows = [
      { pm10: 60, pm25: 31 },
      { pm10: 61, pm25: 30 },
      { pm10: 70, pm25: 40 },
      { pm10: 80, pm25: 50 },
    ];
    expect(money(published('郑州'), rows)).toEqual(['250', '250', '0', '-400']);
  });

  it('日照: both groups by their own list; last 预警, two months running 挂牌督办, three 约谈', () => {
    const months = ['2021-01', '2021-02', '2021-03'].flatMap((period) => [
      ...[9, 8, 7, 6].map((score, index) => ({ subject: `重${index}`, class: '重点', period, score })),
      ...Array.from({ length: 12 }, (_, index) => ({
        subject: `其${String(index).padStart(2, '0')}`,
        class: '其他',
        period,
        score: 50 - index,
      })),
    ]);
    const given = givenBy(published('日照'), months);
    expect(given.slice(0, 16).map((row) => row.money)).toEqual([
      '20',
      '15',
      '-15',
      '-20',
      '15',
      '15',
      '15',
      '10',
      '10',
      '0',
      '0',
      '-10',
      '-10',
      '-15',
      '-15',
      '-15',
    ]);
    expect([3, 19, 35].map((index) => given[index]?.notices)).toEqual(['预警', '挂牌督办', '约谈']);
    expect([2, 18, 34].map((index) => given[index]?.notices)).toEqual([undefined, undefined, undefined]);
  });

  it('济南 2019-07: worst in both → 60; 65 and +7.1 % → 90.43, 81.38 → 85.91', () => {
    const rows = [
      { pm10: 135, 'pm10.lastMonth': '101.9637462' },
      { pm10: 43, 'pm10.lastMonth': '73.5042735' },
      { pm10: '65', 'pm10.lastMonth': '69.9677072' },
    ];
    const trial = trialOf(published('济南2019'), rows);
    const values = trial.rows.map(({ result }) => Number(result?.points?.fixed(2)));
    expect(values).toEqual([60, 100, 85.91]);
    expect(trial.rows[2]?.result?.explanation.children.map(({ params }) => Number(params['result']).toFixed(2))).toEqual([
      '90.43',
      '81.38',
    ]);
  });

  it('济南2021 ranks by the sum of three pollutants; 2022-01 nets +105/−105 and 2022-03 +150/−155 are no zero sum', () => {
    const rows = [
      { pm10: 60, pm25: 30, so2: 9 },
      { pm10: 61, pm25: 28, so2: 9 },
      { pm10: 50, pm25: 40, so2: 10 },
    ];
    expect(places(published('济南2021'), rows)).toEqual([2, 1, 3]);
    expect([105 - 105, 150 - 155]).toEqual([0, -5]);
  });

  it('北京 2023-01 road dust: places 1, 2, 2, 4, 5, 6, 7, 8, 8, 10, 10, 12', () => {
    const dust = ['0.32', '0.36', '0.36', '0.39', '0.50', '0.51', '0.52', '0.54', '0.54', '0.58', '0.58', '0.62'];
    expect(places(published('尘负荷'), column('roadDust', dust))).toEqual([1, 2, 2, 4, 5, 6, 7, 8, 8, 10, 10, 12]);
  });
});

describe('points and grades', () => {
  it('潍坊: PM2.5 met, PM10 at 90 %, ratio at 95 %, tasks 36, minus 12 → 83.4', () => {
    const row = {
      ...{ pm25: 50, 'pm25.target': 50, pm10: 100, 'pm10.target': 90, goodRatio: 76, 'goodRatio.target': 80 },
      ...{ 'manual:tasks': 36, 'manual:minus': -12 },
    };
    expect(points(published('潍坊'), [row])).toEqual(['83.4']);
  });

  it('责任书: gaps 3.4, 1, 2.2 → 2.5 in whole steps, 2.25 exact; target 39: 40.4 → 0.5, 42 → 0', () => {
    const row = { pm10: 73.4, 'pm10.target': 70, pm25: 40, 'pm25.target': 39, goodRatio: 79.1, 'goodRatio.target': 81.3 };
    expect(points(published('责任书'), [row])).toEqual(['2.5']);
    const exact = schemeOf(publishedText('责任书').replaceAll('steps: whole', 'steps: exact'));
    expect(points(exact, [row])).toEqual(['2.25']);
    const met = { ...row, pm10: 70, goodRatio: 81.3 };
    expect(
      points(published('责任书'), [
        { ...met, pm25: 40.4 },
        { ...met, pm25: 42 },
      ]),
    ).toEqual(['4.5', '4']);
  });

  it('责任书, the older form: 20 days short of the goal → 3; 70 × rate − 63 → 7, 3.5, 0', () => {
    const days = schemeOf('{out: points/100, vs: target, sum: [7, {of: goodDays, rate: {loss: 0.2}}], floor: 0}');
    expect(
      points(
        days,
        [280, 300, 260].map((goodDays) => ({ goodDays, 'goodDays.target': 300 })),
      ),
    ).toEqual(['3', '7', '0']);
    const rate = schemeOf('{out: points/100, sum: [{times: [70, {param: rate}]}, -63], floor: 0}');
    expect(points(rate, column('param:rate', ['1', '0.95', '0.90']))).toEqual(['7', '3.5', '0']);
  });

  it('十条: air 86, tasks 74 → 74 良好; PM2.5 up by 0.1 → 0 不合格', () => {
    const row = { 'pm25.lastYear': 40, 'manual:air': 86, 'manual:tasks': 74 };
    expect(
      givenBy(published('十条'), [
        { ...row, pm25: 40 },
        { ...row, pm25: 40.1 },
      ]),
    ).toEqual([
      { points: '74', grade: '良好', place: 1 },
      { points: '0', grade: '不合格', place: 2 },
    ]);
  });

  it('攻坚战: 95 → 优秀; 95 with the event → 良好', () => {
    const rows = [{ 'manual:total': 95 }, { 'manual:total': 95, 'event:特别重大': 1 }];
    expect(givenBy(published('攻坚战'), rows).map(({ grade }) => grade)).toEqual(['优秀', '良好']);
    expect(givenBy(published('攻坚战'), [{ 'manual:total': 95 }]).map(({ grade }) => grade)).toEqual(['优秀']);
  });

  it('温州: place 3 → 42; 2013: 60 with gaps 4, 10, −30 → 63.5', () => {
    expect(points(published('温州'), [{ 'pm25.place': 3 }])).toEqual(['42']);
    expect(points(published('温州2013'), [{ 'param:rate0': 60, 'param:g1': 4, 'param:g2': 10, 'param:g3': -30 }])).toEqual(['63.5']);
  });

  it('基础超额: +4 → 50; −10 → 43; +60 → 72; a count of 25 points at target 20: 22 → 31, 18 → 19', () => {
    const rows = [14, 0, 70].map((growth) => ({ growth, 'growth.target': 10 }));
    expect(points(published('基础超额'), rows)).toEqual(['50', '43', '72']);
    const count = schemeOf('{out: points/1000, sum: [25, {of: count, vs: target, rate: 3}]}');
    expect(
      points(
        count,
        [22, 18].map((value) => ({ count: value, 'count.target': 20 })),
      ),
    ).toEqual(['31', '19']);
  });

  it('互评: 92, 88, 90, +1 → 91.2 优秀; 85, 80, 79, 0 → 81.7 良好', () => {
    const row = (peers: number, counties: number, daily: number, bonus: number): Figures => ({
      ...{ 'manual:peers': peers, 'manual:counties': counties, 'manual:daily': daily, 'manual:bonus': bonus },
    });
    expect(givenBy(published('互评'), [row(92, 88, 90, 1), row(85, 80, 79, 0)])).toEqual([
      { points: '91.2', grade: '优秀', place: 1 },
      { points: '81.7', grade: '良好', place: 2 },
    ]);
  });

  it('a vote of 6, 3, 1, 0 out of 10 → 90', () => {
    const vote = schemeOf('{out: points/100, weighted: [[0.6, 100], [0.3, 80], [0.1, 60], [0, 40]]}');
    expect(points(vote, [{ subject: '甲' }])).toEqual(['90']);
  });

  it('杭州 2018: at most 15 % 优秀 and 20 % 良好 of the units', () => {
    const rule = '{out: points/100, sum: [{manual: total}], grades: {优秀: 90, 良好: 80, 较差: 0}, quota: {优秀: 15%, 良好: 0.2}}';
    const given = givenBy(
      schemeOf(rule),
      column(
        'manual:total',
        Array.from({ length: 20 }, (_, index) => 100 - index / 2),
      ),
    );
    expect(given.map(({ grade }) => grade)).toEqual([...Array(3).fill('优秀'), ...Array(4).fill('良好'), ...Array(13).fill('较差')]);
  });
});
