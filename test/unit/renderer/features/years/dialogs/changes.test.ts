import { describe, expect, it } from 'vitest';
import { changeOf, changeWords, type Held, inverseOf } from '../../../../../../renderer/features/years/dialogs/changes.ts';
import type { YearChoices } from '../../../../../../shared/contract/years.ts';

const before: Held = {
  list: 1,
  scheme: 's1',
  due: '2027-01-15',
  rounds: ['year'],
  roundsDue: { '2026-Q1': '2026-04-10' },
  units: ['甲局', '乙镇'],
};
const choices: YearChoices = {
  year: 2026,
  lists: [
    { id: 1, document: '一号', title: '清单', items: 34 },
    { id: 2, document: '二号', title: '清单', items: 20 },
  ],
  schemes: [
    { id: 's1', title: '旧办法', number: 1, fromYear: 2024, demonstration: true },
    { id: 's2', title: '新办法', number: 1, fromYear: 2026, demonstration: false },
  ],
  units: [],
  targets: [],
};

describe('a change of a year', () => {
  it('names only what is different', () => {
    expect(changeOf(before, before)).toEqual({});
    expect(changeOf(before, { ...before, units: ['乙镇', '甲局'] })).toEqual({});
    expect(changeOf(before, { ...before, due: '2027-02-01', list: 2 })).toEqual({ due: '2027-02-01', list: 2 });
    expect(changeOf(before, { ...before, due: null, roundsDue: { '2026-Q1': '2026-04-10', '2026-Q2': null } })).toEqual({});
  });

  it('sets days only of rounds that the year has', () => {
    const roundsDue = { ...before.roundsDue, '2026-Q2': '2026-07-10' };
    expect(changeOf(before, { ...before, roundsDue })).toEqual({});
    const quarterly: Held = { ...before, rounds: ['quarter'] };
    expect(changeOf(quarterly, { ...quarterly, roundsDue })).toEqual({ roundsDue: { '2026-Q2': '2026-07-10' } });
  });

  it('is told in words, before and after', () => {
    const after: Held = {
      list: null,
      scheme: 's2',
      due: '2027-02-01',
      rounds: ['year', 'quarter'],
      roundsDue: { '2026-Q1': '2026-04-20' },
      units: ['甲局', '丙镇'],
    };
    expect(changeWords(before, after, choices)).toEqual([
      { name: '年度事项清单', before: '清单（34 项，一号）', after: '没有本年度的清单' },
      { name: '评分办法', before: '旧办法 第1版', after: '新办法 第1版' },
      { name: '年报截止', before: '2027-01-15', after: '2027-02-01' },
      { name: '报送轮次', before: '年报', after: '年报、季调度' },
      { name: '第1季度', before: '2026-04-10', after: '2026-04-20' },
      { name: '报送单位', before: '2 个', after: '2 个，增加 丙镇，不再报送 乙镇' },
    ]);
  });
});

describe('taking a change back', () => {
  const quarterly: Held = { ...before, rounds: ['year', 'quarter'] };

  it('puts back what was, and nothing else', () => {
    const after: Held = { ...before, list: null, scheme: 's2', due: '2027-02-01', units: ['甲局'] };
    expect(inverseOf(before, after)).toEqual({ list: 1, scheme: 's1', due: '2027-01-15', units: ['甲局', '乙镇'] });
    expect(inverseOf(quarterly, { ...quarterly, roundsDue: { '2026-Q1': '2026-04-20' } })).toEqual({
      roundsDue: { '2026-Q1': '2026-04-10' },
    });
  });

  it('brings the days of rounds back with them', () => {
    expect(inverseOf(before, { ...before, rounds: ['year', 'month'] })).toEqual({
      rounds: ['year'],
      roundsDue: { '2026-Q1': '2026-04-10' },
    });
  });

  it('is not offered where something was not set before', () => {
    expect(inverseOf({ ...before, due: null }, before)).toBeNull();
    expect(inverseOf({ ...before, scheme: null }, before)).toBeNull();
    expect(inverseOf(quarterly, { ...quarterly, roundsDue: { ...before.roundsDue, '2026-Q2': '2026-07-10' } })).toBeNull();
  });
});
