import { expect, test } from 'vitest';
import { MEASURES } from '../../../../shared/domain/air/ranking/measures.ts';
import { rankingMeasures } from '../../../../shared/text/ranking-measure-text.ts';
import { movementText, rankingMethodText, rankingRemark, streakRuleText } from '../../../../shared/text/ranking-text.ts';
import { schemeWith } from '../domain/air/ranking/entries.ts';

test('every measure has its name', () => {
  expect([...rankingMeasures].toSorted()).toEqual([...MEASURES].toSorted());
});

test('the method is told from the data of the scheme', () => {
  expect(rankingMethodText(schemeWith(), '镇街')).toBe(
    '按PM2.5平均浓度由低到高排名；相同的，按优良天数比率由高到低。公布值相同的并列，其后名次空出。综合指数的浓度先修约（CO保留1位小数，其他取整数），各单项指数再修约到2位小数后相加。',
  );
  const mixed = schemeWith({
    method: 'mix',
    keys: [{ measure: 'pm25Mean', order: 'ascending' }],
    incomplete: 'unranked',
    mix: {
      by: 'scores',
      parts: [
        { measure: 'pm25Mean', order: 'ascending', weight: '0.5' },
        { measure: 'pm25Change', order: 'ascending', weight: '0.5' },
      ],
    },
    groups: [
      { id: 'key', name: '重点' },
      { id: 'default', name: '一般' },
    ],
    evaluation: { standard: '2026', index: { rounding: 'each', weights: { pm25: '3' } } },
  });
  expect(rankingMethodText(mixed, '镇街', { concentrations: true, days: 'kept' })).toBe(
    '按PM2.5平均浓度由低到高（权重0.5）、PM2.5同比变化率由低到高（权重0.5）的功效系数得分（最好100分，最差60分）加权平均，由高到低排名；相同的，按PM2.5平均浓度由低到高。公布值相同的并列，其后名次空出。重点、一般分组排名。缺少排名所需污染物的镇街不排名。各日均按GB 3095-2026过渡阶段限值、HJ 633-2026评价。浓度扣除沙尘影响日，天数不扣除。综合指数的浓度不先修约，各单项指数修约到2位小数后相加，综合指数权重：PM2.5×3。',
  );
});

test('the remark says why a town has no rank, or with what reserve it has one', () => {
  const row = { rank: 1, shared: false, gaps: [], pollutants: ['so2', 'no2', 'co', 'o3', 'pm10', 'pm25'], lacking: [] };
  expect(rankingRemark(row)).toBe('');
  expect(rankingRemark({ ...row, shared: true })).toBe('并列');
  expect(rankingRemark({ ...row, pollutants: ['pm10', 'pm25'] })).toBe('仅监测颗粒物，优良率不列位次');
  expect(
    rankingRemark({ ...row, rank: null, pollutants: ['pm10', 'pm25'], lacking: [{ measure: 'compositeIndex', reason: 'pollutants' }] }),
  ).toBe('仅监测颗粒物，不可比，不排名');
  expect(rankingRemark({ ...row, rank: null, lacking: [{ measure: 'pm25Change', reason: 'data' }] })).toBe(
    'PM2.5同比变化率数据不足，不排名',
  );
  expect(rankingRemark({ ...row, rank: null, gaps: [{ code: 'MONTH_DAYS_SHORT', month: '2024-07', validDays: 26, required: 27 }] })).toBe(
    '7月PM2.5有效天数不足，不排名',
  );
});

test('movement and rules read as sentences', () => {
  expect([3, -2, 0, null].map(movementText)).toEqual(['↑3', '↓2', '持平', '—']);
  expect(streakRuleText({ bottom: 3, months: 2, action: '约谈' })).toBe('连续2个月列最后3名：约谈');
});
