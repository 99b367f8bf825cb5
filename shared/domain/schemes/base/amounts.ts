import type { Rational } from '../../numbers/rational.ts';
import type { Row } from './data-source.ts';
import { type Explained, gathered, type Outcome, valueOf } from './explain.ts';
import type { CompiledNode, World } from './kinds.ts';

export type Amounts<Key extends string> = Readonly<Record<Key, Rational>>;

/** The figures of a rule for one subject; parameters among them show in the explanation, and a missing one leaves no result. */
export function readAmounts<Key extends string>(
  nodes: Readonly<Record<Key, CompiledNode>>,
  row: Row,
  world: World,
):
  | { readonly values: Amounts<Key>; readonly shown: readonly Explained[] }
  | { readonly stop: Exclude<Outcome, { state: 'value' }>; readonly shown: readonly Explained[] } {
  const entries = (Object.entries(nodes) as [Key, CompiledNode][]).map(([key, node]) => ({ key, node, read: world.read(node, row) }));
  const shown = entries.filter(({ node }) => node.constant === null).map(({ read }) => read);
  if (entries.length === 0) return { values: {} as Amounts<Key>, shown };
  const result = gathered(entries.map(({ read }) => read));
  if (!('values' in result)) return { stop: result, shown };
  if (result.values.length < entries.length) return { stop: { state: 'notApplicable' }, shown };
  const values = Object.fromEntries(entries.flatMap(({ key, read }) => (valueOf(read) === null ? [] : [[key, valueOf(read)]])));
  return { values: values as Amounts<Key>, shown };
}
