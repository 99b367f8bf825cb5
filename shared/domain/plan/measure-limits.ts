import { type DecimalText, exact } from '../numbers/decimal.ts';
import { isCountUnit, relateUnit } from '../returns/quantity-units.ts';
import type { Measure } from './schema.ts';

/** Why a number cannot be one of a measure; `limit` is the number that it breaks, blank for a fraction of what is counted whole. */
export interface LimitFault {
  readonly reason: 'negative' | 'over' | 'whole';
  readonly limit: DecimalText;
  readonly unit: string;
}

/**
 * 可能的数: a count is whole (never rounded into a target), a ratio is at most 100 %, a year has at most 366 days, and nothing that is measured or
 * counted is below 0. A change (下降比例, 同比) may be either way and of any size, and more may be done than was planned (完成率). Null: possible.
 */
export function limitFault({ name, unit }: Pick<Measure, 'name' | 'unit'>, value: DecimalText): LimitFault | null {
  const number = exact(value);
  const fault = (reason: LimitFault['reason'], limit = ''): LimitFault => ({ reason, limit, unit });
  if (isCountUnit(unit) && !number.isInteger()) return fault('whole');
  if (CHANGE.test(name)) return null;
  if (number.lt(0)) return fault('negative', '0');
  const most = mostOf(name, unit);
  return most !== null && number.gt(most) ? fault('over', most) : null;
}

const CHANGE = /增长|增幅|增速|净增|下降|降低|降幅|减少|变化|提高|提升|改善|同比|环比/u;

/** More can be done than was planned. */
const UNBOUNDED_RATIO = /完成率|完成比例|负荷率/u;

function mostOf(name: string, unit: string): DecimalText | null {
  if (relateUnit('%', unit).kind === 'percent') return UNBOUNDED_RATIO.test(name) ? null : '100';
  return unit === '天' || unit === '日' ? '366' : null;
}
