import type { PreviewFile } from '../../../../shared/contract/returns.ts';

export type PreviewValue = PreviewFile['values'][number];

export function changeOf(value: Pick<PreviewValue, 'value' | 'last' | 'changed'>): 'changed' | 'added' | 'removed' | 'same' {
  if (!value.changed) return 'same';
  if (value.last === null) return 'added';
  return value.value === '' ? 'removed' : 'changed';
}

/** Nothing to compare with: no value had one before. */
export const isFirstReturn = (file: Pick<PreviewFile, 'values'>): boolean =>
  file.values.every((value) => value.last === null && !value.changed);
