import type { ReactElement } from 'react';
import type { SchemeChange } from '../../../../shared/contract/scheme-edit.ts';
import { fieldLabel } from '../../../../shared/text/scheme/form/field-words.ts';
import { CHOICE_LABELS } from '../../../../shared/text/scheme/form/kind-words.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { type MeasureNames, titleOf } from './titles.ts';

export interface ChangeLinesProps {
  readonly changes: readonly SchemeChange[];
  readonly names: MeasureNames;
  /** More than so many are counted. */
  readonly most?: number;
}

/** 逐条比较: where, which word, from what to what. */
export function ChangeLines({ changes, names, most = Infinity }: ChangeLinesProps): ReactElement {
  return (
    <ul className="rule-changes">
      {changes.slice(0, most).map((change) => (
        <li key={`${change.kind}${JSON.stringify(change.path)}`}>
          <span className={`change-kind change-${change.kind}`}>{text.kinds[change.kind]}</span>
          <span className="change-place">{placeText(change, names)}</span>
          <span className="change-values">{valuesText(change, names)}</span>
        </li>
      ))}
      {changes.length > most ? <li className="muted">{text.moreChanges(changes.length - most)}</li> : null}
    </ul>
  );
}

export function placeText({ parts, words }: SchemeChange, names: MeasureNames): string {
  const several = true;
  const titles = parts.map((part) => titleOf({ ...part }, names, several));
  const last = parts.at(-1);
  const named = words.filter((word) => typeof word === 'string');
  const inside = last?.role === 'output' ? [last.source, ...words] : words;
  if (named.length === 0) return titles.join(' › ');
  const label =
    last?.role === 'output' ? String(named.at(-1)) : fieldLabel(inside, last === undefined ? [] : [last.source, last.rule ?? '']);
  const word = wordText(label, names);
  return [...titles, ...(titles.at(-1) === word ? [] : [word])].join(' › ');
}

function valuesText({ kind, before, after }: SchemeChange, names: MeasureNames): string {
  if (kind === 'moved') return text.moved;
  if (kind === 'added') return after === null ? '' : wordText(after, names);
  if (kind === 'removed') return before === null ? '' : wordText(before, names);
  return text.arrow(wordText(before ?? text.none, names), wordText(after ?? text.none, names));
}

/** Points and years are numbers, though a choice somewhere else may be called by one. */
const wordText = (word: string, names: MeasureNames): string =>
  /^-?\d+(?:\.\d+)?$/u.test(word) ? word : (names[word] ?? CHOICE_LABELS[word] ?? word);
