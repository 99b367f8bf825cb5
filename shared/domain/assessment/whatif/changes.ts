import type { DecimalText } from '../../numbers/decimal.ts';
import type { Target } from '../../plan/target-schema.ts';
import type { AnswerField, ParsedValue } from '../../returns/types.ts';
import type { WeightedRow } from './weights.ts';

/** Fields that bear on a score. */
export const JUDGED_FIELDS = ['numerator', 'denominator', 'increment', 'value', 'status', 'date'] as const satisfies readonly AnswerField[];

/** One supposed change (假设): of a cell of a return, of a row's points, of a measure's target. */
export type Change = CellChange | WeightChange | TargetChange;

export interface CellChange {
  readonly kind: 'cell';
  readonly unitId: string;
  readonly rowId: string;
  readonly field: AnswerField;
  /** Null: the cell is blank. */
  readonly value: ParsedValue | null;
  /** As it was typed. */
  readonly raw: string;
}

export interface WeightChange {
  readonly kind: 'weight';
  readonly row: WeightedRow;
  readonly points: DecimalText;
}

export interface TargetChange {
  readonly kind: 'target';
  readonly measureId: string;
  readonly target: Target;
}

/** Why a change cannot be read or made; the failure of the same code has the sentence. */
export interface ChangeProblem {
  readonly code:
    | 'WHATIF_FORM'
    | 'WHATIF_UNIT'
    | 'WHATIF_ROW'
    | 'WHATIF_FIELD'
    | 'WHATIF_VALUE'
    | 'WHATIF_WEIGHT_ROW'
    | 'WHATIF_WEIGHT'
    | 'WHATIF_WEIGHT_SUM'
    | 'WHATIF_MEASURE'
    | 'TARGET_INVALID';
  readonly params: Readonly<Record<string, string | number>>;
}
