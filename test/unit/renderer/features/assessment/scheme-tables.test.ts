import { expect, it } from 'vitest';
import { columnsOf } from '../../../../../renderer/features/assessment/scheme/scheme-tables.tsx';
import type { ShownRow } from '../../../../../renderer/features/assessment/scheme/shown-scheme.ts';

const row = (subject: string, points: string | null, money: string | null): ShownRow => ({
  subjectId: subject,
  subject,
  kindName: '镇街',
  class: '',
  group: '',
  groupName: '',
  points,
  money,
  grade: null,
  place: null,
  notApplicable: false,
  notices: [],
  lacks: [],
  open: [],
  explanation: {
    code: 'sum',
    params: {},
    path: '',
    clause: [],
    state: 'missing',
    value: null,
    exact: null,
    place: null,
    sources: [],
    children: [],
  },
  gradeExplanation: null,
  parts: [],
});

it('the last row adds up money and averages points of those that have some', () => {
  const below = (rows: readonly ShownRow[], key: string) =>
    columnsOf(rows)
      .find((column) => column.key === key)
      ?.sum?.(rows);
  const paid = [row('甲镇', null, '12.5'), row('乙镇', null, '-7.25'), row('丙镇', null, null)];
  expect([below(paid, 'money'), below(paid, 'points')]).toEqual(['5.25', undefined]);
  const scored = [row('甲镇', '90.5', null), row('乙镇', '80.0', null), row('丙镇', null, null)];
  expect([below(scored, 'points'), below(scored, 'money')]).toEqual(['平均 85.2', undefined]);
});
