import { z } from 'zod';
import { ONE, sumOf } from '../../numbers/rational.ts';
import { gathered, unvalued, valued } from '../base/explain.ts';
import { sourceKind } from '../base/kinds.ts';
import { refuseNegative } from '../base/negative.ts';
import { amount, node } from '../base/shapes.ts';

/** 加权: weights that add up to 1, or to anything with `weights: free`; with `fold` the weights of 不涉及 go to the others. */
export const weighted = sourceKind({
  key: 'weighted',
  schema: z.strictObject({
    weighted: z.array(z.tuple([amount, node])).min(1),
    weights: z.enum(['one', 'free']).default('one'),
    fold: z.boolean().default(false),
  }),
  codes: ['weighted', 'weightedFolded', 'weightedOpen'],
  sample: {
    rule: {
      weighted: [
        [0.75, { of: 'pm25', vs: 'lastYear' }],
        [0.25, { of: 'pm10', vs: 'lastYear' }],
      ],
      fold: true,
    },
    rows: [
      { pm25: '24', 'pm25.lastYear': '30', pm10: '44', 'pm10.lastYear': '47' },
      { pm25: '24', 'pm25.lastYear': '30', pm10: '不涉及', 'pm10.lastYear': '47' },
    ],
    results: ['5.25', '6'],
  },
  make(args, compiler) {
    const weights = args.weighted.map(([raw], index) => compiler.amount(raw, 'weighted', index, 0));
    const parts = args.weighted.map(([, raw], index) => compiler.node(raw, 'weighted', index, 1));
    const fixed = weights.flatMap(({ constant }) => constant ?? []);
    // A free weight may take off what it weighs; parts of one whole may not.
    if (args.weights === 'one') weights.forEach((weight, index) => refuseNegative(weight, 'weighted', compiler, 'weighted', index, 0));
    const total = sumOf(fixed);
    const known = fixed.length === weights.length;
    if (args.weights === 'one' && known && total.cmp(ONE) !== 0) compiler.report('WEIGHT_SUM', { sum: total.text() }, 'weighted');
    const fulls = parts.flatMap(({ full }, index) => {
      const weight = weights[index]?.constant ?? null;
      return full === null || weight === null ? [] : [full.times(weight)];
    });
    return {
      full: fulls.length === parts.length ? sumOf(fulls) : null,
      explain(row, world) {
        const [scales, values] = [weights, parts].map((list) => list.map((part) => world.read(part, row)));
        const children = [...(scales ?? []).filter((_, index) => weights[index]?.constant === null), ...(values ?? [])];
        const [weightsRead, result] = [gathered(scales ?? []), gathered(values ?? [])];
        if (!('values' in weightsRead)) return unvalued('weightedOpen', weightsRead, { children });
        if (!('values' in result)) return unvalued('weightedOpen', result, { children });
        const terms = result.values.map(({ index, value }) => {
          const weight = weightsRead.values.find((entry) => entry.index === index)?.value;
          return weight === undefined ? [] : [{ weight, value }];
        });
        const counted = terms.flat();
        const sum = sumOf(counted.map(({ weight, value }) => weight.times(value)));
        const params = { weights: weightsRead.values.map(({ value }) => value.text()).join('、') };
        const held = sumOf(counted.map(({ weight }) => weight));
        if (!args.fold || counted.length === parts.length || held.sign === 0) return valued('weighted', sum, { params, children });
        const all = sumOf(weightsRead.values.map(({ value }) => value));
        return valued('weightedFolded', sum.times(all).div(held), { params: { ...params, counted: held.text() }, children });
      },
    };
  },
});
