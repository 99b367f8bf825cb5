import { z } from 'zod';
import { parsePeriod, monthsOf } from '../../air/period.ts';
import { ONE, Rational, sumOf, ZERO } from '../../numbers/rational.ts';
import type { Row } from '../base/data-source.ts';
import { type Explained, lacking, lacksOf, unvalued, valued, valueOf } from '../base/explain.ts';
import { type Compiler, type CompiledNode, type NodeBody, sourceKind, type Within, type World } from '../base/kinds.ts';
import { refuseNegative } from '../base/negative.ts';
import { nodeMap, positiveAmount } from '../base/shapes.ts';
import { readAmounts } from '../base/amounts.ts';
import { noValue } from '../base/apply.ts';

/**
 * 资金池: a sum shared out among all subjects, equally or by a key of which only the part above 0 counts. Of a pool for a year (`clear: year`) a
 * shorter period has as many twelfths as it has months.
 */
export const pool = sourceKind({
  key: 'pool',
  schema: z.strictObject({
    pool: positiveAmount,
    split: z.union([z.literal('equal'), nodeMap]),
    within: z.enum(['class', 'all']).default('all'),
  }),
  codes: ['poolEqual', 'poolByKey', 'poolNobody', 'poolOpen'],
  sample: {
    rule: { pool: 4500, split: { of: 'pm25', vs: 'lastYear' } },
    rows: [
      { pm25: '30', 'pm25.lastYear': '32' },
      { pm25: '30', 'pm25.lastYear': '31' },
      { pm25: '30', 'pm25.lastYear': '29' },
    ],
    results: ['3000', '1500', '0'],
  },
  make(args, compiler) {
    const whole = compiler.amount(args.pool, 'pool');
    refuseNegative(whole, 'pool', compiler, 'pool');
    if (args.split === 'equal') return equalPool(whole, args.within, compiler);
    return keyedPool(whole, compiler.node(args.split, 'split'), args.within, compiler);
  },
});

function equalPool(whole: CompiledNode, within: Within, { frame }: Compiler): NodeBody {
  return {
    explain(row, world) {
      const read = readAmounts({ whole }, row, world);
      if ('stop' in read) return unvalued('poolOpen', read.stop, { children: read.shown });
      const count = world.peers(row, within).length;
      const part = partOfYear(row, frame.yearly);
      const params = { pool: read.values.whole.text(), count: String(count), part: part.fractionText() };
      return valued('poolEqual', read.values.whole.times(part).div(Rational.of(count)), { params, children: read.shown });
    },
  };
}

function keyedPool(whole: CompiledNode, key: CompiledNode, within: Within, { frame }: Compiler): NodeBody {
  return {
    explain(row, world) {
      const own = world.read(key, row);
      const read = readAmounts({ whole }, row, world);
      const children = [...read.shown, own];
      if ('stop' in read) return unvalued('poolOpen', read.stop, { children });
      const value = valueOf(own);
      if (value === null) return unvalued('poolOpen', noValue(own), { children });
      const all = world.ofGroup(key, row, within, (peers) => keysOf(key, peers, world));
      // The share of one depends on all the others.
      if (all.lacking.length > 0) return lacking('poolOpen', [{ code: 'others', params: { names: all.lacking.join('、') } }], { children });
      const part = partOfYear(row, frame.yearly);
      const params = { pool: read.values.whole.text(), sum: all.sum.text(), part: part.fractionText() };
      if (all.sum.sign === 0) return valued('poolNobody', ZERO, { params, children });
      return valued('poolByKey', read.values.whole.times(part).times(positive(value)).div(all.sum), { params, children });
    },
  };
}

const positive = (value: Rational): Rational => (value.sign > 0 ? value : ZERO);

function keysOf(key: CompiledNode, peers: readonly Row[], world: World): { readonly sum: Rational; readonly lacking: readonly string[] } {
  const reads: readonly (readonly [Row, Explained])[] = peers.map((peer) => [peer, world.read(key, peer)]);
  return {
    sum: sumOf(reads.map(([, read]) => positive(valueOf(read) ?? ZERO))),
    lacking: reads.flatMap(([peer, read]) => (lacksOf(read).length > 0 ? [peer.name] : [])),
  };
}

const MONTHS_OF_YEAR = 12;

function partOfYear({ period }: Row, yearly: boolean): Rational {
  const span = yearly ? parsePeriod(period) : null;
  return span === null ? ONE : Rational.quotient(BigInt(monthsOf(span).length), BigInt(MONTHS_OF_YEAR));
}
