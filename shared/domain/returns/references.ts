import { exact, toText } from '../numbers/decimal.ts';
import type { Reference } from './holds.ts';
import type { AnswerField, ReturnAnswer } from './types.ts';

/** Fewer figures of others say nothing of what is usual. */
const ENOUGH_OTHERS = 5;

/** An answer of one unit. */
export type UnitAnswer = Pick<ReturnAnswer, 'rowId' | 'field' | 'value'> & { readonly unitId: string };

export interface ReferenceSources {
  /** What counts for the year now. */
  readonly counted: readonly UnitAnswer[];
  /** What counts for the year before. */
  readonly earlier: readonly UnitAnswer[];
  /** Rows that both years ask alike. */
  readonly asked: ReadonlySet<string>;
  /** What the files of this batch say; a unit's own take the place of what counts. */
  readonly batch: readonly UnitAnswer[];
}

export type ReferencesOf = (unitId: string, rowId: string, field: AnswerField) => readonly Reference[];

/**
 * With what a figure can be compared (数量级的参照): with the version before; where that says nothing there, with the year before and with the other
 * units. A figure that was confirmed in the version before counts, so it is a reference itself and is not asked for again.
 */
export function createReferences({ counted, earlier, asked, batch }: ReferenceSources): ReferencesOf {
  const sent = new Set(batch.map(({ unitId }) => unitId));
  const [present, before] = [byCell(counted), byCell(earlier)];
  const others = byCell([...counted.filter(({ unitId }) => !sent.has(unitId)), ...batch]);
  return (unitId, rowId, field) => {
    const key = `${rowId}|${field}`;
    const own = (figures: Figures, kind: Reference['kind']): Reference[] =>
      (figures.get(key) ?? []).filter((figure) => figure.unitId === unitId).map(({ value }) => ({ kind, value }));
    const version = own(present, 'version');
    if (version.length > 0) return version;
    const foreign = (others.get(key) ?? []).filter((figure) => figure.unitId !== unitId);
    return [...(asked.has(rowId) ? own(before, 'year') : []), ...medianOf(foreign)];
  };
}

interface Figure {
  readonly key: string;
  readonly unitId: string;
  readonly value: string;
}

type Figures = ReadonlyMap<string, readonly Figure[]>;

const byCell = (answers: readonly UnitAnswer[]): Figures =>
  Map.groupBy(
    answers.flatMap(({ unitId, rowId, field, value }) =>
      value.kind === 'quantity' ? [{ key: `${rowId}|${field}`, unitId, value: value.value }] : [],
    ),
    ({ key }) => key,
  );

/** The median of one figure for each unit (the lower of the two in the middle, so that it is one that was reported); empty where they are too few. */
function medianOf(figures: readonly Figure[]): Reference[] {
  const values = [...new Map(figures.toReversed().map(({ unitId, value }) => [unitId, exact(value)])).values()];
  const middle = values.toSorted((one, other) => one.cmp(other))[Math.floor((values.length - 1) / 2)];
  return values.length < ENOUGH_OTHERS || middle === undefined ? [] : [{ kind: 'units', value: toText(middle) }];
}
