import { z } from 'zod';
import { greatest, Rational } from '../../numbers/rational.ts';
import { lacking, valued } from '../base/explain.ts';
import { type Compiler, ruleKind } from '../base/kinds.ts';
import { applied } from '../base/apply.ts';

const line = z.tuple([z.union([z.number(), z.literal('rest')]), z.number()]);

/** 分段表: points by the interval a value falls into; `upTo` 至（含）, `below` 不足, `from` 达到（含）, written from the best or the worst end alike. */
export const table = ruleKind({
  key: 'table',
  schema: z.strictObject({ table: z.array(line).min(1), bounds: z.enum(['upTo', 'below', 'from']).default('upTo') }),
  codes: ['table', 'tableOpen'],
  sample: {
    rule: {
      of: 'pm25',
      table: [
        [35, 10],
        [50, 6],
        ['rest', 0],
      ],
    },
    rows: [{ pm25: '35' }, { pm25: '35.1' }, { pm25: '60' }, { pm25: '' }],
    results: ['10', '6', '0', 'missing'],
  },
  make(args, compiler, source) {
    const lines = args.table.map(([bound, points]) => ({
      bound: bound === 'rest' ? null : Rational.of(bound),
      points: Rational.of(points),
    }));
    checkOrder(lines, args.bounds, compiler);
    const holds = HOLDS[args.bounds];
    return {
      full: lines.map(({ points }) => points).reduce(greatest),
      explain: applied('table', source, {}, (value, _amounts, children) => {
        const found = lines.find(({ bound }) => bound === null || holds(value.cmp(bound)));
        const params = { value: value.text(), bound: found?.bound?.text() ?? '', bounds: args.bounds };
        if (found === undefined) return lacking('tableOpen', [{ code: 'noCase', params: { value: value.text() } }], { children });
        return valued('table', found.points, { params, children });
      }),
    };
  },
});

const HOLDS: Readonly<Record<'upTo' | 'below' | 'from', (difference: number) => boolean>> = {
  upTo: (difference) => difference <= 0,
  below: (difference) => difference < 0,
  from: (difference) => difference >= 0,
};

/** A line that an earlier one covers would never be reached. */
function checkOrder(lines: readonly { readonly bound: Rational | null }[], bounds: 'upTo' | 'below' | 'from', compiler: Compiler): void {
  const wanted = bounds === 'from' ? -1 : 1;
  lines.forEach(({ bound }, index) => {
    const before = lines[index - 1];
    if (before === undefined) return;
    if (before.bound === null || (bound !== null && bound.cmp(before.bound) !== wanted)) compiler.report('TABLE_ORDER', {}, 'table', index);
  });
}
