import { z } from 'zod';
import { ONE, Rational, ZERO } from '../../numbers/rational.ts';
import { drafted, lacking, unvalued, valued } from '../base/explain.ts';
import { type Better, ruleKind } from '../base/kinds.ts';
import { pointsAmount } from '../base/shapes.ts';
import { readAmounts } from '../base/amounts.ts';

/**
 * 按比例得分: full points where the target is met; below it value ÷ target, of a measure of which less is better target ÷ value. A target of 0 that
 * is exceeded leaves nothing to divide by and gives nothing.
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
        const found = shareOf(measure.better, value.value, target.value);
        const params = { max: read.values.max.text(), percent: found.share.times(Rational.of(100)).text() };
        return valued(found.code, read.values.max.times(found.share), { params, children });
      },
    };
  },
});

function shareOf(better: Better, value: Rational, target: Rational): { readonly share: Rational; readonly code: string } {
  const gap = value.cmp(target);
  if (gap === 0 || (better === 'less' ? gap < 0 : gap > 0)) return { share: ONE, code: 'shareMet' };
  if (better === 'less')
    return target.sign <= 0 ? { share: ZERO, code: 'shareNothing' } : { share: target.div(value), code: 'sharePartInverse' };
  if (value.sign < 0 || target.sign <= 0) return { share: ZERO, code: 'shareNothing' };
  return { share: value.div(target), code: 'sharePart' };
}
