import type { Measure, Operator, Target } from '../../schema.ts';
import { readTarget, targetText } from '../../target.ts';
import { printedFault, type TargetFault } from '../../typed-target.ts';
import type { ReadCell } from './grid.ts';
import type { Notes } from './notes.ts';

export interface TargetRequest {
  readonly cell: ReadCell;
  /** What is read in the cell's place: its part of a cell that stands for several 指标量. */
  readonly text?: string | undefined;
  readonly direction: Operator;
  readonly column: string;
  /** What the target is of, as far as its row says. */
  readonly measure: Pick<Measure, 'name' | 'unit'>;
  /** Running text in which the target must stand; null in a table of targets. */
  readonly within: string | null;
}

/** The target of a cell; null, with a finding, for one that cannot be used. */
export function targetOf({ cell, text = cell.text, direction, column, measure, within }: TargetRequest, notes: Notes): Target | null {
  if (cell.value.type === 'number' && cell.value.format === 'date') {
    notes.add('BOOK_TARGET_DATE', cell, { column });
    return null;
  }
  const target = readTarget(text, direction);
  const fault = printedFault(target, measure);
  if (fault !== null) {
    noteFault(fault, { cell, text }, notes);
    return null;
  }
  if (target.kind === 'text') notes.add('BOOK_TARGET_WORDS', cell, { text });
  tellFormula({ cell, text, read: targetText(target) }, notes);
  if (within === null || within.includes(target.printed)) return target;
  const standing = standingIn(target, within);
  if (standing === null) notes.add('BOOK_TARGET_NOT_IN_TEXT', cell, { text });
  return standing;
}

/** Says of a cell why what stands there is no target. */
export function noteFault({ reason, limit, unit }: TargetFault, { cell, text }: Pick<FormulaRequest, 'cell' | 'text'>, notes: Notes): void {
  if (reason === 'unit') notes.add('NUMBER_UNIT_OTHER', cell, { found: text, expected: unit });
  else if (reason === 'whole') notes.add('NUMBER_NOT_WHOLE', cell, { value: text, unit });
  else if (reason === 'over') notes.add('NUMBER_BEYOND', cell, { value: text, limit, unit });
  else notes.add('VALUES_TARGET_UNREADABLE', cell, { text });
}

interface FormulaRequest {
  readonly cell: ReadCell;
  readonly text: string;
  /** How its result is taken; blank where other years decide the direction. */
  readonly read: string;
}

/** “=300” typed into a cell is a formula with the result 300 and says nothing of being exactly 300. */
export function tellFormula({ cell, text, read }: FormulaRequest, notes: Notes): void {
  if (cell.formula === undefined || cell.value.type !== 'number') return;
  notes.add('FORMULA_TARGET', cell, { formula: cell.formula, value: text, read });
}

/** ≥6 for words that say 6家 is the 6 that they say, meant as at least; 待定 stands in no text and is a target without words. */
function standingIn(target: Target, within: string): Target | null {
  if (target.kind === 'pending') return { kind: 'pending', printed: '' };
  return target.kind === 'number' && within.includes(target.value) ? { ...target, printed: target.value } : null;
}
