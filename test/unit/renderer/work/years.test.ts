import { describe, expect, it } from 'vitest';
import { currentYear, isLocked, isOpened, knownYears, type YearState } from '../../../../renderer/work/years.ts';

const years = (...states: readonly (YearState | null)[]) => states.map((state, index) => ({ year: 2024 + index, state }));

describe('the years of a work', () => {
  it('are those of the plan and those with monitoring data, oldest first', () => {
    const listed = [
      { year: 2024, state: 'final' as const },
      { year: 2025, state: 'collecting' as const },
    ];
    expect(knownYears(listed, [2024, 2026, 2021])).toEqual([
      { year: 2021, state: null },
      { year: 2024, state: 'final' },
      { year: 2025, state: 'collecting' },
      { year: 2026, state: null },
    ]);
  });
});

describe('the year that is being worked on', () => {
  it('is the newest that is open and not signed', () => {
    expect(currentYear(years('final', 'verifying', 'preparing', 'unopened'))).toBe(2026);
    expect(currentYear(years('preparing', 'unopened', 'unopened'))).toBe(2024);
  });

  it('is the newest signed where none is open, and the first of the plan before any is', () => {
    expect(currentYear(years('archived', 'final', 'unopened'))).toBe(2025);
    expect(currentYear(years(null, 'unopened', 'unopened'))).toBe(2025);
  });

  it('is a year with data where the plan has none, and none where there is nothing', () => {
    expect(currentYear(years(null, null))).toBe(2025);
    expect(currentYear([])).toBeNull();
  });
});

describe('a state', () => {
  it('locks the year once it is signed, and is none of an open year before it is opened', () => {
    expect((['preparing', 'trial', 'final', 'archived', 'unopened', null] as const).filter(isLocked)).toEqual(['final', 'archived']);
    expect((['preparing', 'final', 'unopened', null] as const).filter(isOpened)).toEqual(['preparing', 'final']);
  });
});
