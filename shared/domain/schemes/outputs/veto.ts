import { z } from 'zod';
import { lacksOf, type Explained } from '../base/explain.ts';
import type { Row } from '../base/data-source.ts';
import { holds } from '../conditions/verdict.ts';
import type { CompiledNode, Compiler, World } from '../base/kinds.ts';
import { amount, condition, gradeName, sayings } from '../base/shapes.ts';
import { nearestWord } from '../base/words.ts';
import type { Grade } from './grades.ts';
import { outputKind } from './kind.ts';

const one = z.strictObject({
  if: condition,
  give: amount.optional(),
  grade: gradeName.optional(),
  bar: z.string().min(1).optional(),
  clause: sayings,
  note: sayings,
});

/** 一票否决: where the condition holds, a value is given, a grade is fixed, or a grade or an honour is barred. */
export const veto = outputKind({
  key: 'veto',
  schema: z.array(one).min(1),
  codes: ['vetoGive', 'gradeForced', 'gradeBarred', 'vetoOpen'],
  sample: {
    rule: { manual: 'total', grades: { 优秀: 90, 良好: 70, 不合格: 0 }, veto: [{ if: { event: '特别重大' }, bar: '优秀' }] },
    rows: [{ 'manual:total': '95' }, { 'manual:total': '95', 'event:特别重大': '1' }],
    results: ['95 优秀', '95 良好'],
  },
});

export interface Veto {
  readonly when: CompiledNode;
  readonly give: CompiledNode | null;
  readonly grade: string | null;
  /** A grade of the scheme that is barred. */
  readonly barGrade: string | null;
  /** Something else that is barred: 评优评先. */
  readonly barHonour: string | null;
}

export function readVetoes(raw: z.output<typeof veto.schema>, grades: readonly Grade[], compiler: Compiler): readonly Veto[] {
  const names = grades.map(({ name }) => name);
  return raw.map((entry, index) => {
    const known = entry.bar !== undefined && names.includes(entry.bar);
    if (entry.give === undefined && entry.grade === undefined && entry.bar === undefined) compiler.report('VETO_EMPTY', {}, 'veto', index);
    if (entry.grade !== undefined && !names.includes(entry.grade)) reportGrade(entry.grade, 'grade', index);
    if (entry.bar !== undefined && !known && nearestWord(entry.bar, names) !== null) reportGrade(entry.bar, 'bar', index);
    return {
      when: compiler.condition(entry.if, 'veto', index, 'if'),
      give: entry.give === undefined ? null : compiler.amount(entry.give, 'veto', index, 'give'),
      grade: entry.grade ?? null,
      barGrade: known ? (entry.bar ?? null) : null,
      barHonour: known ? null : (entry.bar ?? null),
    };
  });

  function reportGrade(grade: string, key: string, index: number): void {
    compiler.report('GRADE_UNKNOWN', { grade, known: names.join('、'), nearest: nearestWord(grade, names) ?? '' }, 'veto', index, key);
  }
}

export interface JudgedVeto {
  readonly veto: Veto;
  readonly verdict: Explained;
  readonly state: 'holds' | 'not' | 'open';
}

export const judgeVetoes = (vetoes: readonly Veto[], row: Row, world: World): readonly JudgedVeto[] =>
  vetoes.map((entry) => {
    const verdict = world.read(entry.when, row);
    const state = lacksOf(verdict).length > 0 || verdict.outcome.state === 'missing' ? 'open' : holds(verdict) ? 'holds' : 'not';
    return { veto: entry, verdict, state };
  });
