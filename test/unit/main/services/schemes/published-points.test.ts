import { describe, expect, it } from 'vitest';
import { column, type Figures, givenBy, points, publishedScheme, publishedText, schemeOf } from '../../../../support/scheme-trial.ts';

describe('points and grades', () => {
  it('潍坊: PM2.5 met, PM10 at 90 %, ratio at 95 %, tasks 36, minus 12 → 83.4', () => {
    const row = {
      pm25: 50,
      'pm25.target': 50,
      pm10: 100,
      'pm10.target': 90,
      goodRatio: 76,
      'goodRatio.target': 80,
      'manual:tasks': 36,
      'manual:minus': -12,
    };
    expect(points(publishedScheme('潍坊'), [row])).toEqual(['83.4']);
  });

  it('责任书: gaps 3.4, 1, 2.2 → 2.5 in whole steps, 2.25 exact; target 39: 40.4 → 0.5, 42 → 0', () => {
    const row = { pm10: 73.4, 'pm10.target': 70, pm25: 40, 'pm25.target': 39, goodRatio: 79.1, 'goodRatio.target': 81.3 };
    expect(points(publishedScheme('责任书'), [row])).toEqual(['2.5']);
    const exact = schemeOf(publishedText('责任书').replaceAll('steps: whole', 'steps: exact'));
    expect(points(exact, [row])).toEqual(['2.25']);
    const met = { ...row, pm10: 70, goodRatio: 81.3 };
    expect(
      points(publishedScheme('责任书'), [
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
      givenBy(publishedScheme('十条'), [
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
    expect(givenBy(publishedScheme('攻坚战'), rows).map(({ grade }) => grade)).toEqual(['优秀', '良好']);
    expect(givenBy(publishedScheme('攻坚战'), [{ 'manual:total': 95 }]).map(({ grade }) => grade)).toEqual(['优秀']);
  });

  it('温州: place 3 → 42; 2013: 60 with gaps 4, 10, −30 → 63.5', () => {
    expect(points(publishedScheme('温州'), [{ 'pm25.place': 3 }])).toEqual(['42']);
    expect(points(publishedScheme('温州2013'), [{ 'param:rate0': 60, 'param:g1': 4, 'param:g2': 10, 'param:g3': -30 }])).toEqual(['63.5']);
  });

  it('基础超额: +4 → 50; −10 → 43; +60 → 72; a count of 25 points at target 20: 22 → 31, 18 → 19', () => {
    const rows = [14, 0, 70].map((growth) => ({ growth, 'growth.target': 10 }));
    expect(points(publishedScheme('基础超额'), rows)).toEqual(['50', '43', '72']);
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
      'manual:peers': peers,
      'manual:counties': counties,
      'manual:daily': daily,
      'manual:bonus': bonus,
    });
    expect(givenBy(publishedScheme('互评'), [row(92, 88, 90, 1), row(85, 80, 79, 0)])).toEqual([
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
