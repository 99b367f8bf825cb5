import { type DecimalText, exact, type ExactNumber, roundHalfEven } from '../../numbers/decimal.ts';

/** One figure of a row as far as points go. */
export interface FigureShare {
  /** 0..1, unrounded. */
  readonly share: DecimalText;
  /** False for 不涉及: it takes no part in the row's points. */
  readonly counts: boolean;
}

/** 得分率 of a row: the mean of the shares of its figures that count. */
export interface Average {
  readonly shares: readonly DecimalText[];
  /** The nearest double, which decides a rounding unless it lies next to a tie. */
  readonly near: number;
}

/** Null where no figure counts and the row is folded away. */
export function averageOf(figures: readonly FigureShare[]): Average | null {
  const shares = figures.flatMap(({ share, counts }) => (counts ? [share] : []));
  if (shares.length === 0) return null;
  return { shares, near: shares.reduce((sum, share) => sum + Number(share), 0) / shares.length };
}

/** Far beyond what a double of this size can be wrong by, and far below what two different shares of a year differ by. */
const NEXT_TO_A_TIE = 1e-6;
const LARGEST = 1e8;

/**
 * Points of a row with so many steps of full marks (hundredths of a point), rounded half-even to whole steps: by a double, and exactly where the
 * double cannot tell on which side of a tie the value lies.
 */
export function pointsAt(max: number, average: Average): number {
  const value = max * average.near;
  const floor = Math.floor(value);
  const beyond = value - floor;
  if (max < LARGEST && Math.abs(beyond - 0.5) > NEXT_TO_A_TIE) return beyond > 0.5 ? floor + 1 : floor;
  return Number(roundHalfEven(exactPointsAt(max, average), 0));
}

/** The same without rounding. */
export function exactPointsAt(max: number, { shares }: Average): ExactNumber {
  const sum = shares.reduce((total, share) => total.plus(share), exact(0));
  return exact(max).times(sum).div(shares.length);
}
