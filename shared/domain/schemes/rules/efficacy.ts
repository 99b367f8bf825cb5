import { z } from 'zod';
import { greatest, least, Rational } from '../../numbers/rational.ts';
import { lacking, unvalued, valued, valueOf } from '../base/explain.ts';
import { ruleKind } from '../base/kinds.ts';
import { within } from '../base/shapes.ts';
import { NO_CASES, takesPart } from '../base/standing.ts';
import { noValue } from '../base/apply.ts';

/** 功效系数: the best of the group gets the one figure, the worst the other, everybody else in proportion; where all are equal nobody is behind. */
export const efficacy = ruleKind({
  key: 'efficacy',
  schema: z.strictObject({ efficacy: z.tuple([z.number(), z.number()]), within }),
  codes: ['efficacy', 'efficacyAllEqual', 'efficacyOpen'],
  sample: {
    rule: { of: 'pm10', efficacy: [60, 100] },
    rows: [{ pm10: '43' }, { pm10: '65' }, { pm10: '135' }, { pm10: '' }],
    results: ['100', '90.4348', '60', 'missing'],
  },
  make(args, compiler, source) {
    const cases = compiler.scope.cases ?? NO_CASES;
    const [low, high] = args.efficacy.map((value) => Rational.of(value));
    const [worstPoints, bestPoints] = [low ?? Rational.of(0), high ?? Rational.of(0)];
    if (worstPoints.cmp(bestPoints) > 0)
      compiler.report('EFFICACY_ORDER', { worst: worstPoints.text(), best: bestPoints.text() }, 'efficacy');
    return {
      full: greatest(worstPoints, bestPoints),
      explain(row, world) {
        const input = world.read(source, row);
        const value = valueOf(input);
        if (value === null) return unvalued('efficacyOpen', noValue(input), { children: [input] });
        const ends = world.ofGroup(source, row, args.within, (peers) =>
          range(peers.filter((peer) => takesPart(cases, peer, world)).flatMap((peer) => valueOf(world.read(source, peer)) ?? [])),
        );
        if (ends === null) return lacking('efficacyOpen', [], { children: [input] });
        const [best, worst] = source.better === 'less' ? [ends.low, ends.high] : [ends.high, ends.low];
        const params = { best: best.text(), worst: worst.text(), from: worstPoints.text(), to: bestPoints.text(), of: String(ends.count) };
        if (best.cmp(worst) === 0) return valued('efficacyAllEqual', greatest(worstPoints, bestPoints), { params, children: [input] });
        const part = value.minus(worst).div(best.minus(worst));
        return valued('efficacy', worstPoints.plus(part.times(bestPoints.minus(worstPoints))), { params, children: [input] });
      },
    };
  },
});

function range(values: readonly Rational[]): { readonly low: Rational; readonly high: Rational; readonly count: number } | null {
  const [first] = values;
  if (first === undefined) return null;
  return { low: values.reduce(least, first), high: values.reduce(greatest, first), count: values.length };
}
