import { z } from 'zod';
import { type DecimalText, exact, toText } from '../../numbers/decimal.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import { rateOf } from '../statistics/change.ts';

/**
 * 浓度之和: concentrations of several pollutants added up, each with its weight where the scheme weighs them. The change of a plain sum is that of the
 * sum in %, the change of a weighted one the weighted sum of the changes of its parts in %.
 */
export const sumSchema = z.strictObject({
  weighted: z.boolean().default(false),
  parts: z
    .array(
      z.strictObject({
        of: z.enum(POLLUTANTS),
        weight: z
          .string()
          .regex(/^\d+(\.\d+)?$/)
          .default('1'),
      }),
    )
    .min(1),
});
export type RankingSum = z.infer<typeof sumSchema>;

/** µg/m³ (CO mg/m³), unrounded; null where there is none, or of too few valid days. */
export type Levels = Readonly<Partial<Record<Pollutant, DecimalText | null>>>;

export const pollutantsOf = ({ parts }: RankingSum): readonly Pollutant[] => parts.map(({ of }) => of);

export function sumLevel({ parts }: RankingSum, levels: Levels): DecimalText | null {
  return added(parts, (of) => levels[of] ?? null);
}

/** Against the same sum of an earlier period; null without one. */
export function sumChange(sum: RankingSum, levels: Levels, earlier: Levels | null): DecimalText | null {
  if (earlier === null) return null;
  if (sum.weighted) return added(sum.parts, (of) => rate(levels[of] ?? null, earlier[of] ?? null));
  return rate(sumLevel(sum, levels), sumLevel(sum, earlier));
}

const rate = (now: DecimalText | null, before: DecimalText | null): DecimalText | null =>
  rateOf(now ?? undefined, before ?? undefined)?.exact ?? null;

function added(parts: RankingSum['parts'], of: (pollutant: Pollutant) => DecimalText | null): DecimalText | null {
  const values = parts.map((part) => ({ value: of(part.of), weight: part.weight }));
  if (values.some(({ value }) => value === null)) return null;
  return toText(values.reduce((total, { value, weight }) => total.plus(exact(value ?? 0).times(weight)), exact(0)));
}
