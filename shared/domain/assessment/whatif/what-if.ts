import { targetText } from '../../plan/target.ts';
import type { AnswerField, ParsedValue } from '../../returns/types.ts';
import type { ScoreInput } from '../context.ts';
import { diffResults, type ResultDifference } from '../diff-results.ts';
import { scoreYear } from '../score.ts';
import type { AssessmentResult } from '../types.ts';
import { applyChanges } from './apply-changes.ts';
import type { Change, ChangeProblem } from './changes.ts';

/** A supposed change with what holds now. */
export type ShownChange =
  | {
      readonly kind: 'cell';
      readonly unit: string;
      readonly rowId: string;
      readonly field: AnswerField;
      readonly before: ParsedValue | null;
      readonly after: ParsedValue | null;
    }
  | {
      readonly kind: 'weight';
      readonly rowId: string;
      /** Kind of units whose air it is; blank in the list of indicators. */ readonly table: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'target'; readonly measureId: string; readonly before: string | null; readonly after: string };

export type WhatIf =
  | { readonly ok: true; readonly changes: readonly ShownChange[]; readonly difference: ResultDifference; readonly after: AssessmentResult }
  | { readonly ok: false; readonly problem: ChangeProblem };

/** 假设测算: what the year's scores would be with these changes, and what differs from `before`. Nothing is stored and `input` stays as it is. */
export function whatIf(input: ScoreInput, before: AssessmentResult, changes: readonly Change[]): WhatIf {
  const supposed = applyChanges(input, changes);
  if (supposed === null) return { ok: false, problem: { code: 'WHATIF_WEIGHT_SUM', params: {} } };
  const after = scoreYear(supposed);
  return { ok: true, changes: changes.map((change) => shown(change, input)), difference: diffResults(before, after), after };
}

function shown(change: Change, { plan, answers, adopted }: ScoreInput): ShownChange {
  switch (change.kind) {
    case 'cell': {
      const { unitId, rowId, field, value } = change;
      const present = answers.find((answer) => answer.unitId === unitId && answer.rowId === rowId && answer.field === field);
      const unit = plan.units.find(({ id }) => id === unitId)?.name ?? unitId;
      return { kind: 'cell', unit, rowId, field, before: present?.value ?? null, after: value };
    }
    case 'weight': {
      const { row, points } = change;
      const airKinds = plan.unitKinds.filter(({ air }) => air);
      const table = row.table === 'air' ? airKinds.map(({ name }) => name).join('、') : '';
      return { kind: 'weight', rowId: row.rowId, table, before: row.points, after: points };
    }
    case 'target': {
      const { measureId, target } = change;
      return { kind: 'target', measureId, before: adopted.get(measureId)?.printed ?? null, after: targetText(target) };
    }
  }
}
