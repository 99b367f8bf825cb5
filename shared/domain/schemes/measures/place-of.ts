import { z } from 'zod';
import { Rational } from '../../numbers/rational.ts';
import { lacking, unvalued, valued } from '../base/explain.ts';
import { sourceKind } from '../base/kinds.ts';
import { measureName, nodeMap, within } from '../base/shapes.ts';
import { NO_CASES, rankOrder, standingOf } from '../base/standing.ts';

/** 名次: the place by a measure or a node, as a number: given in the column `X.place`, else among those of the class. */
export const placeOf = sourceKind({
  key: 'placeOf',
  schema: z.strictObject({
    placeOf: z.union([measureName, nodeMap]),
    order: z.enum(['asc', 'desc']).optional(),
    within,
  }),
  codes: ['placeOf', 'placeOfMissing'],
  sample: {
    rule: { sum: [54, { times: [-4, { placeOf: 'pm25' }] }] },
    rows: [{ pm25: '30' }, { pm25: '20' }, { pm25: '30' }, { pm25: '' }],
    results: ['46', '50', '46', 'missing'],
  },
  make(args, compiler) {
    const raw = typeof args.placeOf === 'string' ? { of: args.placeOf, vs: 'none' } : args.placeOf;
    const child = compiler.node(raw, ...(typeof args.placeOf === 'string' ? [] : ['placeOf']));
    const name = child.measure?.names.map((one) => compiler.frame.labelOf(one)).join('+') ?? '';
    if (typeof args.placeOf === 'string') compiler.reads(`${args.placeOf}.place`);
    const ranking = {
      keys: [{ node: child, order: rankOrder(child, args.order) }] as const,
      within: args.within,
      cases: compiler.scope.cases ?? NO_CASES,
    };
    return {
      better: 'less',
      explain(row, world) {
        const standing = standingOf(ranking, row, world);
        const rest = { params: { measure: name }, children: standing.own, sources: standing.sources };
        if (standing.place !== null)
          return valued('placeOf', Rational.of(standing.place.place), {
            ...rest,
            params: { ...rest.params, of: String(standing.place.of ?? '') },
          });
        if (standing.lacks.length > 0) return lacking('placeOfMissing', standing.lacks, rest);
        return unvalued('placeOfMissing', { state: 'notApplicable' }, rest);
      },
    };
  },
});
