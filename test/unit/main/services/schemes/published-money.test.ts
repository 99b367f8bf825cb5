import { describe, expect, it } from 'vitest';
import { type Figures, givenBy, money, points, publishedScheme, schemeOf } from '../../../../support/scheme-trial.ts';

describe('money by targets, changes and base years', () => {
  it('成都: (54, 250) → 340; (53, 250) → 560 with 30 passed on; (59, 240) → −120', () => {
    const goals = { 'pm25.target': 56, 'pm25.stretch': 53, 'goodDays.target': 245 };
    const rows = [
      { pm25: 54, goodDays: 250, ...goals },
      { pm25: 53, goodDays: 250, ...goals },
      { pm25: 59, goodDays: 240, ...goals },
    ];
    expect(givenBy(publishedScheme('成都'), rows)).toEqual([
      { money: '340', notices: '转拨30万元给3至5个镇街' },
      { money: '560', notices: '转拨30万元给3至5个镇街' },
      { money: '-120' },
    ]);
  });

  it('四川: the equal part of the 21 is 375 for 2017-1–9, −291.67 for a goal missed in 2018-1–7, 250 for half a year; the rest goes to improvers', () => {
    const still = { goodRatio: 80, 'goodRatio.lastYear': 80, 'pm25.lastYear': 50, 'pm25.target': 50 };
    const cities = (period: string, pm25: number): Figures[] =>
      Array.from({ length: 21 }, (_, index) => ({ ...still, subject: `市${index}`, period, pm25: index === 0 ? pm25 : 50 }));
    expect(money(publishedScheme('四川'), cities('2017-01..2017-09', 50))).toEqual(Array(21).fill('375'));
    expect(money(publishedScheme('四川'), cities('2018-01..2018-07', 51)).slice(0, 2)).toEqual(['-291.6667', '291.6667']);
    expect(money(publishedScheme('四川'), cities('2019-H1', 50))[0]).toBe('250');
    // The only improver takes the whole of the second part of the year: 500 + 4500.
    expect(money(publishedScheme('四川'), cities('2019', 40)).slice(0, 2)).toEqual(['5000', '500']);
  });

  it('山东: falls 5, 8, 3, −1 and +2.0 points of good days → 404, with factor 1.5 → 586', () => {
    const row = {
      pm25: 55,
      'pm25.lastYear': 60,
      pm10: 92,
      'pm10.lastYear': 100,
      so2: 17,
      'so2.lastYear': 20,
      no2: 41,
      'no2.lastYear': 40,
      goodRatio: '72.0',
      'goodRatio.lastYear': '70.0',
    };
    expect(
      money(publishedScheme('山东'), [
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
    expect(money(publishedScheme('湖北'), [row])).toEqual(['330']);
  });

  it('武汉: (55, 97) → 100; (58, 99) → 0; (63, 100) → −60; PM up on last year bars from honours', () => {
    const goals = { 'pm25.target': 60, 'pm10.target': 100, 'pm25.lastYear': 62, 'pm10.lastYear': 110 };
    const rows = [
      { pm25: 55, pm10: 97, ...goals },
      { pm25: 58, pm10: 99, ...goals },
      { pm25: 63, pm10: 100, ...goals },
    ];
    expect(givenBy(publishedScheme('武汉'), rows)).toEqual([{ money: '100' }, { money: '0' }, { money: '-60', notices: '不得评优评先' }]);
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
    expect(money(publishedScheme('安徽'), rows)).toEqual(['94.5', '47.25', '10.8', '0']);
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
    expect(money(publishedScheme('安徽'), year)).toEqual(['81', '-54', '0', '0', '13.5']);
  });

  it('安庆: 94.5 is split 37.8, 28.35, 18.9, 9.45 by place, a payment the other way round', () => {
    const districts = (amount: number): Figures[] => [4, 3, 2, 1].map((score) => ({ score, 'param:安徽': amount }));
    expect(money(publishedScheme('安庆'), districts(94.5))).toEqual(['37.8', '28.35', '18.9', '9.45']);
    expect(money(publishedScheme('安庆'), districts(-94.5))).toEqual(['-9.45', '-18.9', '-28.35', '-37.8']);
    const given = [1, 2, 3, 4].map((place) => ({ 'score.place': place, 'param:安徽': 94.5 }));
    expect(money(publishedScheme('安庆'), given)).toEqual(['37.8', '28.35', '18.9', '9.45']);
  });

  it('安庆2017: a point a per cent better or worse than last year, from 100 on', () => {
    const row = { pm10: 45, 'pm10.lastYear': 50, pm25: 33, 'pm25.lastYear': 30 };
    expect(points(publishedScheme('安庆2017'), [row])).toEqual(['100']);
  });

  it('山西: 8 over the base → −110 in marginal tiers, −160 in flat ones; 5 over → −50', () => {
    const row = (pm25: number): Figures => ({ pm25, 'pm25.base': 50, pm10: 80, 'pm10.base': 80, so2: 20, 'so2.base': 25 });
    expect(money(publishedScheme('山西'), [row(58), row(55)])).toEqual(['-110', '-50']);
    const flat = schemeOf('{out: 万元, each: [pm25], vs: base, tiers: [[5, 10], [rest, 20]], mode: flat}');
    expect(money(flat, [row(58), row(55)])).toEqual(['-160', '-50']);
  });

  it('太原 2021-10: 10.25 + 6.34 + 17.29 − 13 = 20.88', () => {
    const sum = schemeOf('{out: 万元, sum: [{param: pm25}, {param: pm10}, {param: so2}, {param: index}]}');
    expect(money(sum, [{ 'param:pm25': 10.25, 'param:pm10': 6.34, 'param:so2': 17.29, 'param:index': -13 }])).toEqual(['20.88']);
  });

  it('太原2020: month +3 days, 50, 30 → 110; +15, 100, 100 → 200; −25 → −200; year 80.0, 6.01, 51 → 400', () => {
    const month = (days: number, index: number, pm25: number, before = 10): Figures => ({
      goodDays: days,
      'goodDays.lastYear': before,
      'param:class_index': index,
      'param:class_pm25': pm25,
    });
    expect(money(publishedScheme('太原2020月'), [month(13, 50, 30), month(25, 100, 100), month(3, 0, 0, 28)])).toEqual([
      '110',
      '200',
      '-200',
    ]);
    expect(money(publishedScheme('太原2020年'), [{ goodRatio: '80.0', index: 6.01, pm25: 51 }])).toEqual(['400']);
  });

  it('青岛: target 60, last year 65: 57 → 130; 62 → 0; 67 → −120', () => {
    const rows = [57, 62, 67].map((pm25) => ({ pm25, 'pm25.target': 60, 'pm25.lastYear': 65 }));
    expect(money(publishedScheme('青岛'), rows)).toEqual(['130', '0', '-120']);
  });

  it('兰山: falls 4, 6, 2, 1 → 37; the others are only ranked by the index', () => {
    const street = {
      class: '四街道',
      pm25: 46,
      'pm25.lastYear': 50,
      pm10: 94,
      'pm10.lastYear': 100,
      so2: 18,
      'so2.lastYear': 20,
      no2: 39,
      'no2.lastYear': 40,
    };
    const rows = [street, { class: '其他', index: 5.1 }, { class: '其他', index: 4.9 }];
    expect(givenBy(publishedScheme('兰山'), rows)).toEqual([{ money: '37' }, { place: 2 }, { place: 1 }]);
  });
});
