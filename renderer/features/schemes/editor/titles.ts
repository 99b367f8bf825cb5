import type { OutlinePart } from '../../../../shared/domain/schemes/form/outline.ts';
import { partTitle, subjectTitle } from '../../../../shared/text/scheme/form/part-titles.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';

export type MeasureNames = Readonly<Record<string, string>>;

type Titled = Omit<OutlinePart, 'children'>;

/** What a part is called in the tree and above its form. */
export function titleOf(part: Titled, names: MeasureNames, several: boolean): string {
  if (part.role === 'head') return text.head;
  return partTitle(part, names, part.role === 'body' ? subjectOf(part, several) : null);
}

/** A group by its own name, or by the one that the scheme gives it; the common rule is of those that no group has. */
function subjectOf({ path, words }: Titled, several: boolean): string {
  const at = path.findLastIndex((step) => step === 'groups' || step === 'units');
  if (at < 0) return several ? text.others : text.rule;
  return words['name'] ?? subjectTitle(String(path.at(-1)));
}
