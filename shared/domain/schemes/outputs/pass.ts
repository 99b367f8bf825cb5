import { z } from 'zod';
import { holds } from '../conditions/verdict.ts';
import { least, type Rational } from '../../numbers/rational.ts';
import type { Row } from '../base/data-source.ts';
import { lacksOf, valueOf } from '../base/explain.ts';
import type { CompiledNode, Compiler, World } from '../base/kinds.ts';
import { amount, condition, sayings } from '../base/shapes.ts';
import { type Notice, type OpenQuestion, outputKind } from './kind.ts';

const one = z.strictObject({
  if: condition.optional(),
  amount,
  to: z.string().min(1),
  clause: sayings,
  note: sayings,
});

/** 转拨: of what a unit is paid it passes on so much, never more than it is paid. */
export const pass = outputKind({
  key: 'pass',
  schema: one,
  codes: [],
  sample: {
    rule: { out: '万元', of: 'pm25', vs: 'target', met: 100, pass: { amount: 30, to: '3..5 towns' } },
    rows: [
      { pm25: '50', 'pm25.target': '56' },
      { pm25: '60', 'pm25.target': '56' },
    ],
    results: ['100 转拨30万元给3至5个镇街', '0'],
  },
});

export interface Pass {
  readonly when: CompiledNode | null;
  readonly amount: CompiledNode;
  readonly to: string;
}

export const readPass = (raw: z.output<typeof pass.schema>, compiler: Compiler): Pass => ({
  when: raw.if === undefined ? null : compiler.condition(raw.if, 'pass', 'if'),
  amount: compiler.amount(raw.amount, 'pass', 'amount'),
  to: raw.to,
});

export function passedOn(
  rule: Pass,
  paid: Rational | null,
  row: Row,
  world: World,
): { readonly due: readonly Notice[]; readonly open: readonly OpenQuestion[] } {
  if (paid === null || paid.sign <= 0) return NOTHING;
  const explanation = world.read(rule.when ?? rule.amount, row);
  const share = valueOf(world.read(rule.amount, row));
  if (explanation.outcome.state === 'missing' || share === null)
    return { due: [], open: [{ code: 'pass', params: {}, lacks: lacksOf(explanation) }] };
  if (rule.when !== null && !holds(explanation)) return NOTHING;
  return { due: [{ code: 'passOn', params: { amount: least(share, paid).text(), to: rule.to }, explanation }], open: [] };
}

const NOTHING = { due: [], open: [] } as const;
