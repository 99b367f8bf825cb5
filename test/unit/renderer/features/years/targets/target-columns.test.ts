import { describe, expect, it } from 'vitest';
import { sourceCounts, sourceCountsText } from '../../../../../../renderer/features/years/targets/source-counts.ts';
import {
  adoptedText,
  contradictionsOf,
  contradictionText,
  printedTarget,
  yearsShown,
} from '../../../../../../renderer/features/years/targets/target-columns.tsx';
import type { Conflict, Statement } from '../../../../../../shared/domain/plan/conflict-types.ts';

describe('the table of targets', () => {
  it('tells what the plan prints from what holds', () => {
    expect(printedTarget({ rule: 'only', adopted: '≤39', displaced: null })).toBe('≤39');
    expect(printedTarget({ rule: 'revised', adopted: '≤37', displaced: '≤39' })).toBe('≤39');
    expect(printedTarget({ rule: 'annex3First', adopted: '≥20', displaced: null })).toBe('≥20');
    for (const rule of ['carried', 'interpolated', 'entered', 'none', null] as const)
      expect(printedTarget({ rule, adopted: '≤32', displaced: null })).toBeNull();
  });

  it('says why nothing holds', () => {
    expect(adoptedText({ adopted: null, rule: 'none' })).toBe('不考核');
    expect(adoptedText({ adopted: null, rule: null })).toBe('未定');
  });

  it('shows three years, those next to the one asked for', () => {
    expect(yearsShown([2024, 2025, 2027], 2024)).toEqual([2024, 2025, 2027]);
    expect(yearsShown([2024, 2025, 2026, 2027], 2026)).toEqual([2025, 2026, 2027]);
    expect(yearsShown([2024, 2025], 2024)).toEqual([2024, 2025]);
  });

  it('counts by what the targets came about, and names only what occurs', () => {
    const counts = sourceCounts([{ rule: 'only' }, { rule: 'annex1First' }, { rule: 'revised' }, { rule: 'entered' }, { rule: null }]);
    expect(sourceCountsText(counts)).toBe('方案 2 项，文件调整 1 项，沿用、插值或录入 1 项，未定 1 项');
  });
});

describe('the contradictions of a measure', () => {
  const statement = (id: string): Statement => ({ id }) as Statement;
  const conflict = (id: string, losing: readonly string[], rule: 'only' | 'annex1First' | 'revised', of: readonly string[]): Conflict => ({
    id,
    title: id,
    grade: 'numbers',
    differences: [],
    statements: of.map(statement),
    adopted: { statement: of[0] ?? '', rule, losing },
  });

  it('are found by its statements of every year; one by which a target gave way comes first', () => {
    const found = contradictionsOf([
      conflict('x', ['B1'], 'annex1First', ['A1-05', 'B1']),
      conflict('y', [], 'only', ['A1-05@2027', 'A1-07']),
    ]);
    expect(contradictionText(found.get('A1-05'))).toBe('数值不同');
    expect(contradictionText(found.get('A1-07'))).toBe('说法不同');
    expect(contradictionText(found.get('A1-09'))).toBe('');
  });

  it('are settled where a document has set the target anew', () => {
    expect(contradictionsOf([conflict('x', ['A1-05'], 'revised', ['R2', 'A1-05'])]).size).toBe(0);
  });
});
