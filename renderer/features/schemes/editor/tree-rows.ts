import type { OutlinePart } from '../../../../shared/domain/schemes/form/outline.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { type MeasureNames, titleOf } from './titles.ts';
import { keyOf } from './use-draft.ts';

/** A line of the tree. */
export interface TreeRow {
  readonly key: string;
  readonly part: OutlinePart;
  readonly title: string;
  readonly depth: number;
  readonly parent: string | null;
  /** Null where nothing is inside. */
  readonly open: boolean | null;
}

/** Lines in their order, without those inside of folded ones. */
export function treeRows(parts: readonly OutlinePart[], folded: ReadonlySet<string>, names: MeasureNames): readonly TreeRow[] {
  const several = parts.filter(({ role }) => role === 'body').length > 1;
  const rows = (list: readonly OutlinePart[], depth: number, parent: string | null): readonly TreeRow[] =>
    list.flatMap((part) => {
      const key = keyOf(part.path);
      const open = part.children.length === 0 ? null : !folded.has(key);
      const own: TreeRow = { key, part, title: titleOf(part, names, several), depth, parent, open };
      return open === true ? [own, ...rows(part.children, depth + 1, key)] : [own];
    });
  return rows(parts, 0, null);
}

/** Down to the parts of a subject; single rules are opened by whoever looks at them. */
export function firstFolded(parts: readonly OutlinePart[], depth = 0): ReadonlySet<string> {
  const folded = parts.flatMap((part) => [
    ...(part.children.length > 0 && (depth > 1 || part.role === 'output') ? [keyOf(part.path)] : []),
    ...firstFolded(part.children, depth + 1),
  ]);
  return new Set(folded);
}

/** 100 分，合计相符. */
export function pointsText({ points, sum }: OutlinePart): string | null {
  if (sum !== null && !sum.adds) return text.addsNot(sum.parts, sum.whole);
  if (points === null || points === '0') return null;
  return sum === null ? text.points(points) : text.adds(points);
}

export function flattened(parts: readonly OutlinePart[]): readonly OutlinePart[] {
  return parts.flatMap((part) => [part, ...flattened(part.children)]);
}
