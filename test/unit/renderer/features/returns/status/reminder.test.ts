import { describe, expect, it } from 'vitest';
import { chineseDate, passesFilter, reminderText, shownFilters } from '../../../../../../renderer/features/returns/status/reminder.ts';
import { unit } from '../units.ts';

const units = [
  unit('区商务委', 'department', 'missing'),
  unit('区公安局', 'department', 'received', 2),
  unit('香龙镇', 'town', 'missing'),
  unit('双槐镇', 'town', 'missing'),
  { ...unit('太和镇', 'town', 'toReview'), late: true },
];

describe('催报名单', () => {
  it('names the units that have not reported, each kind apart', () => {
    expect(reminderText({ year: 2024, dueDate: '2025-01-15', units })).toBe(
      '2024年度填报表（截止日2025年1月15日）尚有3个单位未报送，请尽快报送：\n部门（1个）：区商务委\n镇街（2个）：香龙镇、双槐镇',
    );
  });

  it('names whatever kinds the units are of, in their order', () => {
    const parks = units.map((one) => ({ ...one, kindName: one.kind === 'town' ? '园区' : '局办' }));
    expect(reminderText({ year: 2024, dueDate: '2025-01-15', units: parks }).split('\n').slice(1)).toEqual([
      '局办（1个）：区商务委',
      '园区（2个）：香龙镇、双槐镇',
    ]);
  });

  it('leaves out a kind of which all have reported', () => {
    expect(reminderText({ year: 2024, dueDate: '2025-01-15', units: units.slice(2) })).not.toContain('部门');
  });
});

describe('the filter of 报送情况', () => {
  it('lets through by state, or by errors', () => {
    const names = (filter: Parameters<typeof passesFilter>[1]): string[] =>
      units.filter((one) => passesFilter(one, filter)).map((one) => one.name);
    expect(names('all')).toHaveLength(5);
    expect(names('late')).toEqual(['太和镇']);
    expect(names('errors')).toEqual(['区公安局']);
    expect(names('toReview')).toEqual(['太和镇']);
    expect(names('final')).toEqual([]);
    expect(shownFilters(units, 'all')).toEqual(['all', 'missing', 'received', 'toReview', 'late', 'errors']);
  });
});

describe('a date in Chinese', () => {
  it('has no leading zeros, and leaves alone what is no date', () => {
    expect(chineseDate('2025-01-05')).toBe('2025年1月5日');
    expect(chineseDate('')).toBe('');
  });
});
