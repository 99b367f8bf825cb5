import type { CompiledNode, Ranked, Within, World } from '../base/kinds.ts';
import type { SchemeData, Row } from '../base/data-source.ts';
import type { Explained } from '../base/explain.ts';

/** One evaluation: the data, who is compared with whom, and every node of every subject computed once. */
export class Evaluation implements World {
  readonly data: SchemeData;
  /** Group of a row, as the scheme forms them. */
  readonly groupOf: (row: Row) => string;
  /** Subjects the scheme is for. */
  readonly concerns: (row: Row) => boolean;
  readonly #standing: (row: Row) => Ranked;
  readonly #explained = new Map<CompiledNode, Map<string, Explained>>();
  readonly #tables = new Map<CompiledNode, Map<string, unknown>>();

  constructor(data: SchemeData, groupOf: (row: Row) => string, concerns: (row: Row) => boolean, standing: (row: Row) => Ranked) {
    this.data = data;
    this.groupOf = groupOf;
    this.concerns = concerns;
    this.#standing = standing;
  }

  read(node: CompiledNode, row: Row): Explained {
    return remembered(this.#explained, node, rowKey(row), () => node.explain(row, this));
  }

  /** Those a row is held against, itself among them, in an order that does not depend on the order of the input. */
  peers(row: Row, within: Within): readonly Row[] {
    const all = this.data.rowsOf(row.period).filter((other) => this.concerns(other));
    const own = within === 'all' ? all : all.filter((other) => this.groupOf(other) === this.groupOf(row));
    return own.toSorted((left, right) => (left.subjectId < right.subjectId ? -1 : 1));
  }

  standing(row: Row): Ranked {
    return this.#standing(row);
  }

  /** What a node needs of a whole group, computed once for all of it. */
  ofGroup<Table>(node: CompiledNode, row: Row, within: Within, compute: (peers: readonly Row[]) => Table): Table {
    const key = `${row.period}\n${within === 'all' ? '' : this.groupOf(row)}`;
    return remembered(this.#tables as Map<CompiledNode, Map<string, Table>>, node, key, () => compute(this.peers(row, within)));
  }
}

export const rowKey = (row: Row): string => `${row.subjectId}\n${row.period}`;

function remembered<Value>(all: Map<CompiledNode, Map<string, Value>>, node: CompiledNode, key: string, make: () => Value): Value {
  const own = all.get(node) ?? new Map<string, Value>();
  all.set(node, own);
  const known = own.get(key);
  if (known !== undefined) return known;
  const made = make();
  own.set(key, made);
  return made;
}
