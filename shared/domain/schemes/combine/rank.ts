import { z } from 'zod';
import { lacking, unvalued } from '../base/explain.ts';
import { sourceKind } from '../base/kinds.ts';
import { within } from '../base/shapes.ts';
import { rankOrder, standingOf } from '../base/standing.ts';

/** 排名: a place within the class, the better end first; what a place is worth say `places`. */
export const rank = sourceKind({
  key: 'rank',
  schema: z.strictObject({ rank: z.record(z.string(), z.unknown()), order: z.enum(['asc', 'desc']).optional(), within }),
  codes: ['rank', 'rankOpen'],
  sample: {
    rule: { rank: { of: 'pm10' }, places: { 1: 150, 2: 100, '-1': -200 } },
    rows: [{ pm10: '60' }, { pm10: '61' }, { pm10: '62' }, { pm10: '70' }, { pm10: '不涉及' }],
    results: ['150', '100', '0', '-200', 'notApplicable'],
  },
  make(args, compiler) {
    const child = compiler.node(args.rank, 'rank');
    compiler.hasRank();
    const order = rankOrder(child, args.order);
    if (child.measure?.reference === null && child.measure.names.length === 1) compiler.reads(`${child.measure.names[0]}.place`);
    return {
      ranks: true,
      full: null,
      explain(row, world) {
        const standing = standingOf(child, order, args.within, row, world);
        const rest = { children: [standing.own], sources: standing.sources };
        if (standing.place === null)
          return standing.lacks.length > 0
            ? lacking('rankOpen', standing.lacks, rest)
            : unvalued('rankOpen', { state: 'notApplicable' }, rest);
        const { place, of, holders } = standing.place;
        const params = { place: String(place), of: String(of ?? ''), holders: String(holders), order };
        return unvalued('rank', { state: 'none' }, { ...rest, params, place: standing.place });
      },
    };
  },
});
