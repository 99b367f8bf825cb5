import { z } from 'zod';
import { greatest, ZERO } from '../../numbers/rational.ts';
import { valued } from '../base/explain.ts';
import { ruleKind } from '../base/kinds.ts';
import { refuseNegative } from '../base/negative.ts';
import { pointsAmount, positiveAmount } from '../base/shapes.ts';
import { applied } from '../base/apply.ts';

/**
 * 按单位计: so much for each unit better, so much off for each unit worse; whole steps are cut towards zero, and within the dead band (`dead`)
 * a gain does not count yet.
 */
export const rate = ruleKind({
  key: 'rate',
  schema: z.strictObject({
    rate: z.union([pointsAmount, z.strictObject({ gain: pointsAmount.default(0), loss: pointsAmount.default(0) })]),
    steps: z.enum(['whole', 'exact']).default('exact'),
    dead: positiveAmount.default(0),
  }),
  codes: ['rateGain', 'rateLoss', 'rateNothing', 'rateOpen'],
  sample: {
    rule: { of: 'pm25', vs: 'target', rate: { gain: 20, loss: 40 }, dead: 2 },
    rows: [
      { pm25: '53', 'pm25.target': '56' },
      { pm25: '54.5', 'pm25.target': '56' },
      { pm25: '57.5', 'pm25.target': '56' },
    ],
    results: ['20', '0', '-60'],
  },
  make(args, compiler, source) {
    const sides = typeof args.rate === 'object' ? args.rate : { gain: args.rate, loss: args.rate };
    const paths = typeof args.rate === 'object' ? { gain: ['rate', 'gain'], loss: ['rate', 'loss'] } : { gain: ['rate'], loss: ['rate'] };
    const gain = compiler.amount(sides.gain, ...paths.gain);
    const loss = compiler.amount(sides.loss, ...paths.loss);
    const dead = compiler.amount(args.dead, 'dead');
    refuseNegative(dead, 'dead', compiler, 'dead');
    // Without a reference a rate is so much a unit of the figure itself, as one point off for each event.
    if (source.measure !== null && source.measure.reference !== null)
      for (const [figure, path] of [[gain, paths.gain] as const, ...(typeof args.rate === 'object' ? [[loss, paths.loss] as const] : [])])
        refuseNegative(figure, path.at(-1) ?? 'rate', compiler, ...path);
    return {
      full: gain.constant?.sign === 0 ? ZERO : null,
      explain: applied('rate', source, { gain, loss, dead }, (value, amounts, children) => {
        const better = value.sign > 0;
        const counted = better ? greatest(value.minus(amounts.dead), ZERO) : value;
        const units = args.steps === 'whole' ? counted.trunc() : counted;
        const each = better ? amounts.gain : amounts.loss;
        const params = { units: units.abs().text(), each: each.text(), dead: amounts.dead.text(), steps: args.steps };
        if (units.sign === 0) return valued('rateNothing', ZERO, { params, children });
        return valued(better ? 'rateGain' : 'rateLoss', units.times(each), { params, children });
      }),
    };
  },
});
