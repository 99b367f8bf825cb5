import type { SchemeTrial, SchemeTrialRow } from '../../../../shared/contract/scheme-edit.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';

/** 3 个变等次；最大 −2.4 某单位: what a trial comes to, in one line. */
export function trialSummary({ rows, changed, missing }: SchemeTrial): string {
  const [first] = rows;
  const counted = [
    ...(changed.grades === 0 ? [] : [text.grades(changed.grades)]),
    ...(changed.places === 0 ? [] : [text.places(changed.places)]),
    ...(changed.amounts === 0 ? [] : [text.amounts(changed.amounts)]),
  ];
  const greatest = first === undefined ? null : greatestText(first);
  return [
    ...(rows.length === 0 ? [text.trySame] : counted),
    ...(greatest === null ? [] : [greatest]),
    ...(missing === 0 ? [] : [text.tryMissing(missing)]),
  ].join('；');
}

function greatestText({ subject, difference }: SchemeTrialRow): string | null {
  return difference === null || difference === '0' ? null : text.greatest(signedText(difference), subject);
}

/** With a true minus, and a plus. */
export const signedText = (value: string): string => (value.startsWith('-') ? `−${value.slice(1)}` : value === '0' ? value : `+${value}`);
