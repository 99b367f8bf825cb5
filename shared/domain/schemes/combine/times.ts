import { z } from 'zod';
import { gathered, unvalued, valued } from '../base/explain.ts';
import { sourceKind } from '../base/kinds.ts';
import { nodes } from '../base/shapes.ts';

/** 相乘: numbers, parameters (m, k) and nodes; 不涉及 of one of them leaves no product. */
export const times = sourceKind({
  key: 'times',
  schema: z.strictObject({ times: nodes }),
  codes: ['times', 'timesOpen'],
  sample: {
    rule: { times: ['k', 2, { of: 'pm25', vs: 'lastYear' }] },
    rows: [
      { 'param:k': '1.5', pm25: '30', 'pm25.lastYear': '33' },
      { 'param:k': '1.5', pm25: '不涉及', 'pm25.lastYear': '33' },
    ],
    results: ['9', 'notApplicable'],
  },
  make(args, compiler) {
    const parts = args.times.map((raw, index) => compiler.node(raw, 'times', index));
    return {
      explain(row, world) {
        const children = parts.map((part) => world.read(part, row));
        const result = gathered(children);
        if (!('values' in result)) return unvalued('timesOpen', result, { children });
        if (result.values.length < parts.length) return unvalued('timesOpen', { state: 'notApplicable' }, { children });
        return valued(
          'times',
          result.values.map(({ value }) => value).reduce((product, value) => product.times(value)),
          {
            params: { factors: result.values.map(({ value }) => value.text()).join(' × ') },
            children,
          },
        );
      },
    };
  },
});
