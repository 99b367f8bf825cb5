import { z } from 'zod';
import { Rational, sumOf } from '../../numbers/rational.ts';
import { gathered, unvalued, valued } from '../base/explain.ts';
import { sourceKind } from '../base/kinds.ts';
import { nodes } from '../base/shapes.ts';

/** 平均: of the parts that apply. */
export const mean = sourceKind({
  key: 'mean',
  schema: z.strictObject({ mean: nodes }),
  codes: ['mean', 'meanOpen'],
  sample: {
    rule: { mean: [{ manual: 'a' }, { manual: 'b' }] },
    rows: [
      { 'manual:a': '90', 'manual:b': '81' },
      { 'manual:a': '90', 'manual:b': '不涉及' },
      { 'manual:a': '90', 'manual:b': '' },
    ],
    results: ['85.5', '90', 'missing'],
  },
  make(args, compiler) {
    const parts = args.mean.map((raw, index) => compiler.node(raw, 'mean', index));
    const fulls = parts.flatMap(({ full }) => full ?? []);
    return {
      full: fulls.length === parts.length ? sumOf(fulls).div(Rational.of(parts.length)) : null,
      better: parts.every(({ better }) => better === 'less') ? 'less' : 'more',
      explain(row, world) {
        const children = parts.map((part) => world.read(part, row));
        const result = gathered(children);
        if (!('values' in result)) return unvalued('meanOpen', result, { children });
        const count = Rational.of(result.values.length);
        return valued('mean', sumOf(result.values.map(({ value }) => value)).div(count), { params: { count: count.text() }, children });
      },
    };
  },
});
