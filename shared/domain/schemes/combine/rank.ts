import { z } from 'zod';
import { lacking, unvalued } from '../base/explain.ts';
import { type Cases, type Compiler, sourceKind } from '../base/kinds.ts';
import { type Raw } from '../base/records.ts';
import { keyMap, within } from '../base/shapes.ts';
import { type Order, type RankKey, rankOrder, standingOf } from '../base/standing.ts';

const key = keyMap;
const order = z.enum(['asc', 'desc']).optional();

/**
 * 排名: a place within the class, the better end first; what a place is worth say `places`. Several keys are compared one after the other, each with
 * its own order. `incomplete: unranked` leaves out who lacks a pollutant that one of the measures needs. With fewer than `least` among those that
 * are compared nobody has a place.
 */
export const rank = sourceKind({
  key: 'rank',
  schema: z.strictObject({
    rank: z.union([key, z.array(key).min(1)]),
    order,
    within,
    incomplete: z.enum(['ranked', 'unranked']).default('ranked'),
    least: z.int().min(2).optional(),
  }),
  codes: ['rank', 'rankOpen'],
  sample: {
    rule: { rank: [{ of: 'pm10' }, { of: 'pm25' }], places: { 1: 150, 2: 100, '-1': -200 } },
    rows: [
      { pm10: '60', pm25: '31' },
      { pm10: '60', pm25: '32' },
      { pm10: '62', pm25: '20' },
      { pm10: '70', pm25: '20' },
      { pm10: '不涉及', pm25: '20' },
    ],
    results: ['150', '100', '0', '-200', 'notApplicable'],
  },
  make(args, compiler) {
    const list = Array.isArray(args.rank);
    const raws: readonly Raw[] = Array.isArray(args.rank) ? args.rank : [args.rank];
    const cases: Cases = { needed: [], compared: [] };
    const keys = raws.map((raw, index) =>
      keyOf(
        raw,
        list ? ['rank', index] : ['rank'],
        index === 0 ? args.order : undefined,
        compiler.scoped({
          complete: args.incomplete === 'unranked',
          cases: index === 0 ? cases : { needed: cases.compared, compared: [] },
        }),
      ),
    );
    const [first, ...further] = keys;
    if (first === undefined) return { explain: () => lacking('rankOpen', []) };
    compiler.hasRank();
    const measure = first.node.measure;
    if (further.length === 0 && measure?.reference === null && measure.names.length === 1) compiler.reads(`${measure.names[0]}.place`);
    const ranking = { keys: [first, ...further] as const, within: args.within, cases };
    return {
      ranks: true,
      full: null,
      explain(row, world) {
        const standing = standingOf(ranking, row, world);
        const rest = { children: standing.own, sources: standing.sources };
        if (standing.place === null)
          return standing.lacks.length > 0
            ? lacking('rankOpen', standing.lacks, rest)
            : unvalued('rankOpen', { state: 'notApplicable' }, rest);
        const { place, of, holders } = standing.place;
        if (args.least !== undefined && of !== null && of < args.least)
          return lacking('rankOpen', [{ code: 'fewRanked', params: { ranked: String(of), needed: String(args.least) } }], rest);
        const params = { place: String(place), of: String(of ?? ''), holders: String(holders), order: first.order };
        return unvalued('rank', { state: 'none' }, { ...rest, params, place: standing.place });
      },
    };
  },
});

/** A key may say its own order. */
function keyOf(raw: Raw, path: readonly (string | number)[], common: Order | undefined, compiler: Compiler): RankKey {
  const { order: own, ...node } = raw;
  const compiled = compiler.node(node, ...path);
  if (own !== undefined && own !== 'asc' && own !== 'desc')
    compiler.report('VALUE_UNKNOWN', { key: 'order', value: String(own), known: 'asc、desc' }, ...path, 'order');
  return { node: compiled, order: rankOrder(compiled, own === 'asc' || own === 'desc' ? own : common) };
}
