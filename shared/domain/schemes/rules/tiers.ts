import { z } from 'zod';
import { greatest, least, Rational, ZERO } from '../../numbers/rational.ts';
import { valued } from '../base/explain.ts';
import { type Compiler, ruleKind } from '../base/kinds.ts';
import { applied } from '../base/apply.ts';
import { needsReference } from './reference-needed.ts';

const tier = z.tuple([z.union([z.number().positive(), z.literal('rest')]), z.number()]);
const list = z.array(tier).min(1);

/**
 * 分档: so much for each unit short, by how far it is short: up to 5 units 10 each, the rest 20 each. Each tier counts its own units
 * (marginal), or the tier that is reached counts all of them (flat). A gain has tiers of its own where the scheme gives some.
 */
export const tiers = ruleKind({
  key: 'tiers',
  schema: z.strictObject({
    tiers: z.union([list, z.strictObject({ gain: list.optional(), loss: list.optional() })]),
    mode: z.enum(['marginal', 'flat']).default('marginal'),
  }),
  codes: ['tiersGain', 'tiersLoss', 'tiersNothing', 'tiersOpen'],
  sample: {
    rule: {
      of: 'pm25',
      vs: 'base',
      tiers: [
        [5, 10],
        ['rest', 20],
      ],
    },
    rows: [
      { pm25: '58', 'pm25.base': '50' },
      { pm25: '55', 'pm25.base': '50' },
      { pm25: '40', 'pm25.base': '50' },
    ],
    results: ['-110', '-50', '0'],
  },
  make(args, compiler, source) {
    needsReference('tiers', source, compiler);
    const sides = Array.isArray(args.tiers) ? { gain: [], loss: args.tiers } : { gain: args.tiers.gain ?? [], loss: args.tiers.loss ?? [] };
    const loss = steps(sides.loss, compiler, Array.isArray(args.tiers) ? ['tiers'] : ['tiers', 'loss']);
    const gain = steps(sides.gain, compiler, ['tiers', 'gain']);
    return {
      full: sides.gain.length === 0 ? ZERO : null,
      explain: applied('tiers', source, {}, (value, _amounts, children) => {
        const better = value.sign > 0;
        const size = value.abs();
        const counted = (args.mode === 'flat' ? flat : marginal)(size, better ? gain : loss);
        const params = { units: size.text(), mode: args.mode };
        if (counted.sign === 0) return valued('tiersNothing', ZERO, { params, children });
        return valued(better ? 'tiersGain' : 'tiersLoss', better ? counted : counted.negated(), { params, children });
      }),
    };
  },
});

interface Step {
  /** Up to and with; null for the rest. */
  readonly upTo: Rational | null;
  readonly each: Rational;
}

function steps(tiersOf: z.output<typeof list>, compiler: Compiler, path: readonly (string | number)[]): readonly Step[] {
  const found = tiersOf.map(([upTo, each]) => ({ upTo: upTo === 'rest' ? null : Rational.of(upTo), each: Rational.of(each) }));
  found.forEach(({ upTo }, index) => {
    const before = found[index - 1];
    const ordered = before === undefined || (before.upTo !== null && (upTo === null || upTo.cmp(before.upTo) > 0));
    if (!ordered) compiler.report('TIERS_ORDER', {}, ...path, index);
  });
  return found;
}

function marginal(size: Rational, found: readonly Step[]): Rational {
  let [sum, from] = [ZERO, ZERO];
  for (const { upTo, each } of found) {
    const to = upTo === null ? size : least(upTo, size);
    sum = sum.plus(greatest(to.minus(from), ZERO).times(each));
    from = greatest(from, to);
  }
  return sum;
}

function flat(size: Rational, found: readonly Step[]): Rational {
  const reached = found.find(({ upTo }) => upTo === null || size.cmp(upTo) <= 0) ?? found.at(-1);
  return reached === undefined ? ZERO : size.times(reached.each);
}
