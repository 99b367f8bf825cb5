import { z } from 'zod';
import { type Rational, sumOf, ZERO } from '../../numbers/rational.ts';
import { outputKind } from './kind.ts';

/**
 * 收支平衡: what is paid and what is received add up to zero in every group and period. `awards` (true): what is paid in pays the awards, in
 * proportion; `payments`: payments are raised or lowered to what the awards need. With one side empty nothing changes hands.
 */
export const zeroSum = outputKind({
  key: 'zeroSum',
  schema: z.union([z.boolean(), z.enum(['awards', 'payments'])]),
  codes: ['zeroSum', 'zeroSumOpen'],
  sample: {
    rule: { out: '万元', of: 'pm25', vs: 'lastYear', rate: 10, zeroSum: true },
    rows: [
      { pm25: '30', 'pm25.lastYear': '32' },
      { pm25: '30', 'pm25.lastYear': '31' },
      { pm25: '30', 'pm25.lastYear': '29' },
    ],
    results: ['6.6667', '3.3333', '-10'],
  },
});
export type ZeroSumSide = 'awards' | 'payments';

export const readZeroSum = (raw: z.output<typeof zeroSum.schema>): ZeroSumSide | null =>
  raw === false ? null : raw === true ? 'awards' : raw;

export function balanced(amounts: readonly Rational[], side: ZeroSumSide): readonly Rational[] {
  const awards = sumOf(amounts.filter(({ sign }) => sign > 0));
  const payments = sumOf(amounts.filter(({ sign }) => sign < 0)).negated();
  if (awards.sign === 0 || payments.sign === 0) return amounts.map(() => ZERO);
  const factor = side === 'awards' ? payments.div(awards) : awards.div(payments);
  const scaled = side === 'awards' ? 1 : -1;
  return amounts.map((amount) => (amount.sign === scaled ? amount.times(factor) : amount));
}
