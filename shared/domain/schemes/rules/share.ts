import { z } from 'zod';
import { ONE, Rational, ZERO } from '../../numbers/rational.ts';
import { drafted, lacking, unvalued, valued } from '../base/explain.ts';
import { type Better, ruleKind } from '../base/kinds.ts';
import { refuseNegative } from '../base/negative.ts';
import { pointsAmount } from '../base/shapes.ts';
import { readAmounts } from '../base/amounts.ts';

/**
 * 按比例得分: full points where the target is met; below it value ÷ target, of a measure of which less is better target ÷ value. A target of 0 that
 * is exceeded leaves nothing to divide by and gives nothing. What equals a ＞ or ＜ target does not meet it: measured is the gap to the value next
 * to the target, one unit of its last digit further.
 */
export const share = ruleKind({
  key: 'share',
  vs: 'target',
  schema: z.strictObject({ share: pointsAmount }),
  codes: ['shareMet', 'sharePart', 'sharePartInverse', 'shareNothing', 'shareNothingOccurred', 'shareOpen', 'shareNotApplicable'],
  sample: {
    rule: { of: 'pm10', share: 16 },
    rows: [
      { pm10: '90', 'pm10.target': '100' },
      { pm10: '125', 'pm10.target': '100' },
      { pm10: '无发生', 'pm10.target': '' },
    ],
    results: ['16', '12.8', '16'],
  },
  make(args, compiler, source) {
    const { measure } = source;
    if (measure === null) compiler.report('MEASURE_NEEDED', { key: 'share' }, 'share');
    const max = compiler.amount(args.share, 'share');
    refuseNegative(max, 'share', compiler, 'share');
    return {
      full: max.constant,
      explain(row, world) {
        const input = world.read(source, row);
        const read = readAmounts({ max }, row, world);
        const children = [input, ...read.shown];
        if ('stop' in read) return unvalued('shareOpen', read.stop, { children });
        const value = measure?.value(row, world);
        if (value?.kind === 'noOccurrence') return valued('shareNothingOccurred', read.values.max, { children });
        const target = measure?.referenceValue(row, world);
        if (value?.kind === 'notApplicable' || target?.kind === 'notApplicable')
          return drafted('shareNotApplicable', { state: 'notApplicable' }, { children });
        if (measure === null || value?.kind !== 'value' || target?.kind !== 'value') {
          const lacks = [value, target].flatMap((reading) => (reading?.kind === 'missing' ? [reading.lack] : []));
          return lacking('shareOpen', lacks, { children });
        }
        const found = shareOf(measure.better, value.value, target.value, target.strict === true);
        const bound = found.bound === undefined ? {} : { bound: found.bound.text() };
        const params = { max: read.values.max.text(), percent: found.share.times(Rational.of(100)).text(), ...bound };
        return valued(found.code, read.values.max.times(found.share), { params, children });
      },
    };
  },
});

interface Found {
  readonly share: Rational;
  readonly code: string;
  /** The first value that meets a ＞ or ＜. */
  readonly bound?: Rational;
}

function shareOf(better: Better, value: Rational, target: Rational, strict: boolean): Found {
  const gap = value.cmp(target);
  if ((gap === 0 && !strict) || (better === 'less' ? gap < 0 : gap > 0)) return { share: ONE, code: 'shareMet' };
  const bound = strict ? nextTo(target, better) : target;
  const shown = strict ? { bound } : {};
  if (better === 'less')
    return bound.sign <= 0 ? { share: ZERO, code: 'shareNothing' } : { share: bound.div(value), code: 'sharePartInverse', ...shown };
  if (value.sign < 0 || bound.sign <= 0) return { share: ZERO, code: 'shareNothing' };
  return { share: value.div(bound), code: 'sharePart', ...shown };
}

function nextTo(target: Rational, better: Better): Rational {
  const step = Rational.quotient(1n, 10n ** BigInt(target.text().split('.')[1]?.length ?? 0));
  return better === 'less' ? target.minus(step) : target.plus(step);
}
