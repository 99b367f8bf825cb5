import type { Measure } from './measures.ts';
import type { RankingSum } from './sums.ts';

interface Figure {
  readonly measure: Measure;
  readonly sum?: RankingSum | undefined;
  readonly value: string | null;
}

interface Row {
  readonly figures?: readonly Figure[] | undefined;
}

/** A column for a measure that decides ranks and has none of its own; groups may go by other ones, or by other sums. */
export interface FigureColumn {
  readonly key: string;
  readonly measure: Measure;
  readonly sum: RankingSum | undefined;
  /** Null for a row that goes by another measure, or has no value. */
  readonly valueOf: (row: Row) => string | null;
}

/** One column for each such measure of these rows, in the order in which they decide. */
export function figureColumns(rows: readonly Row[]): readonly FigureColumn[] {
  const found = new Map(rows.flatMap(({ figures = [] }) => figures.map((figure) => [keyOf(figure), figure] as const)));
  return [...found].map(([key, { measure, sum }]) => ({
    key,
    measure,
    sum,
    valueOf: ({ figures = [] }) => figures.find((figure) => keyOf(figure) === key)?.value ?? null,
  }));
}

const keyOf = ({ measure, sum }: Figure): string =>
  sum === undefined
    ? measure
    : `${measure} ${sum.parts.map(({ of, weight }) => `${of}*${weight}`).join('+')}${sum.weighted ? ' weighted' : ''}`;
