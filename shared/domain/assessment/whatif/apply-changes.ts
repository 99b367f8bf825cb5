import { exact } from '../../numbers/decimal.ts';
import type { AdoptedTarget } from '../../plan/conflict-types.ts';
import { measuresOf } from '../../plan/statements.ts';
import type { Target } from '../../plan/target-schema.ts';
import { targetText } from '../../plan/target.ts';
import type { ParsedValue } from '../../returns/types.ts';
import type { ScoreInput } from '../context.ts';
import type { StoredAnswer, StoredReturn } from '../types.ts';
import type { CellChange, Change, TargetChange } from './changes.ts';
import { withWeights } from './weights.ts';

/**
 * The input as it would be with these changes; the given one stays as it is. What already is so stays as it is too, source and all, so that supposing
 * the present value changes nothing. Null where the points cannot be shared out.
 */
export function applyChanges(input: ScoreInput, changes: readonly Change[]): ScoreInput | null {
  const scheme = withWeights(
    input.scheme,
    changes.filter((change) => change.kind === 'weight'),
  );
  if (scheme === null) return null;
  const cells = changes.filter((change) => change.kind === 'cell');
  const targets = changes.filter((change) => change.kind === 'target');
  return { ...withCells(input, cells), scheme, adopted: withTargets(input, targets) };
}

/** A unit that has not reported is taken to have sent a return with nothing but the supposed cells. */
export function withCells(input: ScoreInput, changes: readonly CellChange[]): ScoreInput {
  if (changes.length === 0) return input;
  const changed = new Map(changes.map((change) => [keyOf(change), change]));
  const kept = input.answers.flatMap((answer) => {
    const change = changed.get(keyOf(answer));
    if (change === undefined || sameValue(change.value, answer.value)) return [answer];
    return change.value === null ? [] : [supposed(change, change.value)];
  });
  const known = new Set(input.answers.map(keyOf));
  const added = [...changed.values()].flatMap((change) =>
    known.has(keyOf(change)) || change.value === null ? [] : [supposed(change, change.value)],
  );
  const returned = new Set(input.returns.map(({ unitId }) => unitId));
  const newcomers = [...new Set(added.map(({ unitId }) => unitId))].filter((unitId) => !returned.has(unitId));
  return { ...input, answers: [...kept, ...added], returns: [...input.returns, ...newcomers.map(supposedReturn)] };
}

const keyOf = ({ unitId, rowId, field }: Pick<StoredAnswer, 'unitId' | 'rowId' | 'field'>): string => `${unitId}|${rowId}|${field}`;

/** From no file and no cell: shown as 假设. */
const supposed = ({ unitId, rowId, field, raw }: CellChange, value: ParsedValue): StoredAnswer => ({
  unitId,
  rowId,
  field,
  value,
  source: { file: '', sha256: '', sheet: '', cell: '', raw, unitId, field },
});

const supposedReturn = (unitId: string): StoredReturn => ({ unitId, file: '', sha256: '', reportedOn: null, reportedOnSource: null });

export function sameValue(one: ParsedValue | null, other: ParsedValue | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'quantity' && other.kind === 'quantity') return exact(one.value).eq(other.value);
  if (one.kind === 'held' && other.kind === 'held') return sameValue(one.value, other.value);
  return one.kind === other.kind && ('value' in one ? one.value : '') === ('value' in other ? other.value : '');
}

function sameTarget(one: Target, other: Target): boolean {
  if (one.kind === 'number' && other.kind === 'number') return one.operator === other.operator && exact(one.value).eq(other.value);
  return one.kind === other.kind && targetText(one) === targetText(other);
}

function withTargets({ plan, adopted }: ScoreInput, changes: readonly TargetChange[]): ScoreInput['adopted'] {
  if (changes.length === 0) return adopted;
  const units = new Map(measuresOf(plan).map((measure) => [measure.id, measure.unit]));
  const next = new Map(adopted);
  for (const { measureId, target } of changes) {
    const present = adopted.get(measureId);
    if (present !== undefined && sameTarget(present.target, target)) continue;
    next.set(measureId, supposedTarget(measureId, target, units.get(measureId) ?? ''));
  }
  return next;
}

const supposedTarget = (measureId: string, target: Target, unit: string): AdoptedTarget => ({
  measureId,
  target,
  unit,
  printed: targetText(target),
  displaced: null,
  from: measureId,
  place: '',
  rule: 'entered',
  conflict: null,
});
