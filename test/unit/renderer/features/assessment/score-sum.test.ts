import { describe, expect, it } from 'vitest';
import { shortened } from '../../../../../renderer/features/assessment/figure-view.tsx';
import { scoreSum, sumSentences } from '../../../../../renderer/features/assessment/score-sum.ts';
import { sourceName } from '../../../../../renderer/features/assessment/source-links.tsx';
import type { RowState, ScoreRow, SourceRef, SubjectScore } from '../../../../../shared/domain/assessment/types.ts';

const row = (rowId: string, max: string, points: string | null, state: RowState = 'met'): ScoreRow => ({
  rowId,
  title: rowId,
  max,
  points,
  state,
  figures: [],
});

const town: SubjectScore = {
  subjectId: 'town-1',
  kind: 'town',
  kindName: '镇街',
  name: '甲镇',
  reported: true,
  total: '99.00',
  exactTotal: '96.67',
  grade: '优秀',
  parts: [
    { id: 'air', title: '空气质量', max: '60.00', points: '60.00', rows: [row('A1-01', '60.00', '60.00')] },
    {
      id: 'items',
      title: '年度事项',
      max: '40.00',
      points: '36.67',
      rows: [row('A3-1', '36.67', '36.67'), row('A3-2', '3.33', null, 'notApplicable')],
    },
  ],
  penalties: [{ id: 'lateReturn', points: '-1.00', rule: { code: 'penaltyLate', params: {} }, sources: [] }],
};

describe('steps from the rows to the total', () => {
  it('leaves rows that do not count out of the points that could be had', () => {
    expect(scoreSum(town)).toEqual({
      points: '96.67',
      counted: '96.67',
      leftRows: 1,
      leftPoints: '3.33',
      absent: '0.00',
      penalties: '-1.00',
    });
  });

  it('says each step once, the total last', () => {
    expect(sumSentences(town)).toEqual([
      '各项得分合计 96.67 分，计入的分值合计 96.67 分',
      '其中 1 项不涉及，3.33 分不计入',
      '按百分制折算：96.67 ÷ 96.67 × 100 = 100.00 分',
      '扣分合计 -1.00 分',
      '总分 99.00 分，优秀',
    ]);
  });

  it('says which part a unit has nothing of', () => {
    const onlyItems = { ...town, parts: town.parts.slice(1), exactTotal: '36.67', penalties: [] };
    expect(sumSentences(onlyItems)[2]).toBe('该单位没有承担的部分（60.00 分）不计入');
  });

  it('says that nothing counts instead of dividing by nothing', () => {
    expect(sumSentences({ ...town, parts: [], exactTotal: '0', total: '0.00', grade: '不评定' })).toEqual([
      '没有计入的考核内容，不评定得分',
      '总分 0.00 分，不评定',
    ]);
  });
});

describe('figures and their sources', () => {
  it('shortens an endless quotient visibly and leaves a short value whole', () => {
    expect([shortened('82.87292817679558011'), shortened('36.8'), shortened('37')]).toEqual(['82.8729281767…', '36.8', '37']);
  });

  it('names daily values by their first and last cell', () => {
    const source = (field: SourceRef['field'], cell: string): SourceRef => ({
      file: '甲.xlsx',
      sha256: 'x',
      sheet: '空气监测',
      cell,
      raw: '',
      unitId: 'town-1',
      field,
    });
    const daily = [source('pm25', 'B5'), source('pm25', 'B370')];
    expect([sourceName(daily, 0), sourceName(daily, 1), sourceName([source('numerator', 'H5')], 0)]).toEqual([
      '首个PM2.5日均值',
      '末个PM2.5日均值',
      '分子',
    ]);
  });
});
