import { expect, test } from 'vitest';
import type { AnsweredFinding } from '../../../../../shared/contract/versions.ts';
import { finding, type FindingCode } from '../../../../../shared/domain/findings.ts';
import { groupFindings, passes, sameRule } from '../../../../../renderer/features/findings/finding-groups.ts';

let count = 0;

function entry(unitId: string, code: FindingCode, cell: string, more: Partial<AnsweredFinding> = {}): AnsweredFinding {
  count += 1;
  return {
    id: `f${count}`,
    number: 1,
    unitId,
    unitName: unitId,
    sha256: unitId,
    finding: finding(code, { file: 'x.xlsx', sheet: '表', cell }, { text: `约${count}`, date: `2024-01-${count}` }),
    state: 'open',
    held: false,
    answer: null,
    ...more,
  };
}

const warned = Array.from({ length: 6 }, (_, index) => entry('甲', 'DATE_MISSING', `B${index + 3}`));
const wrong = [entry('乙', 'NUMBER_VAGUE', 'H3'), entry('乙', 'NUMBER_VAGUE', 'H4')];
const held = entry('丙', 'DATE_MISSING', 'C3', { held: true });
const answered = entry('甲', 'DATE_MISSING', 'B30', { state: 'confirmed' });
const all = [...warned, held, ...wrong, answered];

test('units stand in order of what is worst in them, and equal findings of one column are one line', () => {
  const groups = groupFindings(all);
  expect(
    groups.map(({ unitId, counts, lines }) => [unitId, counts.error, counts.held, lines.map(({ entries }) => entries.length)]),
  ).toEqual([
    ['乙', 2, 0, [1, 1]],
    ['丙', 0, 1, [1]],
    ['甲', 0, 0, [6, 1]],
  ]);
});

test('a filter asks for state, level, unit and rule', () => {
  const none = { state: 'all', severity: null, unitId: null, rule: null } as const;
  const shown = (filter: Partial<Parameters<typeof passes>[1]>) => all.filter((one) => passes(one, { ...none, ...filter })).length;
  expect([shown({}), shown({ state: 'open' }), shown({ state: 'answered' })]).toEqual([10, 9, 1]);
  expect([shown({ severity: 'error' }), shown({ unitId: '甲', state: 'open' }), shown({ rule: 'DATE_MISSING' })]).toEqual([2, 6, 8]);
});

test('one answer may serve the open ones of a rule in all units', () => {
  expect(sameRule(all, held)).toEqual([...warned, held]);
});
