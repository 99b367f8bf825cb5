import { describe, expect, it } from 'vitest';
import {
  column,
  type Figures,
  givenBy,
  money,
  places,
  points,
  publishedScheme,
  schemeOf,
  trialOf,
} from '../../../../support/scheme-trial.ts';

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
      money(publishedScheme('太原2019'), six)
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual([-100, -50, -30, 0, 80, 100]);
  });

  it('枣庄 2024-09: +100, +50, 0, 0, 0, 0, −200; 2019-12: places 1, 2, 3, 3, 5, 5, 7', () => {
    const scores = ['2.45', '2.55', '2.80', '3.55', '4.30', '4.90', '6.45'];
    expect(money(publishedScheme('枣庄区'), column('score', scores))).toEqual(['100', '50', '0', '0', '0', '0', '-200']);
    expect(places(publishedScheme('枣庄区'), column('score', ['1.8', '3.6', '3.8', '3.8', '4', '4', '7']))).toEqual([1, 2, 3, 3, 5, 5, 7]);
  });

  it('枣庄镇街: the last five two months running and above the limit → 约谈, three months → the leader; below the limit nothing', () => {
    const month = (period: string): Figures[] =>
      Array.from({ length: 65 }, (_, index) => ({
        subject: `镇${String(index).padStart(2, '0')}`,
        period,
        score: index + 1,
        pm10: 60,
        'pm10.limit': 70,
        'pm25.limit': 35,
        pm25: index === 63 ? 30 : 40,
      }));
    const given = givenBy(publishedScheme('枣庄镇街'), [...month('2024-01'), ...month('2024-02'), ...month('2024-03')]);
    const of = (town: number): (string | undefined)[] => [0, 1, 2].map((index) => given[index * 65 + town]?.notices);
    expect(of(64)).toEqual([undefined, '约谈', '问责分管']);
    expect(of(63)).toEqual([undefined, undefined, undefined]);
    expect(of(59)).toEqual([undefined, undefined, undefined]);
    expect([0, 9, 10, 54, 55, 64].map((town) => given[town]?.money)).toEqual(['30', '30', '0', '0', '-30', '-30']);
  });

  it('河北 2019-04 廊坊: counties 1, 2, 6, 9, 10 → 158, with 100 of the city 258; the list adds up to 0', () => {
    const counties = [1, 2, 6, 9, 10].map((place) => ({ 'score.place': place }));
    const paid = money(publishedScheme('河北县'), counties).map(Number);
    expect(paid).toEqual([50, 46, 30, 18, 14]);
    expect(paid.reduce((sum, one) => sum + one, 100)).toBe(258);
    const all = money(
      publishedScheme('河北县'),
      column(
        'score',
        Array.from({ length: 134 }, (_, index) => index),
      ),
    );
    expect(all.reduce((sum, one) => sum + Number(one), 0)).toBe(0);
    const worse = { score: 1, index: 6, 'index.lastYear': 5, pm25: 30, 'pm25.lastYear': 30 };
    expect(givenBy(publishedScheme('河北县'), [worse, { ...worse, index: 5.9 }]).map(({ notices }) => notices)).toEqual([
      '通报批评',
      undefined,
    ]);
  });

  it('郑州: last in both → −400; first in one and second in the other → 250', () => {
    const rows = [
      { pm10: 60, pm25: 31 },
      { pm10: 61, pm25: 30 },
      { pm10: 70, pm25: 40 },
      { pm10: 80, pm25: 50 },
    ];
    expect(money(publishedScheme('郑州'), rows)).toEqual(['250', '250', '0', '-400']);
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
    const given = givenBy(publishedScheme('日照'), months);
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
    const trial = trialOf(publishedScheme('济南2019'), rows);
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
    expect(places(publishedScheme('济南2021'), rows)).toEqual([2, 1, 3]);
    expect([105 - 105, 150 - 155]).toEqual([0, -5]);
  });

  it('北京 2023-01 road dust: places 1, 2, 2, 4, 5, 6, 7, 8, 8, 10, 10, 12', () => {
    const dust = ['0.32', '0.36', '0.36', '0.39', '0.50', '0.51', '0.52', '0.54', '0.54', '0.58', '0.58', '0.62'];
    expect(places(publishedScheme('尘负荷'), column('roadDust', dust))).toEqual([1, 2, 2, 4, 5, 6, 7, 8, 8, 10, 10, 12]);
  });
});
