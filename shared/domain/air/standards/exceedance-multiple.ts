import { type DecimalText, exact, roundHalfEven } from '../../numbers/decimal.ts';
import { EXCEEDANCE_DECIMALS } from './hj663.ts';

/**
 * 超标倍数 (C − S)/S, 2 decimals (HJ 663-2026 表3). C is the concentration as it is judged, rounded by the same table: what is over the limit and
 * by how much is then told of one number, the one that stands beside it. The wording of the edition of 2013 is not known (its table is taken
 * to be the same, as that of the decimals).
 */
export const exceedanceMultiple = (judged: DecimalText, limit: number): DecimalText =>
  roundHalfEven(exact(judged).minus(limit).div(limit), EXCEEDANCE_DECIMALS);
