import { z } from 'zod';
import { Rational } from '../../numbers/rational.ts';
import type { Compiler } from '../base/kinds.ts';
import { number } from '../base/shapes.ts';
import { outputKind } from './kind.ts';

/** 等次: each from its bound on (included), the highest first. */
export const grades = outputKind({
  key: 'grades',
  schema: z.record(z.string().min(1), number).refine((map) => Object.keys(map).length > 0),
  codes: ['grade', 'gradeNone'],
  sample: {
    rule: { manual: 'total', grades: { 优秀: 90, 良好: 70, 合格: 60, 不合格: 0 } },
    rows: [{ 'manual:total': '90' }, { 'manual:total': '89.9' }, { 'manual:total': '59' }],
    results: ['90 优秀', '89.9 良好', '59 不合格'],
  },
});

/** 不评定: what stands in place of a grade where nothing of a subject counts. */
export const ungraded = outputKind({
  key: 'ungraded',
  schema: z.string().min(1),
  codes: ['ungraded'],
  sample: {
    rule: { manual: 'total', grades: { 合格: 60, 不合格: 0 }, ungraded: '不评定' },
    rows: [{ 'manual:total': '60' }, { 'manual:total': '不涉及' }],
    results: ['60 合格', 'notApplicable 不评定'],
  },
});

/** 修约: the grade follows the rounded value, or the one before it was rounded. */
export const gradeFrom = outputKind({
  key: 'gradeFrom',
  schema: z.enum(['rounded', 'exact']),
  codes: [],
  sample: {
    rule: { manual: 'total', round: 1, grades: { 良好: 70, 合格: 0 }, gradeFrom: 'exact' },
    rows: [{ 'manual:total': '69.96' }],
    results: ['70 合格'],
  },
});

export interface Grade {
  readonly name: string;
  readonly from: Rational;
}

export function readGrades(map: Readonly<Record<string, number | string>>, compiler: Compiler): readonly Grade[] {
  const list = Object.entries(map).map(([name, from]) => ({ name, from: Rational.of(from) }));
  list.forEach(({ name, from }, index) => {
    const before = list[index - 1];
    if (before !== undefined && from.cmp(before.from) >= 0)
      compiler.report('GRADES_ORDER', { grade: name, before: before.name, from: from.text(), bound: before.from.text() }, 'grades', name);
  });
  const last = list.at(-1);
  if (last !== undefined && last.from.sign > 0)
    compiler.report('GRADES_OPEN', { grade: last.name, from: last.from.text() }, 'grades', last.name);
  return list;
}

export const gradeOf = (value: Rational, list: readonly Grade[]): Grade | null => list.find(({ from }) => value.cmp(from) >= 0) ?? null;

/** The next grade below; the last one has none. */
export const gradeBelow = (name: string, list: readonly Grade[]): string | null =>
  list[list.findIndex((grade) => grade.name === name) + 1]?.name ?? null;
