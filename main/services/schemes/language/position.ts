import { type Document, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Path } from '../../../../shared/domain/schemes/base/problems.ts';

/** Both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a path leads to: the word at its end, or what stands there in a list; as far as the file goes along with it. */
export function positionOf(document: Document.Parsed, path: Path, at: (offset: number) => Position): Position {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    const next = stepInto(node, part);
    if (next === null) break;
    offset = next.offset ?? offset;
    node = next.value;
  }
  return at(offset);
}

function stepInto(node: unknown, part: string | number): { readonly offset: number | null; readonly value: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair === undefined ? null : { offset: startOf(pair.key), value: pair.value };
  }
  if (!isSeq(node)) return null;
  const item = node.items[Number(part)];
  return item === undefined ? null : { offset: startOf(item), value: item };
}

const startOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);
