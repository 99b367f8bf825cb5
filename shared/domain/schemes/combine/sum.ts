import { z } from 'zod';
import { Rational, sumOf } from '../../numbers/rational.ts';
import { type Explained, gathered, unvalued, valued } from '../base/explain.ts';
import { type CompiledNode, sourceKind } from '../base/kinds.ts';
import { nodes } from '../base/shapes.ts';

/** 相加: a missing part leaves no sum; 不涉及 is left out, and with `fold` the rest counts for the whole (缺项折算). */
export const sum = sourceKind({
  key: 'sum',
  schema: z.strictObject({ sum: nodes, fold: z.union([z.boolean(), z.number().positive()]).default(false) }),
  codes: ['sum', 'sumFolded', 'sumOpen'],
  sample: {
    rule: {
      sum: [
        { manual: 'a', cap: 60 },
        { manual: 'b', cap: 40 },
      ],
      fold: true,
    },
    rows: [
      { 'manual:a': '30', 'manual:b': '20' },
      { 'manual:a': '30', 'manual:b': '不涉及' },
      { 'manual:a': '30', 'manual:b': '' },
    ],
    results: ['50', '50', 'missing'],
  },
  make(args, compiler) {
    const parts = args.sum.map((raw, index) => compiler.node(raw, 'sum', index));
    const full = fullOf(parts);
    const target = typeof args.fold === 'number' ? Rational.of(args.fold) : full;
    if (args.fold !== false && full === null) compiler.report('FOLD_UNKNOWN', {}, 'fold');
    return {
      full: args.fold === false ? full : target,
      explain(row, world) {
        const children = parts.map((part) => world.read(part, row));
        const result = gathered(children);
        if (!('values' in result)) return unvalued('sumOpen', result, { children });
        const total = sumOf(result.values.map(({ value }) => value));
        if (args.fold === false || target === null) return valued('sum', total, { children });
        const counted = countedFull(parts, children);
        if (counted.sign === 0) return unvalued('sumOpen', { state: 'notApplicable' }, { children });
        if (counted.cmp(target) === 0) return valued('sum', total, { children, full: target });
        const params = { full: target.text(), counted: counted.text(), before: total.text() };
        return valued('sumFolded', total.times(target).div(counted), { params, children, full: target });
      },
    };
  },
});

function fullOf(parts: readonly CompiledNode[]): Rational | null {
  const known = parts.flatMap(({ full }) => full ?? []);
  return known.length === parts.length ? sumOf(known) : null;
}

const countedFull = (parts: readonly CompiledNode[], children: readonly Explained[]): Rational =>
  sumOf(parts.flatMap(({ full }, index) => (children[index]?.outcome.state === 'value' ? (children[index]?.full ?? full ?? []) : [])));
