import { expect, it } from 'vitest';
import { Rational } from '../../../../../../shared/domain/numbers/rational.ts';
import type { Part } from '../../../../../../shared/domain/schemes/runs/parts.ts';
import { type SensitiveSubject, sensitivityOf } from '../../../../../../shared/domain/schemes/runs/sensitivity.ts';

const part = (path: string, points: number, max: number | null): Part => ({
  path,
  kind: 'part',
  code: 'manual',
  title: null,
  measures: [path],
  clause: [],
  state: 'value',
  points: Rational.of(points),
  max: max === null ? null : Rational.of(max),
});

const subject = (id: string, parts: readonly Part[]): SensitiveSubject => ({
  id,
  group: '',
  parts,
  total: parts.reduce((sum, { points }) => (points === null ? sum : sum.plus(points)), Rational.of(0)),
  grade: null,
  gradedByTotal: true,
  decimals: null,
});

const RULES = {
  percent: Rational.of('0.1'),
  grades: [
    { name: '优秀', from: Rational.of(90) },
    { name: '良好', from: Rational.of(0) },
  ],
  placed: true,
};

it('with full marks known everywhere these stay as they are altogether: whoever has all of them keeps them', () => {
  const found = sensitivityOf([subject('a', [part('x', 60, 60), part('y', 40, 40)])], RULES);
  expect([found.get('a')?.low.text(), found.get('a')?.high.text()]).toEqual(['100', '100']);
});

it('without them the part alone moves', () => {
  const found = sensitivityOf([subject('a', [part('x', 60, null), part('y', 40, null)])], RULES);
  expect([found.get('a')?.low.text(), found.get('a')?.high.text()]).toEqual(['94', '106']);
});

it('places and grades that weights can turn are told', () => {
  const [a, b] = [subject('a', [part('x', 58, 60), part('y', 32, 40)]), subject('b', [part('x', 52, 60), part('y', 37.5, 40)])];
  const found = sensitivityOf([a, b], RULES);
  expect(found.get('a')).toMatchObject({ now: { place: 1, grade: '优秀' }, best: 1, worst: 2 });
  expect(found.get('a')?.grades.toSorted()).toEqual(['优秀', '良好'].toSorted());
});
