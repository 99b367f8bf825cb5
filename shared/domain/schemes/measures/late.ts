import { z } from 'zod';
import { ZERO } from '../../numbers/rational.ts';
import { unvalued, valued, valueOf } from '../base/explain.ts';
import { sourceKind } from '../base/kinds.ts';
import { refuseNegative } from '../base/negative.ts';
import { pointsAmount } from '../base/shapes.ts';
import { noValue } from '../base/apply.ts';

/** 迟报扣分: so much off where the return came after its due date; who sent none loses nothing here, since nothing that it should have said counts. */
export const late = sourceKind({
  key: 'late',
  schema: z.strictObject({ late: pointsAmount }),
  codes: ['late', 'lateNot', 'lateWaived', 'lateOpen'],
  sample: { rule: { sum: [{ manual: 'total' }, { late: 1 }] }, rows: [{ 'manual:total': '95' }], results: ['95'] },
  make(args, compiler) {
    const penalty = compiler.amount(args.late, 'late');
    refuseNegative(penalty, 'late', compiler, 'late');
    return {
      full: ZERO,
      explain(row, world) {
        const read = world.read(penalty, row);
        const value = valueOf(read);
        if (value === null) return unvalued('lateOpen', noValue(read), { children: [read] });
        const found = world.data.late?.(row);
        const sources = found?.sources ?? [];
        if (found?.late === 'waived') return valued('lateWaived', ZERO, { sources });
        return found?.late === true
          ? valued('late', value.negated(), { params: { points: value.text() }, sources })
          : valued('lateNot', ZERO, { sources });
      },
    };
  },
});
