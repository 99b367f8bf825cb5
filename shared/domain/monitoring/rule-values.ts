import { HOUR_MISSING, HOUR_SCALE } from '../air/hours/hours-of-day.ts';
import { type DecimalText, exact, roundHalfEven, toText } from '../numbers/decimal.ts';
import { NEVER_ZERO } from '../returns/check-air.ts';
import type { Notices } from './notices.ts';
import type { Field } from './types.ts';
import type { ValueRules } from './value-rules.ts';
import type { CellValue } from './values.ts';

/** A value that a rule of the work decides: what is stored, and its text; null thousandths stand for a missing one. */
export interface RuledValue {
  readonly stored: number;
  readonly text: DecimalText | null;
}

interface Place {
  readonly sheet: string;
  readonly key: number;
  readonly column: string;
}

/** What the rules of the work make of a value that says nothing certain by itself; null where they leave it to the preset. Such values are counted. */
export function byRule(
  value: CellValue,
  { field, hourly }: { readonly field: Field; readonly hourly: boolean },
  rules: ValueRules,
  place: Place,
  notices: Notices,
): RuledValue | null {
  switch (value.kind) {
    case 'below': {
      if (rules.below === 'held') return null;
      notices.tally('MONITOR_BELOW_COUNTED', place, { text: value.text, rule: rules.below });
      return fraction(value.limit, rules.below === 'half' ? 2 : 1, rules.below === 'zero');
    }
    case 'negative': {
      if (rules.negative === 'missing') return null;
      notices.tally('MONITOR_NEGATIVE_ZERO', place, { value: value.text });
      return ZERO;
    }
    case 'number': {
      if (hourly || value.thousandths !== 0 || value.rounded || field === 'o3OneHour') return null;
      const rule = NEVER_ZERO.has(field) ? (rules.zeroParticle === 'kept' ? 'kept' : 'held') : rules.zeroGas;
      if (rule === 'held') return null;
      notices.tally('MONITOR_ZERO_RULED', place, { field, rule });
      return rule === 'kept' ? ZERO : MISSING;
    }
    default:
      return null;
  }
}

const ZERO: RuledValue = { stored: 0, text: '0' };
const MISSING: RuledValue = { stored: HOUR_MISSING, text: null };

function fraction(limit: DecimalText, part: number, zero: boolean): RuledValue {
  if (zero) return ZERO;
  const value = exact(limit).div(part);
  return { stored: Number(roundHalfEven(value.times(HOUR_SCALE), 0)), text: toText(value) };
}
