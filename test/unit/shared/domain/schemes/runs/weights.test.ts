import { describe, expect, it } from 'vitest';
import { weightsOf } from '../../../../../../shared/domain/schemes/runs/weights.ts';

describe('the weights of a scheme of rules', () => {
  it('are its factors and full marks, each with its place and what it counts for', () => {
    const found = weightsOf({
      out: 'points/100',
      sum: [
        {
          weighted: [
            [0.6, { of: 'pm25', share: 100 }],
            ['w', { manual: 'tasks' }],
          ],
          clause: '一',
        },
        { rows: 'annex1', total: 40, title: '任务' },
        { of: 'pm10', rate: 2 },
      ],
    });
    expect(found.map(({ path, kind, value, measures, title, clause }) => ({ path, kind, value, measures, title, clause }))).toEqual([
      { path: 'sum.0.weighted.0.0', kind: 'factor', value: '0.6', measures: ['pm25'], title: null, clause: ['一'] },
      { path: 'sum.0.weighted.0.1.share', kind: 'full', value: '100', measures: ['pm25'], title: null, clause: [] },
      { path: 'sum.1.total', kind: 'full', value: '40', measures: [], title: '任务', clause: [] },
    ]);
  });

  it('stand in the rules of each group, and not in what follows from the result', () => {
    const found = weightsOf({
      groups: { towns: { name: '镇街', of: 'pm25', share: 30 }, others: { of: 'pm10', met: 5, unmet: 0 } },
      veto: [{ if: { of: 'pm25' }, met: 1 }],
    });
    expect(found.map(({ path, group }) => [path, group])).toEqual([
      ['groups.towns.share', '镇街'],
      ['groups.others.met', 'others'],
    ]);
  });

  it('are none where rules give points by steps, tables or places', () => {
    expect(
      weightsOf({
        sum: [
          { of: 'pm25', rate: 2 },
          { of: 'pm10', table: [[35, 10]] },
          { placeOf: 'pm25', places: { 1: 3 } },
        ],
      }),
    ).toEqual([]);
  });
});
