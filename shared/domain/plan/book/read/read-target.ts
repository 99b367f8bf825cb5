import type { Operator, Target } from '../../schema.ts';
import { readTarget } from '../../target.ts';
import type { ReadCell } from './grid.ts';
import type { Notes } from './notes.ts';

export interface TargetRequest {
  readonly cell: ReadCell;
  /** What is read in the cell's place: its part of a cell that stands for several 指标量. */
  readonly text?: string | undefined;
  readonly direction: Operator;
  readonly column: string;
  /** Running text in which the target must stand; null in a table of targets. */
  readonly within: string | null;
}

/** The target of a cell; null, with a finding, for one that cannot be used. */
export function targetOf({ cell, text = cell.text, direction, column, within }: TargetRequest, notes: Notes): Target | null {
  if (cell.value.type === 'number' && cell.value.format === 'date') {
    notes.add('BOOK_TARGET_DATE', cell, { column });
    return null;
  }
  const target = readTarget(text, direction);
  if (target.kind === 'text') notes.add('BOOK_TARGET_WORDS', cell, { text });
  if (within === null || within.includes(target.printed)) return target;
  const standing = standingIn(target, within);
  if (standing === null) notes.add('BOOK_TARGET_NOT_IN_TEXT', cell, { text });
  return standing;
}

/** ≥6 for words that say 6家 is the 6 that they say, meant as at least; 待定 stands in no text and is a target without words. */
function standingIn(target: Target, within: string): Target | null {
  if (target.kind === 'pending') return { kind: 'pending', printed: '' };
  return target.kind === 'number' && within.includes(target.value) ? { ...target, printed: target.value } : null;
}
