import { z } from 'zod';
import { Rational } from '../../numbers/rational.ts';
import { lacking, unvalued, valued } from '../base/explain.ts';
import { sourceKind } from '../base/kinds.ts';
import { within } from '../base/shapes.ts';
import { rankOrder, standingOf } from '../base/standing.ts';

/** 名次: the place by a measure, as a number: given in the column `X.place`, else among those of the class. */
export const placeOf = sourceKind({
  key: 'placeOf',
  schema: z.strictObject({ placeOf: z.string().min(1), order: z.enum(['asc', 'desc']).optional(), within }),
  codes: ['placeOf', 'placeOfMissing'],
  sample: {
    rule: { sum: [54, { times: [-4, { placeOf: 'pm25' }] }] },
    rows: [{ pm25: '30' }, { pm25: '20' }, { pm25: '30' }, { pm25: '' }],
    results: ['46', '50', '46', 'missing'],
  },
  make(args, compiler) {
    const child = compiler.node({ of: args.placeOf, vs: 'none' });
    compiler.reads(`${args.placeOf}.place`);
    const order = rankOrder(child, args.order);
    return {
      better: 'less',
      explain(row, world) {
        const standing = standingOf(child, order, args.within, row, world);
        const rest = { params: { measure: args.placeOf }, children: [standing.own], sources: standing.sources };
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
