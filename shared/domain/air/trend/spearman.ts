import { type DecimalText, exact, type ExactNumber, roundHalfEven, toText } from '../../numbers/decimal.ts';

/** Spearman 秩相关系数 of values against time, and what it says. */
export interface Spearman {
  /** Number of values (年数). */
  readonly count: number;
  /** rs, unrounded and with three decimals. */
  readonly exact: DecimalText;
  readonly published: DecimalText;
  /** Wp at the significance level 0.05, one-sided. */
  readonly critical: DecimalText;
  /** |rs| is not below Wp. */
  readonly significant: boolean;
  readonly direction: 'rising' | 'falling' | 'level';
}

/** 数据年数不足: fewer values than the test has, or more than its table goes to. */
export const LEAST_VALUES = 5;

/** 临界值 Wp (HJ 663-2013 附录B): the least rs that comes about by chance with a probability of at most 0.05. */
const CRITICAL: ReadonlyMap<number, DecimalText> = new Map([
  [5, '0.900'],
  [6, '0.829'],
  [7, '0.714'],
  [8, '0.643'],
  [9, '0.600'],
  [10, '0.564'],
]);

/**
 * 秩相关系数法 (HJ 663-2013 附录B): rs = 1 − 6·Σd² ÷ (N³ − N), d the rank of a value less that of its time. Equal values share the mean of their
 * ranks. `values` in the order of time; null for a number of values that the table does not have.
 */
export function spearman(values: readonly ExactNumber[]): Spearman | null {
  const count = values.length;
  const critical = CRITICAL.get(count);
  if (critical === undefined) return null;
  const squares = values.reduce((sum, value, index) => {
    // Twice the rank is whole.
    const difference = twiceRank(values, value) - 2 * (index + 1);
    return sum + difference * difference;
  }, 0);
  const rs = exact(1).minus(exact(6 * squares).div(4 * (count ** 3 - count)));
  return {
    count,
    exact: toText(rs),
    published: roundHalfEven(rs, RS_DECIMALS),
    critical,
    // The table is rounded to three decimals, 0.8286 to 0.829.
    significant: exact(roundHalfEven(rs.abs(), RS_DECIMALS)).gte(critical),
    direction: rs.isZero() ? 'level' : rs.isNegative() ? 'falling' : 'rising',
  };
}

const RS_DECIMALS = 3;

function twiceRank(values: readonly ExactNumber[], value: ExactNumber): number {
  const [below, same] = values.reduce(
    ([less, equal], other) => [less + (other.lt(value) ? 1 : 0), equal + (other.eq(value) ? 1 : 0)],
    [0, 0],
  );
  return 2 * below + same + 1;
}
