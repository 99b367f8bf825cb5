import { describe, expect, it } from 'vitest';
import { yearOf, yearsOf } from '../../../../renderer/work/work-context.tsx';

describe('the assessed year', () => {
  it('is the chosen one when the plan spans it or it has data', () => {
    expect(yearOf([2024, 2025, 2027], 2025, [])).toBe(2025);
    expect(yearOf([2024, 2025, 2027], 2026, [])).toBe(2026);
    expect(yearOf([2024, 2025, 2027], 2022, [2022])).toBe(2022);
    expect(yearOf([2024, 2025, 2027], 2022, [2023])).toBe(2024);
    expect(yearOf([2024, 2025, 2027], null, [2022])).toBe(2024);
  });

  it('stays the chosen one until it is known which years have data', () => {
    expect(yearOf([2024, 2025, 2027], 2022, null)).toBe(2022);
  });

  it('is none where the plan has no target year and nobody has chosen one with data', () => {
    expect(yearOf([], null, null)).toBeNull();
    expect(yearOf([], 2024, [])).toBeNull();
    expect(yearOf([], 2023, [2023])).toBe(2023);
  });

  it('is chosen among every year of the plan and every year with data, oldest first', () => {
    expect(yearsOf([2024, 2025, 2027], [2023, 2026, 2021])).toEqual([2021, 2023, 2024, 2025, 2026, 2027]);
    expect(yearsOf([], [])).toEqual([]);
  });
});
