import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../../../shared/domain/plan/conflict-standing.ts';
import { findConflicts } from '../../../../../shared/domain/plan/conflicts.ts';
import type { TargetRevision } from '../../../../../shared/domain/plan/years/plan-document.ts';
import { documentOf, planForYear } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const hechuan = loadTestPlan();

const YEAR = 2024;
const HEAD = { issuedOn: '2024-10-01', version: '', actor: '张三', reason: '', storedAt: '' };

/** Place → 取定, of one subject after documents that set these targets. */
function standings(subject: string, targets: readonly TargetRevision[]) {
  const documents = targets.map((target, index) => ({
    ...HEAD,
    id: index + 2,
    kind: 'adjustment' as const,
    number: `文${index + 1}`,
    title: '',
    effectiveOn: `2024-10-0${index + 1}`,
    content: { targets: [target] },
  }));
  const conflict = findConflicts(planForYear([documentOf(hechuan), ...documents], YEAR, null)).find(({ id }) => id === subject);
  if (conflict === undefined) throw new Error(`no contradiction of ${subject}`);
  const ofYear = conflict.statements.filter(({ year }) => year === YEAR);
  return Object.fromEntries(ofYear.map((statement) => [statement.place, standingOf(conflict, statement, YEAR)]));
}

const pending = { kind: 'pending', printed: '待定' } as const;
const words = { kind: 'text', printed: '完成市级下达任务' } as const;
const number = { kind: 'number', printed: '≤37', operator: 'le', value: '37' } as const;
const revision = (target: TargetRevision['target']): TargetRevision => ({ measure: 'A1-01', year: YEAR, target });

describe('取定 of a statement', () => {
  it('a document that leaves the target open is adopted, and the number it overrules is not', () => {
    const found = standings('pm25', [revision(pending)]);
    expect(found).toMatchObject({ 文1: 'adopted', '附件1 第1行': 'losing' });
  });

  it('words and what was left open are overruled by a later number', () => {
    const found = standings('pm25', [revision(pending), revision(words), revision(number)]);
    expect(found).toMatchObject({ 文1: 'losing', 文2: 'losing', 文3: 'adopted', '附件1 第1行': 'losing' });
  });

  it('a number of another 口径 is neither, nor is a statement of another year', () => {
    const conflict = findConflicts(planForYear([documentOf(hechuan)], YEAR, null)).find(({ id }) => id === 'non-fossil-share');
    const others = (conflict?.statements ?? []).filter(({ year }) => year !== YEAR);
    expect(others).not.toEqual([]);
    for (const other of others) if (conflict !== undefined) expect(standingOf(conflict, other, YEAR)).toBeNull();
  });
});
