import { describe, expect, it } from 'vitest';
import { heldTarget, newLine, revisionsOf, wrongLines } from '../../../../../../renderer/features/years/targets/revise-draft.ts';
import {
  directionOf,
  emptyTarget,
  numberIn,
  printedDraft,
  type TargetDraft,
} from '../../../../../../renderer/features/years/targets/target-value.ts';
import type { TargetRow } from '../../../../../../shared/contract/years.ts';
import { readTarget } from '../../../../../../shared/domain/plan/target.ts';

const draft = (changed: Partial<TargetDraft>): TargetDraft => ({ ...emptyTarget('≤39'), ...changed });

describe('a target while it is being written', () => {
  it('begins in the direction of what holds', () => {
    expect(['≤39', '≥81.3', '＜5', '＞5', '=0', '30～35', '完成下达任务', null].map(directionOf)).toEqual([
      'le',
      'ge',
      'lt',
      'gt',
      'eq',
      'ge',
      'ge',
      'ge',
    ]);
  });

  it('is printed as a table prints it, and nothing while it is not complete', () => {
    expect(printedDraft(draft({ value: '37' }))).toBe('≤37');
    expect(printedDraft(draft({ value: ' ３７．５ % ' }))).toBe('≤37.5');
    expect(printedDraft(draft({ kind: 'range', low: '30', high: '35' }))).toBe('30～35');
    expect(printedDraft(draft({ kind: 'text', text: ' 完成市级下达任务 ' }))).toBe('完成市级下达任务');
    for (const wrong of [draft({}), draft({ value: '约37' }), draft({ kind: 'text', text: ' ' })]) expect(printedDraft(wrong)).toBeNull();
    expect(printedDraft(draft({ kind: 'range', low: '35', high: '30' }))).toBeNull();
  });

  it('is read by the core as what was meant', () => {
    expect(readTarget(printedDraft(draft({ operator: 'gt', value: '5' })) ?? '', 'le')).toMatchObject({ kind: 'number', operator: 'gt' });
    expect(readTarget(printedDraft(draft({ kind: 'range', low: '30', high: '35' })) ?? '', 'le')).toMatchObject({
      kind: 'range',
      low: '30',
    });
  });

  it('counts digits with commas and per cent signs as the number they are', () => {
    expect([numberIn('1,350'), numberIn('96.5％'), numberIn('-0.5'), numberIn(''), numberIn('1e3')]).toEqual([
      '1350',
      '96.5',
      '-0.5',
      null,
      null,
    ]);
  });
});

describe('the lines of a revision', () => {
  const rows = [{ measure: 'a', byYear: { '2024': '≤39' } }] as unknown as readonly TargetRow[];
  const line = newLine(0, rows, 'a', 2024);

  it('begin with what holds there', () => {
    expect(heldTarget(rows, 'a', 2024)).toBe('≤39');
    expect(heldTarget(rows, 'a', 2031)).toBeNull();
    expect(line.target.operator).toBe('le');
  });

  it('are stored only when all are complete, and none twice', () => {
    const written = { ...line, target: draft({ value: '37' }) };
    expect(revisionsOf([written])).toEqual([{ measure: 'a', year: 2024, value: '≤37' }]);
    expect(wrongLines([written])).toBeNull();
    expect(revisionsOf([written, line])).toBeNull();
    expect(wrongLines([written, line])).toContain('没有写完整');
    expect(wrongLines([written, { ...written, key: 1 }])).toContain('写了两次');
    expect(wrongLines([written, { ...written, key: 1, year: 2025 }])).toBeNull();
  });
});
