import type { Rational } from '../../numbers/rational.ts';
import type { Row } from './data-source.ts';
import { type Draft, type Explained, unvalued, valueOf } from './explain.ts';
import type { CompiledNode, NodeBody, World } from './kinds.ts';
import { type Amounts, readAmounts } from './amounts.ts';

/** What a rule makes of a value and its own figures; `shown` are those of them that are parameters. */
type Judge<Key extends string> = (value: Rational, amounts: Amounts<Key>, children: readonly Explained[]) => Draft;

/** The common way of a rule: no value where its source or one of its figures has none, else what it makes of them. */
export function applied<Key extends string>(
  code: string,
  source: CompiledNode,
  amounts: Readonly<Record<Key, CompiledNode>>,
  judge: Judge<Key>,
): NodeBody['explain'] {
  return (row: Row, world: World): Draft => {
    const input = world.read(source, row);
    const read = readAmounts(amounts, row, world);
    const children = [input, ...read.shown];
    const value = valueOf(input);
    if (value === null) return unvalued(`${code}Open`, noValue(input), { children });
    return 'stop' in read ? unvalued(`${code}Open`, read.stop, { children }) : judge(value, read.values, children);
  };
}

/** An improvement of 0 meets what it is held against, but for a target that has to be passed (＞ or ＜). */
export const meets = (value: Rational, { params }: Pick<Explained, 'params'>): boolean =>
  value.sign > 0 || (value.sign === 0 && params['strict'] !== 'true');

export function noValue({ outcome, path }: Explained): Exclude<Explained['outcome'], { state: 'value' }> {
  if (outcome.state === 'missing' || outcome.state === 'notApplicable') return outcome;
  return { state: 'missing', lacks: [{ code: 'noAmount', params: { path } }] };
}
