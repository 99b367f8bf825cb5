import { describe, expect, it } from 'vitest';
import {
  carriedTargets,
  dateWithin,
  demandWords,
  ownTargets,
  soFarWords,
  type TargetOutlook,
  targetWords,
} from '../../../../../../renderer/features/monitoring/outlook/outlook-words.ts';

const pm25 = { measure: 'pm25', operator: 'le', value: '32', decimals: 0 } as const;
const mean: TargetOutlook = {
  kind: 'mean',
  target: pm25,
  state: 'possible',
  usedDays: 200,
  meanExact: '30.12',
  mean: '30.1',
  atMost: { exact: '35.6', inclusive: true, published: '35.6' },
  atLeast: null,
};
const good: TargetOutlook = {
  kind: 'count',
  target: { measure: 'goodDayRatio', operator: 'ge', value: '83.5', decimals: 1 },
  state: 'possible',
  validSoFar: 200,
  validExpected: 365,
  soFar: 170,
  ratioExact: '85',
  ratio: '85.0',
  yearAtLeast: 305,
  yearAtMost: 365,
  stillAtLeast: 135,
  stillAtMost: 165,
  allowed: 30,
};

describe('倒排测算 in words', () => {
  it('says what the remaining days must keep', () => {
    expect(demandWords(mean, 165)).toBe('平均浓度不高于 35.6');
    expect(demandWords(good, 165)).toBe('至少还要 135 个优良天，最多还可有 30 个污染天');
    expect(demandWords({ ...good, target: { ...good.target, measure: 'heavyDayRatio' }, allowed: 0 }, 165)).toBe('不得再出现重污染天');
  });

  it('asks nothing where nothing can change', () => {
    expect(demandWords({ ...mean, state: 'met' }, 0)).toBe('全年已经结束');
    expect(demandWords({ ...good, state: 'secured' }, 20)).toBe('其余天数不影响结论');
    expect(demandWords({ ...mean, state: 'secured' }, 20)).toBe('其余天数不影响结论');
    expect(demandWords({ ...good, state: 'impossible', allowed: null }, 20)).toBe('无论其余天数如何都不能完成');
    expect(demandWords({ ...mean, state: 'noData' }, 20)).toBe('—');
  });

  it('says where the place stands and what it is held against', () => {
    expect([soFarWords(mean), soFarWords(good), targetWords(mean.target), targetWords(good.target)]).toEqual([
      '平均 30.1',
      '170/200 天，85.0%',
      '≤32',
      '≥83.5%',
    ]);
  });
});

describe('day of the 测算', () => {
  it('stays within its month', () => {
    expect([dateWithin(2024, 2, 31), dateWithin(2023, 2, 29), dateWithin(2024, 7, 5)]).toEqual(['2024-02-29', '2023-02-28', '2024-07-05']);
  });
});

const limit = (operator: 'ge' | 'le', value: string) => ({ kind: 'number', printed: value, operator, value }) as const;

describe('targets of a year without any', () => {
  const measures = [
    {
      subject: 'pm25',
      decimals: 0,
      targets: { 2024: limit('le', '39'), 2025: limit('le', '32'), 2027: limit('le', '30') },
    },
    { subject: 'good-days', decimals: 1, targets: { 2025: limit('ge', '83.5') } },
    { subject: 'heavy-pollution-days', decimals: 1, targets: { 2024: limit('le', '0') } },
    { subject: 'forecast', decimals: 0, targets: { 2025: limit('ge', '85') } },
  ] as const;

  it('are those of the last year before it, not of a later one', () => {
    expect(carriedTargets(measures, 2026)).toEqual({
      from: 2025,
      targets: [pm25, { measure: 'goodDayRatio', operator: 'ge', value: '83.5', decimals: 1 }],
    });
    expect(carriedTargets(measures, 2024)).toBeNull();
  });

  it('are the typed ones; a blank one is left out, and what is no number is refused', () => {
    expect(ownTargets({ pm25: ' 31.5 ', goodDayRatio: '', heavyDayRatio: '0' })).toEqual([
      { measure: 'pm25', operator: 'le', value: '31.5', decimals: 1 },
      { measure: 'heavyDayRatio', operator: 'le', value: '0', decimals: 1 },
    ]);
    for (const wrong of ['-1', '3,5', '31.55', 'x']) expect(ownTargets({ pm25: wrong, goodDayRatio: '', heavyDayRatio: '' })).toBeNull();
  });
});
