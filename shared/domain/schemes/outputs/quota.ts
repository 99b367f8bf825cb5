import { z } from 'zod';
import { Rational } from '../../numbers/rational.ts';
import type { Compiler } from '../base/kinds.ts';
import type { Params } from '../base/problems.ts';
import { nearestWord } from '../base/words.ts';
import { type Grade, gradeBelow } from './grades.ts';
import { outputKind } from './kind.ts';

const PERCENT = /^(\d+(?:\.\d+)?)%$/;
const portion = z.union([z.number(), z.string().regex(PERCENT)]);

/** 名额: the largest share of the group that may have a grade; the others have the next one. Those who tie across the limit all go down. */
export const quota = outputKind({
  key: 'quota',
  schema: z.record(z.string().min(1), portion).meta({ keys: 'grade' }),
  codes: ['gradeQuota'],
  sample: {
    rule: { manual: 'total', grades: { 优秀: 90, 良好: 70, 一般: 0 }, quota: { 优秀: 0.5 } },
    rows: [{ 'manual:total': '95' }, { 'manual:total': '94' }, { 'manual:total': '93' }, { 'manual:total': '60' }],
    results: ['95 优秀', '94 优秀', '93 良好', '60 一般'],
  },
});

export interface Quota {
  readonly grade: string;
  readonly share: Rational;
}

export function readQuota(map: z.output<typeof quota.schema>, grades: readonly Grade[], compiler: Compiler): readonly Quota[] {
  if (grades.length === 0) compiler.report('QUOTA_WITHOUT_GRADES', {}, 'quota');
  const names = grades.map(({ name }) => name);
  const list = Object.entries(map).map(([grade, raw]) => {
    const percent = typeof raw === 'string' ? PERCENT.exec(raw)?.[1] : undefined;
    const share = percent === undefined ? Rational.of(raw) : Rational.of(percent).div(Rational.of(100));
    if (share.sign <= 0 || share.cmp(Rational.of(1)) > 0) compiler.report('QUOTA_RANGE', { grade, share: share.text() }, 'quota', grade);
    if (grades.length > 0 && !names.includes(grade))
      compiler.report('GRADE_UNKNOWN', { grade, known: names.join('、'), nearest: nearestWord(grade, names) ?? '' }, 'quota', grade);
    return { grade, share };
  });
  return list.toSorted((left, right) => names.indexOf(left.grade) - names.indexOf(right.grade));
}

export interface Graded {
  readonly id: string;
  readonly value: Rational;
  readonly grade: string;
}

/** Who goes down, from the highest grade on: id → the grade in the end, with what the limit was. `count`: everybody of the group. */
export function overQuota(
  graded: readonly Graded[],
  count: number,
  quotas: readonly Quota[],
  grades: readonly Grade[],
): ReadonlyMap<string, { readonly grade: string; readonly params: Params }> {
  const current = new Map(graded.map(({ id, grade }) => [id, grade]));
  const moved = new Map<string, { readonly grade: string; readonly params: Params }>();
  for (const { grade, share } of quotas) {
    const below = gradeBelow(grade, grades);
    const held = graded.filter(({ id }) => current.get(id) === grade).toSorted((left, right) => right.value.cmp(left.value));
    const seats = Number(share.times(Rational.of(count)).trunc().num);
    const edge = held[seats]?.value;
    if (edge === undefined || below === null) continue;
    for (const { id } of held.filter(({ value }) => value.cmp(edge) <= 0)) {
      current.set(id, below);
      moved.set(id, {
        grade: below,
        params: { grade: below, before: grade, seats: String(seats), count: String(count), share: share.text() },
      });
    }
  }
  return moved;
}
